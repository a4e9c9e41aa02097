package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.ingest.LocalSpark;
import axial.question.Job;
import axial.store.StoreBusy;
import axial.store.StoreRefused;
import axial.store.VisitStore;
import axial.tables.VisitCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent, sent again, corrected and withdrawn, and what the store holds then. */
class StoreTest {
    private static final Map<String, String> BY_ARRIVAL = Map.of();
    private static final Map<String, String> BY_VERSION = Map.of("record_version", "version");

    @TempDir
    private Path dir = Path.of("");

    private static String row(String visit, String patient, int pain, int version) {
        return visit + "," + patient + ",C1,2024-03-0" + (1 + Math.floorMod(visit.hashCode(), 9))
                + ",manipulation:cervical," + pain + "," + version;
    }

    private static VisitCounts counts(long read, long accepted, long duplicates, long superseded, long held) {
        return new VisitCounts(read, accepted, duplicates, superseded, 0, held, 0);
    }

    @Test
    void theSameBytesUnderAnotherNameAreNoChange() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_ARRIVAL);
        shelf.put("a.csv", row("V1", "P1", 6, 1), row("V2", "P2", 5, 1));
        shelf.send();
        Shelf.Kept before = shelf.kept();
        List<Path> files = shelf.files();
        Files.copy(dir.resolve("in/a.csv"), dir.resolve("in/b.csv"));
        String said = shelf.send();
        assertTrue(said.contains("2 of 2 files known, no change by them"), said);
        assertEquals(before.visits(), shelf.kept().visits());
        assertEquals(before.ledger().counts(), shelf.kept().ledger().counts());
        assertEquals(files, shelf.files());
    }

    @Test
    void aVisitThatArrivesLaterWithOtherValuesReplacesTheEarlierAndIsListed() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_ARRIVAL);
        shelf.put("a.csv", row("V1", "P1", 6, 1), row("V2", "P2", 5, 1));
        shelf.send();
        shelf.put("b.csv", row("V1", "P9", 3, 1), row("V2", "P2", 5, 1));
        shelf.send();
        Shelf.Kept kept = shelf.kept();
        assertEquals(counts(4, 2, 1, 1, 0), kept.ledger().counts());
        assertTrue(kept.visits().toString().contains("V1,P9"), kept.visits().toString());
        assertFalse(kept.visits().toString().contains("V1,P1"), kept.visits().toString());
        List<String> rejects = Files.readAllLines(dir.resolve("rejects.csv"));
        assertEquals(2, rejects.size());
        assertTrue(rejects.get(1).startsWith("clinics,in/a.csv,2,visit_id,superseded,"), rejects.get(1));
    }

    @Test
    void whatIsRefusedStandsInParquetToo() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_VERSION);
        shelf.put("a.csv", row("V1", "P1", 6, 1), row("V2", "P2", 11, 1));
        shelf.send();
        assertEquals(
                List.of("in/a.csv 3 pain_nprs outside_range"),
                LocalSpark.session()
                        .read()
                        .parquet(dir.resolve("rejects.parquet").toString())
                        .collectAsList()
                        .stream()
                        .map(row -> row.getAs("file") + " " + row.getAs("line") + " " + row.getAs("field") + " "
                                + row.getAs("code"))
                        .toList());
    }

    @Test
    void twoVersionsWithoutAnOrderAreHeldUntilALaterOneSettlesIt() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_VERSION);
        shelf.put("a.csv", row("V1", "P1", 6, 1), row("V2", "P2", 5, 1));
        shelf.send();
        shelf.put("b.csv", row("V1", "P1", 4, 1));
        shelf.send();
        Shelf.Kept conflict = shelf.kept();
        assertEquals(counts(3, 1, 0, 0, 2), conflict.ledger().counts());
        assertEquals(2, conflict.held().size());
        assertEquals(3, Files.readAllLines(dir.resolve("rejects.csv")).size());
        shelf.put("c.csv", row("V1", "P1", 3, 2));
        shelf.send();
        Shelf.Kept settled = shelf.kept();
        assertEquals(counts(4, 2, 0, 2, 0), settled.ledger().counts());
        assertEquals(List.of(), settled.held());
    }

    @Test
    void anyOrderOfSendingWithReSendsGivesTheSameStore() throws Exception {
        Random dice = new Random(20);
        List<List<String>> batches = new ArrayList<>();
        for (int b = 0; b < 3; b++) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                rows.add(row("V" + dice.nextInt(16), "P" + dice.nextInt(5), dice.nextInt(3), dice.nextInt(3)));
            }
            batches.add(rows);
        }
        Shelf.Kept first = null;
        for (int order = 0; order < 20; order++) {
            Shelf shelf = Shelf.in(Files.createDirectory(dir.resolve("order" + order)), BY_VERSION);
            List<Integer> sending = new ArrayList<>(List.of(0, 1, 2, dice.nextInt(3)));
            Collections.shuffle(sending, dice);
            for (int i = 0; i < sending.size(); i++) {
                shelf.put("sent" + i + ".csv", batches.get(sending.get(i)).toArray(String[]::new));
                if (order % 2 == 0 || i % 2 == 1) {
                    shelf.send();
                }
            }
            Shelf.Kept kept = shelf.kept();
            first = first == null ? kept : first;
            assertTrue(kept.ledger().counts().isConserved());
            assertEquals(36, kept.ledger().counts().read());
            assertEquals(first.visits(), kept.visits(), "sent as " + sending);
            assertEquals(first.held(), kept.held(), "sent as " + sending);
            assertEquals(first.ledger().fingerprint(), kept.ledger().fingerprint());
        }
    }

    @Test
    void aWithdrawnPatientIsInNoFileAndNoReSentFileBringsThemBack() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_VERSION);
        shelf.put("a.csv", row("V1", "PGONE", 6, 1), row("V2", "P2", 5, 1), row("V3", "PGONE", 6, 1));
        shelf.send();
        shelf.put("b.csv", row("V3", "PGONE", 4, 1), row("V4", "P2", 4, 1), row("V1", "PGONE", 5, 2));
        shelf.send();
        assertFalse(shelf.filesWith("PGONE").isEmpty(), "the search finds what is there");
        assertEquals(new VisitStore.Removed(1, 3), shelf.forget("PGONE", "PNEVER"));
        assertEquals(List.of(), shelf.filesWith("PGONE"));
        assertEquals(List.of(), shelf.filesWith("PNEVER"));
        shelf.put("c.csv", row("V1", "PGONE", 6, 1), row("V5", "P3", 5, 1), row("V9", "PGONE", 6, 9));
        shelf.send();
        Shelf.Kept kept = shelf.kept();
        assertEquals(List.of(), shelf.filesWith("PGONE"));
        assertEquals(3, kept.visits().size());
        assertEquals(List.of(), kept.held());
        assertTrue(kept.ledger().counts().isConserved());
        assertEquals(5, kept.ledger().counts().withdrawn());
    }

    @Test
    void oneRunAtATimeHoldsTheStore() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_ARRIVAL);
        try (VisitStore held = VisitStore.open(LocalSpark.session(), shelf.job(), shelf.store())) {
            StoreBusy busy = assertThrows(
                    StoreBusy.class, () -> VisitStore.open(LocalSpark.session(), shelf.job(), shelf.store()));
            assertTrue(
                    String.valueOf(busy.getMessage())
                            .contains("process " + ProcessHandle.current().pid()),
                    busy.getMessage());
            assertEquals(0, held.ledger().runs());
        }
        shelf.put("a.csv", row("V1", "P1", 6, 1));
        shelf.send();
    }

    @Test
    void otherRulesOfReadingFillTheStoreAnewOrSayWhichFilesAreGone() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_ARRIVAL);
        shelf.put("a.csv", row("V1", "P1", 6, 1));
        shelf.send();
        shelf.put("b.csv", row("V2", "P2", 5, 1));
        shelf.send();
        Job other = JobFixture.job()
                .field("version", true)
                .source(new Job.Source("in/*.csv", "clinics", "csv", Map.of(), Map.of(), Map.of()))
                .build();
        shelf.send(other);
        try (VisitStore store = VisitStore.open(LocalSpark.session(), other, shelf.store())) {
            assertEquals(counts(2, 2, 0, 0, 0), store.ledger().counts());
            assertEquals(
                    2, store.current().where("version is not null").count(), "the field is there for files of old");
        }
        shelf.remove("a.csv");
        StoreRefused refused = assertThrows(StoreRefused.class, shelf::send);
        assertTrue(String.valueOf(refused.getMessage()).contains("a.csv"), refused.getMessage());
    }

    @Test
    void anotherCodeListReadsTheFilesAnew() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_ARRIVAL);
        shelf.put("a.csv", "V1,P1,C1,2024-03-04,T1,6,1");
        Job job = JobFixture.job()
                .source(new Job.Source(
                        "in/*.csv",
                        "clinics",
                        "csv",
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of("codes.csv"),
                        List.of(),
                        List.of()))
                .build();
        for (String technique : List.of("massage", "heat", "heat")) {
            Files.writeString(dir.resolve("codes.csv"), "code,technique\nT1," + technique + "\n");
            shelf.send(job);
            assertTrue(shelf.kept().visits().toString().contains(technique), technique);
            assertEquals(counts(1, 1, 0, 0, 0), shelf.kept().ledger().counts());
        }
    }

    @Test
    void aFhirExportThatGrewReplacesTheVisitsThatChanged() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_ARRIVAL);
        Job job = JobFixture.job()
                .source(new Job.Source(
                        "fhir", "clinics", "fhir", Map.of(), Map.of(), Map.of("record_version", "meta.lastUpdated")))
                .build();
        fhir("Encounter.ndjson", encounter("V1") + encounter("V2"));
        fhir("Observation.ndjson", pain(6, "2024-03-05T00:00:00Z"));
        shelf.send(job);
        assertTrue(shelf.kept().visits().toString().contains("6000000"));
        fhir("Observation2.ndjson", pain(4, "2024-03-06T00:00:00Z"));
        shelf.send(job);
        assertEquals(2, shelf.kept().visits().size());
        assertTrue(shelf.kept().visits().toString().contains("4000000"));
        assertFalse(shelf.kept().visits().toString().contains("6000000"));
        assertEquals(counts(5, 2, 1, 2, 0), shelf.kept().ledger().counts());
    }

    private void fhir(String file, String lines) throws IOException {
        Files.createDirectories(dir.resolve("fhir"));
        Files.writeString(dir.resolve("fhir").resolve(file), lines);
    }

    private static String encounter(String id) {
        return ("{'resourceType':'Encounter','id':'" + id
                        + "','status':'finished','subject':{'reference':'Patient/P1'},"
                        + "'serviceProvider':{'reference':'Organization/C1'},'period':{'start':'2024-03-04'}}\n")
                .replace('\'', '"');
    }

    private static String pain(int score, String updated) {
        return ("{'resourceType':'Observation','id':'O1','meta':{'lastUpdated':'" + updated + "'},'status':'final',"
                        + "'subject':{'reference':'Patient/P1'},'encounter':{'reference':'Encounter/V1'},"
                        + "'code':{'coding':[{'system':'http://loinc.org','code':'72514-3'}]},'valueInteger':" + score
                        + "}\n")
                .replace('\'', '"');
    }

    @Test
    void whatACutOffRunLeftIsGoneAtTheNextStart() throws Exception {
        Shelf shelf = Shelf.in(dir, BY_ARRIVAL);
        shelf.put("a.csv", row("V1", "P1", 6, 1));
        shelf.send();
        List<Path> files = shelf.files();
        Path data = Path.of(java.net.URI.create(shelf.store())).resolve("visits/data");
        Files.createDirectories(data.resolve("half/_temporary/0"));
        Files.writeString(data.resolve("half/_temporary/0/part.parquet"), "half a file");
        Files.writeString(data.resolve("half/.part.parquet.crc"), "crc");
        assertEquals(1, shelf.kept().visits().size());
        assertEquals(files, shelf.files());
    }

    @Test
    void aFolderWithOtherThingsIsNotTakenForAStore() throws IOException {
        Path visits = Files.createDirectories(dir.resolve("store/visits"));
        Files.writeString(visits.resolve("thesis.docx"), "years of work");
        Shelf shelf = Shelf.in(dir, BY_ARRIVAL);
        shelf.put("a.csv", row("V1", "P1", 6, 1));
        StoreRefused refused = assertThrows(StoreRefused.class, shelf::send);
        assertTrue(String.valueOf(refused.getMessage()).contains("thesis.docx"), refused.getMessage());
        assertTrue(Files.exists(visits.resolve("thesis.docx")));
    }
}
