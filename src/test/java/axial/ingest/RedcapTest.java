package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.JobFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rows of a REDCap export become visits. */
class RedcapTest {
    private static final String REPEATS =
            "record_id,redcap_repeat_instrument,redcap_repeat_instance,site,gender,migraine,"
                    + "person_complete,visit_date,tx___1,tx___2,tx____99,tx___ni,pain_nprs,visit_complete\n";
    private static final String PERSON = "1001,,,C1,2,aura,2,,,,,,,\n";
    private static final String EVENTS =
            "record_id,redcap_event_name,clinic_id,sex,age_years,visit_date,treatments,pain_nprs,visit_complete\n";

    @TempDir
    Path dir = Path.of("");

    private Intake repeats(String... rows) throws IOException {
        return Intake.of(dir, REPEATS + String.join("", rows))
                .format("redcap")
                .map("clinic_id", "site")
                .map("sex", "gender")
                .map("treatments", "tx")
                .value("sex", "2", "female")
                .value("sex", "1", "male")
                .value("treatments", "1", "manipulation:cervical")
                .value("treatments", "2", "exercise")
                .option("null_values", "-99\u001fNI");
    }

    private static String visit(int instance, String date, String ticks, String pain) {
        return "1001,visit," + instance + ",,,,," + date + "," + ticks + "," + pain + ",2\n";
    }

    private Intake events(String... rows) throws IOException {
        return Intake.of(dir, EVENTS + String.join("", rows)).format("redcap");
    }

    private static void assertSays(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), "'" + part + "' is missing in: " + message);
        }
    }

    @Test
    void aRepeatInstanceIsAVisitWithWhatStandsOnTheRecordsOwnRow() throws IOException {
        Intake.Fate fate =
                repeats(PERSON, visit(3, "2024-03-04", "1,1,0,0", "6")).only();
        assertEquals("1001", fate.at("patient_id"));
        assertEquals("1001:visit:3", fate.at("visit_id"));
        assertEquals("C1", fate.at("clinic_id"));
        assertEquals("female", fate.at("sex"));
        assertEquals("aura", fate.at("migraine"));
        assertEquals("exercise;manipulation:cervical", fate.at("treatments"));
        assertEquals(6_000_000, fate.at("pain_nprs"));
        assertEquals(3, fate.line());
    }

    @Test
    void rowsOfARecordMayLieApartInAnyOrder() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int patient = 1; patient <= 40; patient++) {
            rows.add(PERSON.replace("1001", "P" + patient).replace("C1", "C" + patient));
            rows.add(visit(1, "2024-03-04", "1,0,0,0", "6").replace("1001", "P" + patient));
            rows.add(visit(2, "2024-04-04", "0,0,0,0", "3").replace("1001", "P" + patient));
        }
        Collections.shuffle(rows, new Random(8));
        List<Intake.Fate> fates = repeats(rows.toArray(new String[0])).read();
        assertEquals(80, fates.size());
        fates.forEach(fate -> assertEquals(
                fate.at("patient_id"), String.valueOf(fate.at("clinic_id")).replace('C', 'P')));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheRecordsColumn() throws IOException {
        Intake intake = Intake.of(dir, "\ufeff" + EVENTS + "7,base,C1,male,40,2024-03-04,massage,6,2\n")
                .format("redcap");
        assertEquals("7", intake.only().at("patient_id"));
    }

    @Test
    void aProjectWithoutRepeatsHasOneVisitPerRow() throws IOException {
        Intake intake = Intake.of(
                        dir, "study_id,clinic_id,visit_date,treatments,pain_nprs\n7,C1,2024-03-04,massage,6\n")
                .format("redcap");
        assertEquals("7", intake.only().at("visit_id"));
        assertEquals("7", intake.only().at("patient_id"));
    }

    @Test
    void anEventIsAVisitAndScoresAreNeverCarriedFromOneToAnother() throws IOException {
        List<Intake.Fate> fates = events(
                        "7,base,C1,male,40,2024-03-04,manipulation:cervical,6,2\n",
                        "7,week4,,,,2024-04-01,,,2\n",
                        "7,week8,,,,,,,0\n")
                .read();
        assertEquals(2, fates.size(), "an event without anything of a visit is none");
        assertEquals("7:week4", fates.get(1).at("visit_id"));
        assertEquals("male", fates.get(1).at("sex"));
        assertEquals(400_000, fates.get(1).at("age_years"));
        assertEquals("C1", fates.get(1).at("clinic_id"));
        assertNull(fates.get(1).at("pain_nprs"));
        assertEquals("", fates.get(1).at("treatments"));
    }

    @Test
    void whatIsCarriedCanBeDeclared() throws IOException {
        String[] rows = {"7,base,C1,male,40,2024-03-04,massage,6,2\n", "7,week4,C1,,,2024-04-01,,,2\n"};
        assertEquals(
                "unknown",
                events(rows).option("carry", "age_years").read().get(1).at("sex"));
        assertEquals(
                400_000, events(rows).option("carry", "age_years").read().get(1).at("age_years"));
        assertEquals("unknown", events(rows).option("carry", "").read().get(1).at("sex"));
    }

    @Test
    void aVisitsOwnCellCountsBeforeACarriedOne() throws IOException {
        List<Intake.Fate> fates = events(
                        "7,base,C1,male,40,2024-03-04,massage,6,2\n", "7,year1,C2,,41,2025-03-04,,4,2\n")
                .read();
        assertEquals("C2", fates.get(1).at("clinic_id"));
        assertEquals(410_000, fates.get(1).at("age_years"));
    }

    @Test
    void rowsThatDisagreeAboutTheirRecordRefuseTheVisitUntilOneIsNamed() throws IOException {
        String[] rows = {
            "7,base,C1,male,40,2024-03-04,massage,6,2\n",
            "7,year1,C1,male,41,2025-03-04,,4,2\n",
            "7,year2,C1,male,,2026-03-04,,4,2\n"
        };
        List<Intake.Fate> fates = events(rows).read();
        assertEquals(List.of(), fates.get(0).codes());
        assertEquals(List.of(), fates.get(1).codes());
        assertEquals(List.of("age_years base_rows_differ"), fates.get(2).codes());
        assertEquals(
                400_000, events(rows).option("base_event", "base").read().get(2).at("age_years"));
    }

    @Test
    void onlyDeclaredInstrumentsAndEventsAreVisits() throws IOException {
        String call = "1001,phone,1,,,,,2024-03-09,0,0,0,0,4,2\n";
        String visit = visit(1, "2024-03-04", "1,0,0,0", "6");
        assertEquals(2, repeats(PERSON, visit, call).read().size());
        assertEquals(
                "1001:visit:1",
                repeats(PERSON, visit, call)
                        .option("visit_instrument", "visit")
                        .only()
                        .at("visit_id"));
        String[] rows = {"7,base,C1,male,40,2024-03-04,massage,6,2\n", "7,week4,C1,,,2024-04-01,,5,2\n"};
        assertEquals(
                "7:week4", events(rows).option("visit_event", "week4").only().at("visit_id"));
    }

    @Test
    void anEventOrInstrumentThatNoRowHasIsNamedWithThoseThereAre() throws IOException {
        assertSays(
                repeats(PERSON, visit(1, "2024-03-04", "1,0,0,0", "6"))
                        .option("visit_instrument", "visits")
                        .option("base_event", "base")
                        .refusal(),
                "no row has visits in redcap_repeat_instrument",
                "there are visit.",
                "no row has base in redcap_event_name",
                "absent or empty");
    }

    @Test
    void aVisitWithoutADateIsRefusedNotPassedOver() throws IOException {
        assertEquals(
                List.of("visit_date missing_required"),
                repeats(PERSON, visit(1, "", "0,0,0,0", "6")).only().codes());
        assertEquals(
                List.of("visit_date missing_required"),
                repeats(PERSON, visit(1, "", "1,0,0,0", "")).only().codes());
        assertEquals(
                List.of("visit_date missing_required"),
                repeats(PERSON, visit(1, "-99", "0,0,0,0", "")).only().codes());
    }

    @Test
    void codesOfMissingAreMissing() throws IOException {
        Intake.Fate fate =
                repeats(PERSON, visit(1, "2024-03-04", "0,0,1,0", "-99")).only();
        assertNull(fate.at("pain_nprs"));
        assertEquals("", fate.at("treatments"));
        assertEquals(
                "",
                repeats(PERSON, visit(1, "2024-03-04", "0,0,0,1", "NI")).only().at("treatments"));
    }

    @Test
    void aCodeOfMissingTickedBesideAnotherIsRefused() throws IOException {
        assertTrue(repeats(PERSON, visit(1, "2024-03-04", "1,0,1,0", "6"))
                .only()
                .codes()
                .contains("tx tick_not_understood"));
        assertTrue(repeats(PERSON, visit(1, "2024-03-04", "2,0,0,0", "6"))
                .only()
                .codes()
                .contains("tx tick_not_understood"));
    }

    @Test
    void aNegativeCodeIsReadWithItsSign() throws IOException {
        Intake intake = Intake.of(dir, "record_id,clinic_id,visit_date,tx____1,tx___ab_c\n7,C1,2024-03-04,1,1\n")
                .format("redcap")
                .map("treatments", "tx")
                .value("treatments", "-1", "massage")
                .value("treatments", "AB.C", "heat");
        assertEquals("heat;massage", intake.only().at("treatments"));
    }

    @Test
    void anExportWithLabelsIsRefusedWithTheFix() throws IOException {
        String fix = "raw data";
        assertSays(
                Intake.of(dir, "Record ID,Event Name,Visit date\n7,Base,2024-03-04\n")
                        .format("redcap")
                        .refusal(),
                "line 1",
                "labels",
                fix);
        assertSays(
                Intake.of(dir, "Record ID,Treatment (choice=Manipulation)\n7,Checked\n")
                        .format("redcap")
                        .refusal(),
                "labels",
                fix);
        assertSays(
                repeats(PERSON, visit(1, "2024-03-04", "Checked,Unchecked,Unchecked,Unchecked", "6"))
                        .refusal(),
                "line 3",
                "labels",
                fix);
    }

    @Test
    void anExportOfOneLinePerValueIsRefusedWithTheFix() throws IOException {
        assertSays(
                Intake.of(dir, "record,field_name,value\n7,pain,6\n")
                        .format("redcap")
                        .refusal(),
                "EAV",
                "flat");
    }

    @Test
    void unfinishedFormsAreReadUnlessOnlyCompleteOnesAreWanted() throws IOException {
        String unfinished = visit(1, "2024-03-04", "1,0,0,0", "6").replace(",2\n", ",1\n");
        String finished = visit(2, "2024-03-05", "1,0,0,0", "5");
        assertEquals(List.of(), repeats(PERSON, unfinished).only().codes());
        List<Intake.Fate> fates = repeats(PERSON, unfinished, finished)
                .option("complete_only", "true")
                .read();
        assertEquals(List.of("visit_id form_not_complete"), fates.get(0).codes());
        assertEquals(List.of(), fates.get(1).codes());
        assertEquals(
                List.of("visit_id form_not_complete"),
                events("7,base,C1,male,40,2024-03-04,massage,6,0\n")
                        .option("complete_only", "true")
                        .only()
                        .codes());
    }

    @Test
    void completeFormsCannotBeToldWithoutTheirColumn() throws IOException {
        assertSays(
                Intake.of(dir, "record_id,clinic_id,visit_date,treatments\n7,C1,2024-03-04,massage\n")
                        .format("redcap")
                        .option("complete_only", "true")
                        .refusal(),
                "<form>_complete",
                "complete_only");
    }

    @Test
    void aRaggedRowIsRefusedAsAWholeAndNothingOfItIsShown() throws IOException {
        List<Intake.Fate> fates = repeats(PERSON, "1001,visit,1\n", visit(2, "2024-03-04", "1,0,0,0", "6"))
                .read();
        assertEquals(List.of(" broken_record"), fates.get(0).codes());
        assertEquals(List.of(), fates.get(1).codes());
        String refusal = repeats(PERSON, "ZZSECRET,ZZSECRET,ZZSECRET\n")
                .option("visit_instrument", "absent")
                .refusal();
        assertFalse(refusal.contains("ZZSECRET"), refusal);
    }

    @Test
    void theHandbooksExampleIsReadAsItSays() throws Exception {
        String section = Files.readString(Path.of("src/docs/formats.md")).split("\n## REDCap\n")[1];
        Files.writeString(dir.resolve("export.csv"), block(section, "```\n"));
        String job = "axial: 1\ntitle: t\narms: { a: [manipulation:cervical], b: [mobilization:cervical] }\n"
                + "outcomes: [pain_nprs]\nquestions: [{ id: q, ask: q, arm: a, comparator: b }]\n";
        var read = JobFile.parse("formats.md", job + block(section, "```yaml\n"));
        Sources.Found found = Sources.find(read, dir).get(0);
        VisitRules rules = new VisitRules(read, found.source());
        List<String> rows = new ArrayList<>();
        try (Format.Records records = new RedcapFormat().forJob(read).read(found.file(), found.source())) {
            while (records.hasNext()) {
                List<Reason> reasons = new ArrayList<>();
                List<Object> visit = Arrays.asList(rules.read(records.next(), reasons));
                assertEquals(List.of(), reasons);
                rows.add(visit.subList(1, 5) + " " + visit.contains("female") + " "
                        + visit.contains("manipulation:cervical"));
            }
        }
        assertEquals(
                List.of("[1001:visit:1, 1001, north, null] true true", "[1001:visit:2, 1001, north, null] true false"),
                rows);
    }

    private static String block(String text, String begin) {
        int at = text.indexOf(begin) + begin.length();
        return text.substring(at, text.indexOf("```", at));
    }

    @Test
    void anExportWithoutVisitsIsRefused() throws IOException {
        assertSays(repeats(PERSON).refusal(), "no visit");
    }

    @Test
    void aRecordWithoutItsOwnRowKeepsWhatItsVisitsSay() throws IOException {
        assertEquals(
                Arrays.asList("clinic_id missing_required"),
                repeats(visit(1, "2024-03-04", "1,0,0,0", "6")).only().codes());
    }
}
