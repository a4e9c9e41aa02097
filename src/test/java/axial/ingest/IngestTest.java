package axial.ingest;

import static axial.ingest.Intake.GOOD;
import static axial.ingest.Intake.HEADER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.question.Job;
import axial.tables.RejectRow;
import axial.tables.VisitCounts;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sources through the engine: every record has one fate. */
class IngestTest {
    @TempDir
    Path dir = Path.of("");

    /** How many records were read, and how many met which fate. */
    private record Counts(long read, long accepted, long duplicates, long superseded, long rejected) {
        static Counts of(VisitCounts all) {
            assertTrue(all.isConserved(), all.toString());
            return new Counts(all.read(), all.accepted(), all.duplicates(), all.superseded(), all.refused());
        }
    }

    /** What a run made of its sources. */
    private record Result(Counts counts, List<String> accepted, List<RejectRow> refused) {
        /** Line, field and code of every reason. */
        List<String> reasons() {
            return refused.stream()
                    .map(r -> r.line() + " " + r.field() + " " + r.code())
                    .toList();
        }
    }

    private static Result run(Job job, Path folder) throws IOException {
        try (Ingest ingest = Reading.of(job, folder)) {
            Map<Integer, String> names = Reading.names(job, folder);
            List<RejectRow> refused = new ArrayList<>();
            Dataset<Row> held = ingest.held();
            Refusals.sorted(ingest.refused(), held == null ? null : Refusals.ofHeld(held, names))
                    .forEachRemaining(refused::add);
            List<String> accepted = ingest.accepted().select(VisitsTable.columns(job)).collectAsList().stream()
                    .map(Row::toString)
                    .sorted()
                    .toList();
            return new Result(Counts.of(ingest.books().change()), accepted, refused);
        }
    }

    private static Job jobOf(Job.Source... sources) {
        JobFixture fixture = JobFixture.job();
        for (Job.Source source : sources) {
            fixture.source(source);
        }
        return fixture.build();
    }

    private static Job.Source source(String path, String name, String format, Map<String, String> options) {
        return new Job.Source(path, name, format, Map.of(), Map.of(), options);
    }

    private Result runRows(Map<String, String> options, String... rows) throws IOException {
        Files.writeString(dir.resolve("v.csv"), HEADER.strip() + ",version\n" + String.join("\n", rows) + "\n");
        return run(jobOf(source("v.csv", "s", "csv", options)), dir);
    }

    @Test
    void everyWrongLineOfTheSampleIsRefusedForWhatItsTableNames() throws IOException {
        Result result = run(jobOf(JobFixture.csv("visits-with-errors.csv")), Path.of("sample-data"));
        assertEquals(
                List.of(
                        "4 pain_nprs outside_range",
                        "5 visit_date date_not_understood",
                        "6 sex unknown_word",
                        "7 clinic_id missing_required",
                        // Line 8 is kept: its five decimals are stored exactly.
                        "9 symptom_duration_days number_not_understood",
                        "10 pain_nprs number_not_understood",
                        "13 visit_id conflicting_versions",
                        "14 visit_id conflicting_versions",
                        "15 adverse_event_severity unknown_word",
                        "16 disorder unknown_word",
                        "17 patient_id missing_required",
                        "18 visit_id missing_required",
                        "19 visit_date date_not_understood",
                        "20 age_years outside_range",
                        "21 treatments token_not_understood",
                        "22 pain_nprs number_not_understood",
                        "23 adverse_events_asked unknown_word",
                        "24 visit_date missing_required",
                        "25 adverse_event_severity unknown_word",
                        "25 disorder unknown_word",
                        "25 ndi_percent outside_range",
                        "25 pain_nprs outside_range",
                        "26  broken_record"),
                result.refused().stream()
                        .sorted(java.util.Comparator.comparingLong(RejectRow::line)
                                .thenComparing(RejectRow::field))
                        .map(r -> r.line() + " " + r.field() + " " + r.code())
                        .toList());
        assertEquals(new Counts(26, 5, 1, 0, 20), result.counts());
    }

    @Test
    void identicalRecordsAreOneVisitAndDuplicates() throws IOException {
        Result result = runRows(
                Map.of(),
                "V1,P1,C1,2024-03-04,massage,6,",
                "V1,P1,C1,2024-03-04,massage,6.0,",
                "V1,P1,C1,2024-03-04, massage ,6,x");
        assertEquals(new Counts(3, 1, 2, 0, 0), result.counts());
    }

    @Test
    void recordsThatDifferWithoutAnOrderAreAllHeldBack() throws IOException {
        Result result = runRows(
                Map.of(),
                "V1,P1,C1,2024-03-04,massage,6,1",
                "V1,P1,C1,2024-03-04,massage,5,2",
                "V1,P1,C1,2024-03-04,massage,6,1",
                "V2,P1,C1,2024-03-05,massage,6,1");
        assertEquals(new Counts(4, 1, 0, 0, 3), result.counts());
        assertEquals(
                List.of(
                        "2 visit_id conflicting_versions",
                        "3 visit_id conflicting_versions",
                        "4 visit_id conflicting_versions"),
                result.reasons());
    }

    @Test
    void theNewestDeclaredVersionReplacesTheOthersWhereverItStands() throws IOException {
        for (List<String> versions :
                List.of(List.of("2", "10", "9"), List.of("", "1", "0.5"), List.of("a", "c", "b"))) {
            Result result = runRows(
                    Map.of("record_version", "version"),
                    "V1,P1,C1,2024-03-04,massage,6," + versions.get(0),
                    "V1,P1,C1,2024-03-04,massage,5," + versions.get(1),
                    "V1,P1,C1,2024-03-04,massage,4," + versions.get(2));
            assertEquals(new Counts(3, 1, 0, 2, 0), result.counts());
            assertTrue(
                    result.accepted().get(0).contains(",5000000,"),
                    result.accepted().toString());
            assertEquals(List.of("2 visit_id superseded", "4 visit_id superseded"), result.reasons());
        }
    }

    @Test
    void theNewestVersionTwiceIsADuplicateAndTwiceDifferentAConflict() throws IOException {
        assertEquals(
                new Counts(3, 1, 1, 1, 0),
                runRows(
                                Map.of("record_version", "version"),
                                "V1,P1,C1,2024-03-04,massage,6,1",
                                "V1,P1,C1,2024-03-04,massage,5,2",
                                "V1,P1,C1,2024-03-04,massage,5,2")
                        .counts());
        assertEquals(
                new Counts(3, 0, 0, 1, 2),
                runRows(
                                Map.of("extract_time", "version"),
                                "V1,P1,C1,2024-03-04,massage,6,2024-01-01",
                                "V1,P1,C1,2024-03-04,massage,5,2024-02-01",
                                "V1,P1,C1,2024-03-04,massage,4,2024-02-01")
                        .counts());
    }

    @Test
    void oneIdInTwoFilesOfASourceIsOneVisitAndInTwoSourcesTwo() throws IOException {
        Files.writeString(dir.resolve("a1.csv"), HEADER + GOOD);
        Files.writeString(dir.resolve("a2.csv"), HEADER + GOOD);
        assertEquals(
                new Counts(2, 1, 1, 0, 0),
                run(jobOf(source("a*.csv", "s", "csv", Map.of())), dir).counts());
        assertEquals(
                new Counts(2, 2, 0, 0, 0),
                run(jobOf(JobFixture.csv("a1.csv"), JobFixture.csv("a2.csv")), dir)
                        .counts());
    }

    @Test
    void columnOrderRowOrderAndFileSplitChangeNothing() throws IOException {
        List<String> names = new ArrayList<>(List.of(HEADER.strip().split(",")));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(List.of("V" + i, "P" + i % 7, "C" + i % 3, "2024-03-" + (10 + i % 20), "massage", "" + i % 11));
        }
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        Random dice = new Random(3);
        List<String> expected = List.of();
        for (int round = 0; round < 3; round++) {
            Path folder = Files.createDirectory(dir.resolve("round" + round));
            for (int file = 0; file <= round; file++) {
                StringBuilder text = new StringBuilder(
                        String.join(",", order.stream().map(names::get).toList()));
                for (int i = file; i < rows.size(); i += round + 1) {
                    text.append('\n')
                            .append(String.join(
                                    ",", order.stream().map(rows.get(i)::get).toList()));
                }
                Files.writeString(folder.resolve("v" + file + ".csv"), text);
            }
            Result result = run(jobOf(source("v*.csv", "s", "csv", Map.of())), folder);
            expected = round == 0 ? result.accepted() : expected;
            assertEquals(60, result.accepted().size());
            assertEquals(expected, result.accepted());
            Collections.shuffle(order, dice);
            Collections.shuffle(rows, dice);
        }
    }

    @Test
    void linesOfJsonAndParquetHoldTheSameVisitsAsCsv() throws IOException {
        String csv =
                "visit_id,patient_id,clinic_id,visit_date,age_years,sex,treatments,pain_nprs,adverse_events_asked,red_flags\n"
                        + "V1,P1,C1,2024-03-04,41.5,female,manipulation:cervical;exercise,6.25,true,\n"
                        + "V2,P1,C1,2024-03-11,,,,3,,\n"
                        + "V3,Pé,C2,2024-02-29,93,other,massage,0.30000000000000004,false,fever;cancer\n"
                        + "V4,P4,C2,2024-02-28,20,male,massage,11,false,\n";
        Files.writeString(dir.resolve("v.csv"), csv);
        var session = LocalSpark.session();
        var table =
                session.read().option("header", true).csv(dir.resolve("v.csv").toString());
        table.withColumn(
                        "treatments",
                        functions.split(functions.coalesce(table.col("treatments"), functions.lit("")), ";"))
                .withColumn("pain_nprs", table.col("pain_nprs").cast("double"))
                .withColumn("age_years", table.col("age_years").cast("decimal(6,2)"))
                .coalesce(1)
                .write()
                .json(dir.resolve("json").toString());
        table.withColumn("visit_date", table.col("visit_date").cast("date"))
                .withColumn("pain_nprs", table.col("pain_nprs").cast("double"))
                .withColumn("age_years", table.col("age_years").cast("decimal(6,2)"))
                .withColumn(
                        "adverse_events_asked",
                        table.col("adverse_events_asked").cast("boolean"))
                .coalesce(1)
                .write()
                .parquet(dir.resolve("parquet").toString());
        Result fromCsv = run(jobOf(source("v.csv", "s", "csv", Map.of())), dir);
        Result fromJson = run(jobOf(source("json/*.json", "s", "ndjson", Map.of())), dir);
        Result fromParquet = run(jobOf(source("parquet/*.parquet", "s", "parquet", Map.of())), dir);
        assertEquals(new Counts(4, 3, 0, 0, 1), fromCsv.counts());
        assertEquals(fromCsv.accepted(), fromJson.accepted());
        assertEquals(fromCsv.accepted(), fromParquet.accepted());
        assertEquals(fromCsv.counts(), fromJson.counts());
        assertEquals(fromCsv.counts(), fromParquet.counts());
    }

    @Test
    void aListInParquetIsRefusedNotTakenForNoTreatment() throws IOException {
        var session = LocalSpark.session();
        session.sql(
                        "select 'V1' visit_id, 'P1' patient_id, 'C1' clinic_id, '2024-03-04' visit_date, array('massage') treatments")
                .coalesce(1)
                .write()
                .parquet(dir.resolve("p").toString());
        Result result = run(jobOf(source("p/*.parquet", "s", "parquet", Map.of())), dir);
        assertEquals(List.of("1 treatments token_not_understood"), result.reasons());
    }

    @Test
    void aFaultFarDownAFileRefusesTheInputFromWithinTheEngine() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            rows.append("V").append(i).append(",P").append(i).append(",C1,2024-03-04,massage,6\n");
        }
        byte[] whole = Intake.gzip(rows.toString());
        Files.write(dir.resolve("v.csv.gz"), Arrays.copyOf(whole, whole.length - whole.length / 4));
        assertTrue(refusalFromWithin("v.csv.gz").contains("compressed file ends too early"));
        Files.writeString(dir.resolve("quote.csv"), rows + "V,\"P,C1,2024-03-04,massage,6\n");
        assertTrue(refusalFromWithin("quote.csv").contains("line 20002, column 2"));
        Files.writeString(
                dir.resolve("latin.csv"), rows + "V,P,Köln,2024-03-04,massage,6\n", StandardCharsets.ISO_8859_1);
        assertTrue(refusalFromWithin("latin.csv").contains("encoding: windows-1252"));
    }

    private String refusalFromWithin(String file) {
        Exception thrown = assertThrows(Exception.class, () -> run(jobOf(JobFixture.csv(file)), dir));
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputRefused refused) {
                return String.join("\n", refused.problems());
            }
        }
        throw new AssertionError("not refused as input", thrown);
    }

    @Test
    void everyRecordReadHasExactlyOneFateWhateverIsWrong() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        for (int seed = 0; seed < 4; seed++) {
            Random dice = new Random(seed);
            Path folder = Files.createDirectory(dir.resolve("seed" + seed));
            int written = 0;
            for (String file : List.of("a1.csv", "a2.csv", "b.csv")) {
                List<String> rows = new ArrayList<>();
                for (int i = 0; i < 150; i++) {
                    rows.add(anyRow(dice));
                }
                written += rows.size();
                Files.writeString(folder.resolve(file), HEADER.strip() + ",version\n" + String.join("\n", rows) + "\n");
            }
            Map<String, String> options = seed % 2 == 0 ? Map.of() : Map.of("record_version", "version");
            Result result =
                    run(jobOf(source("a*.csv", "a", "csv", options), source("b.csv", "b", "csv", options)), folder);
            Counts counts = result.counts();
            assertEquals(written, counts.read());
            assertEquals(counts.accepted(), result.accepted().size());
            long listed = result.refused().stream()
                    .map(r -> r.file() + " " + r.line())
                    .distinct()
                    .count();
            assertEquals(counts.rejected() + counts.superseded(), listed);
            result.refused().forEach(r -> codes.add(r.code()));
            assertFalse(result.refused().toString().contains("ZZSECRET"));
            long ids = result.accepted().stream()
                    .map(IngestTest::sourceAndId)
                    .distinct()
                    .count();
            assertEquals(counts.accepted(), ids, "no visit is accepted twice");
        }
        assertEquals(
                List.of(
                        "broken_record",
                        "conflicting_versions",
                        "date_not_understood",
                        "missing_required",
                        "number_not_understood",
                        "outside_range",
                        "superseded",
                        "token_not_understood"),
                List.copyOf(codes));
    }

    private static String sourceAndId(String row) {
        return row.substring(0, row.indexOf(',', row.indexOf(',') + 1));
    }

    private static String anyRow(Random dice) {
        if (dice.nextInt(15) == 0) {
            return "ZZSECRET,ZZSECRET";
        }
        return String.join(
                ",",
                dice.nextInt(15) == 0 ? "" : "V" + dice.nextInt(60),
                dice.nextInt(15) == 0 ? "" : "P" + dice.nextInt(2),
                "C1",
                dice.nextInt(15) == 0 ? "ZZSECRET" : "2024-03-04",
                dice.nextInt(15) == 0 ? "ZZSECRET ZZSECRET" : "\"massage;\nheat\"",
                List.of("6", "6", "6", "5", "11", "ZZSECRET").get(dice.nextInt(6)),
                Integer.toString(dice.nextInt(3)));
    }

    @Test
    void aFhirSourceIsCountedByItsEncountersAndWhatNoVisitCouldUse() throws IOException {
        Bundle bundle = Bundle.oneVisit();
        bundle.add(bundle.pain(6)
                .put("id", "O1")
                .set("meta", Bundle.JSON.createObjectNode().put("lastUpdated", "2024-03-05T00:00:00Z")));
        bundle.add(bundle.pain(7)
                .put("id", "O1")
                .set("meta", Bundle.JSON.createObjectNode().put("lastUpdated", "2024-03-04T00:00:00Z")));
        bundle.add(bundle.visit("V1", "2024-03-04T09:00:00Z", "2024-03-04T10:00:00Z"));
        bundle.add(bundle.visit("V2", "2024-03-05", "2024-03-05").put("status", "cancelled"));
        bundle.add(
                Bundle.reference(bundle.quantity(Bundle.LOINC, Bundle.PAIN, "60", "mm"), "encounter", "Encounter/V3"));
        bundle.add(bundle.visit("V3", "2024-03-06", "2024-03-06")).line("nonsense");
        Result result = run(bundle.in(dir).job(), dir);
        assertEquals(new Counts(6, 1, 1, 1, 3), result.counts());
        assertEquals(
                List.of(
                        "fhir/all.ndjson 4 superseded",
                        "fhir/all.ndjson 6 visit_not_finished",
                        "fhir/all.ndjson 7 not_of_visit_day",
                        "fhir/all.ndjson 9 broken_record"),
                result.refused().stream()
                        .map(row -> row.file() + " " + row.line() + " " + row.code())
                        .sorted()
                        .toList());
    }
}
