package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rows of OMOP tables become visits; tables as CSV files. */
class OmopTest {
    private static final String PROCEDURES = "procedure_occurrence_id,visit_occurrence_id,procedure_concept_id,"
            + "procedure_source_concept_id,procedure_source_value,modifier_source_value,procedure_date,procedure_datetime\n";
    private static final String MEASUREMENTS = "measurement_id,visit_occurrence_id,measurement_concept_id,"
            + "measurement_source_concept_id,measurement_source_value,measurement_date,measurement_datetime,"
            + "operator_concept_id,value_as_number,value_as_concept_id,unit_concept_id,unit_source_value\n";
    private static final String OBSERVATIONS = "observation_id,visit_occurrence_id,observation_concept_id,"
            + "observation_source_value,observation_date,value_as_number,value_as_string,value_as_concept_id,"
            + "value_source_value\n";
    private static final String CONDITIONS = "condition_occurrence_id,visit_occurrence_id,condition_concept_id,"
            + "condition_source_concept_id,condition_source_value,condition_start_date\n";
    private static final String VISITS =
            "visit_occurrence_id,person_id,visit_start_date,visit_end_date,care_site_id,provider_id\n";
    private static final String PERSONS = "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth\n";

    @TempDir
    Path dir = Path.of("");

    @BeforeEach
    void aVisitOnTheFourthOfMarch() throws IOException {
        table("person", PERSONS, "1,8532,1980,3,5\n");
        table("visit_occurrence", VISITS, "10,1,2024-03-04,2024-03-04,5,7\n");
        table("procedure_occurrence", PROCEDURES, treatment("SMT", "10:00:00"));
        table("measurement", MEASUREMENTS);
    }

    private void table(String name, String header, String... rows) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("omop"));
        Files.writeString(folder.resolve(name + ".csv"), header + String.join("", rows));
    }

    private Intake omop() {
        return Intake.there(dir, "omop").format("omop").value("treatments", "SMT", "manipulation:cervical");
    }

    private Intake pain() {
        return omop().map("pain_nprs", "NRS");
    }

    private static String treatment(String code, String time) {
        return "1,10,0,0," + code + ",,2024-03-04,2024-03-04 " + time + "\n";
    }

    private static String score(String code, String time, String value) {
        return "1,10,0,0," + code + ",2024-03-04,2024-03-04 " + time + ",," + value + ",,,\n";
    }

    private static void assertSays(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), "'" + part + "' is missing in: " + message);
        }
    }

    @Test
    void aVisitHasTheIdsOfItsRow() throws IOException {
        Intake.Fate fate = omop().only();
        assertEquals("10", fate.at("visit_id"));
        assertEquals("1", fate.at("patient_id"));
        assertEquals("5", fate.at("clinic_id"));
        assertEquals("7", fate.at("practitioner_id"));
        assertEquals("manipulation:cervical", fate.at("treatments"));
        assertEquals("female", fate.at("sex"));
        assertEquals(2, fate.line());
    }

    @Test
    void otherColumnsOfVisitAndPersonCanStandForThem() throws IOException {
        table("person", PERSONS.strip() + ",person_source_value\n", "1,8532,1980,3,5,PAT-1\n");
        Intake mapped =
                omop().map("patient_id", "person.person_source_value").map("clinic_id", "visit_occurrence.provider_id");
        assertEquals("PAT-1", mapped.only().at("patient_id"));
        assertEquals("7", mapped.only().at("clinic_id"));
        assertSays(
                omop().map("clinic_id", "visit_occurrence.location").refusal(),
                "no column visit_occurrence.location",
                "map");
    }

    @Test
    void ageIsInWholeYearsAtTheVisit() throws IOException {
        assertEquals(430_000, omop().only().at("age_years"), "the day before the birthday");
        table("person", PERSONS, "1,8532,1980,3,4\n");
        assertEquals(440_000, omop().only().at("age_years"), "the birthday");
        table("person", PERSONS, "1,8532,1980,12,\n");
        assertEquals(440_000, omop().only().at("age_years"), "without a day: the difference of the years");
        table("person", PERSONS, "1,8532,,,\n");
        assertNull(omop().only().at("age_years"));
        table("person", PERSONS, "1,8532,2030,1,1\n");
        assertEquals(List.of("age_years outside_range"), omop().only().codes());
    }

    @Test
    void sexIsReadFromTheGenderConcept() throws IOException {
        table("person", PERSONS, "1,8507.0,1980,3,5\n");
        assertEquals("male", omop().only().at("sex"));
        table("person", PERSONS, "1,0,1980,3,5\n");
        assertEquals("unknown", omop().only().at("sex"));
        table("person", PERSONS, "1,123,1980,3,5\n");
        assertEquals(List.of("sex unknown_word"), omop().only().codes());
        assertEquals("other", omop().value("sex", "123", "other").only().at("sex"));
    }

    @Test
    void aScoreIsFromBeforeTreatmentUnlessItsTimeIsLater() throws IOException {
        table("measurement", MEASUREMENTS, score("NRS", "09:50:00", "6"), score("NRS", "10:20:00", "4.0"));
        Intake.Fate fate = pain().only();
        assertEquals(6_000_000, fate.at("pain_nprs"));
        assertEquals(4_000_000, fate.at("pain_nprs_after"));
        table("measurement", MEASUREMENTS, score("NRS", "10:00:00", "6"));
        assertEquals(6_000_000, pain().only().at("pain_nprs"), "at the very time");
    }

    @Test
    void aScoreWithoutATimeIsFromBefore() throws IOException {
        table("measurement", MEASUREMENTS, score("NRS", "00:00:00", "6"));
        assertEquals(6_000_000, pain().only().at("pain_nprs"));
        table("procedure_occurrence", PROCEDURES, treatment("SMT", "00:00:00"));
        table("measurement", MEASUREMENTS, score("NRS", "10:20:00", "6"));
        assertEquals(6_000_000, pain().only().at("pain_nprs"));
        assertNull(pain().only().at("pain_nprs_after"));
    }

    @Test
    void twoScoresOfADayWithoutTimesAreRefusedEvenIfEqual() throws IOException {
        for (String second : List.of("4", "6")) {
            table("measurement", MEASUREMENTS, score("NRS", "00:00:00", "6"), score("NRS", "00:00:00", second));
            assertEquals(List.of("pain_nprs ambiguous_value"), pain().only().codes());
        }
        table("measurement", MEASUREMENTS, score("NRS", "09:00:00", "6"), score("NRS", "00:00:00", "4"));
        assertEquals(List.of("pain_nprs ambiguous_value"), pain().only().codes(), "one of them with a time");
    }

    @Test
    void codesOfTheirOwnTellBeforeFromAfterWithoutTimes() throws IOException {
        table("measurement", MEASUREMENTS, score("PRE", "00:00:00", "6"), score("POST", "00:00:00", "4"));
        Intake.Fate fate =
                omop().map("pain_nprs", "PRE").map("pain_nprs_after", "POST").only();
        assertEquals(6_000_000, fate.at("pain_nprs"));
        assertEquals(4_000_000, fate.at("pain_nprs_after"));
        table("measurement", MEASUREMENTS, score("PRE", "10:30:00", "6"), score("POST", "09:00:00", "4"));
        assertEquals(
                6_000_000,
                omop().map("pain_nprs", "PRE")
                        .map("pain_nprs_after", "POST")
                        .only()
                        .at("pain_nprs"),
                "a declared code counts before any time");
    }

    @Test
    void aScoreBetweenTwoTreatmentsIsNeitherBeforeNorAfter() throws IOException {
        table("procedure_occurrence", PROCEDURES, treatment("SMT", "10:00:00"), treatment("EX", "10:40:00"));
        table("measurement", MEASUREMENTS, score("NRS", "10:20:00", "6"));
        Intake both = pain().value("treatments", "EX", "exercise");
        assertEquals(List.of("pain_nprs ambiguous_value"), both.only().codes());
        assertEquals(List.of(), pain().only().codes(), "what is no treatment does not count");
    }

    @Test
    void valuesThatDifferAtOneTimeAreRefusedAndEqualOnesAreOne() throws IOException {
        table("measurement", MEASUREMENTS, score("NRS", "09:00:00", "6"), score("NRS", "09:10:00", "6.0"));
        assertEquals(6_000_000, pain().only().at("pain_nprs"));
        table("measurement", MEASUREMENTS, score("NRS", "09:00:00", "6"), score("NRS", "09:10:00", "7"));
        assertEquals(List.of("pain_nprs ambiguous_value"), pain().only().codes());
    }

    @Test
    void anAssessmentHasNoAfter() throws IOException {
        table("procedure_occurrence", PROCEDURES);
        table("measurement", MEASUREMENTS, score("NRS", "10:20:00", "6"));
        Intake.Fate fate = pain().only();
        assertEquals(6_000_000, fate.at("pain_nprs"));
        assertEquals("", fate.at("treatments"));
    }

    @Test
    void declaredFieldsAndWordsHaveNoBeforeAndAfter() throws IOException {
        table(
                "observation",
                OBSERVATIONS,
                "1,10,0,MIG,2024-03-04,,aura,,\n",
                "2,10,0,STRESS,2024-03-04,2.5,,,\n",
                "3,10,0,AE,2024-03-04,,soreness,,\n",
                "4,10,0,AES,2024-03-04,,,45,\n");
        Intake.Fate fate = omop().map("migraine", "MIG")
                .map("stress", "STRESS")
                .map("adverse_event", "AE")
                .map("adverse_event_severity", "AES")
                .value("adverse_event_severity", "45", "minor")
                .only();
        assertEquals("aura", fate.at("migraine"));
        assertEquals(25_000, fate.at("stress"));
        assertEquals("soreness", fate.at("adverse_event"));
        assertEquals("minor", fate.at("adverse_event_severity"));
    }

    @Test
    void aCodeIsTheSourcesOwnOrEitherConcept() throws IOException {
        for (String row : List.of("1,10,44,0,,", "1,10,0,44,,", "1,10,0,0,44,", "1,10,44.0,0,x,")) {
            table("procedure_occurrence", PROCEDURES, row + ",2024-03-04,\n");
            assertEquals(
                    "massage",
                    omop().value("treatments", "44", "massage").only().at("treatments"),
                    row);
        }
    }

    @Test
    void aModifierTellsTheRegionWhereTheCodeDoesNot() throws IOException {
        table("procedure_occurrence", PROCEDURES, "1,10,0,0,98940,C,2024-03-04,\n", "2,10,0,0,98940,,2024-03-04,\n");
        assertEquals(
                "manipulation:cervical;manual",
                omop().value("treatments", "98940 C", "manipulation:cervical")
                        .value("treatments", "98940", "manual")
                        .only()
                        .at("treatments")
                        .toString()
                        .replaceAll("(manual);(.*)", "$2;$1"));
    }

    @Test
    void proceduresThatNoCodeNamesAreNoTreatments() throws IOException {
        table("procedure_occurrence", PROCEDURES, treatment("XRAY", "10:00:00"));
        assertEquals("", omop().only().at("treatments"));
    }

    @Test
    void vocabulariesAreLookedUpInTheTableOfConcepts() throws IOException {
        table("procedure_occurrence", PROCEDURES, "1,10,44,0,,,2024-03-04,\n", "2,10,45,0,,T,2024-03-04,\n");
        table(
                "concept",
                "CONCEPT_ID,VOCABULARY_ID,CONCEPT_CODE\n",
                "44,SNOMED,399010004\n",
                "45,CPT4,98940\n",
                "46,LOINC,72514-3\n");
        table("measurement", MEASUREMENTS, "1,10,46,0,,2024-03-04,,,6,,,\n");
        Intake.Fate fate = omop().value("treatments", "CPT4|98940 T", "manipulation:thoracic")
                .only();
        assertEquals("manipulation:cervical;manipulation:thoracic", fate.at("treatments"), "one known, one declared");
        assertEquals(6_000_000, fate.at("pain_nprs"));
        for (String system : List.of("CPT", "http://www.ama-assn.org/go/cpt")) {
            Intake otherwise = omop().value("treatments", system + "|98940 T", "manipulation:thoracic");
            assertEquals(fate.at("treatments"), otherwise.only().at("treatments"), system);
        }
        assertSays(omop().map("ndi_percent", "LOINC|1-8").refusal(), "LOINC|1-8", "concept has no such");
    }

    @Test
    void vocabulariesMayComeWithTabsAndLooseQuotes() throws IOException {
        table("procedure_occurrence", PROCEDURES, "1,10,44,0,,,2024-03-04,\n");
        table(
                "CONCEPT",
                "concept_id\tconcept_name\tvocabulary_id\tconcept_code\n",
                "43\t\"open quote\tSNOMED\t1\n",
                "44\tanother\tSNOMED\t399010004\n");
        assertEquals("manipulation:cervical", omop().only().at("treatments"));
    }

    @Test
    void aVocabularyWithoutTheTableOfConceptsIsRefused() throws IOException {
        assertSays(
                omop().map("pain_nprs", "LOINC|72514-3").refusal(), "pain_nprs", "LOINC|72514-3", "no table concept");
    }

    @Test
    void codesThatLeaveTechniqueOrRegionOpenAreRefusedNotGuessed() throws IOException {
        table("concept", "concept_id,vocabulary_id,concept_code\n", "45,CPT4,98940\n", "46,CPT4,97140\n");
        table("procedure_occurrence", PROCEDURES, "1,10,45,0,,,2024-03-04,\n");
        assertEquals(List.of("treatments code_says_no_region"), omop().only().codes());
        table("procedure_occurrence", PROCEDURES, "1,10,46,0,,,2024-03-04,\n");
        assertEquals(List.of("treatments code_says_no_technique"), omop().only().codes());
        assertEquals(
                "mobilization:cervical",
                omop().value("treatments", "46", "mobilization:cervical").only().at("treatments"));
    }

    @Test
    void disordersAndRedFlagsAreCodesOfConditionsAndObservations() throws IOException {
        table(
                "condition_occurrence",
                CONDITIONS,
                "1,10,0,0,M54.2,2024-03-04\n",
                "2,10,0,0,M54.12,2024-03-04\n",
                "3,10,0,0,G95.9,2024-03-04\n");
        Intake coded = omop().value("disorder", "M54.2", "nonspecific")
                .value("disorder", "M54.12", "radiculopathy")
                .value("red_flags", "G95.9", "myelopathy_signs");
        assertEquals("radiculopathy", coded.only().at("disorder"), "what says more counts");
        assertEquals("myelopathy_signs", coded.only().at("red_flags"));
        assertEquals(
                List.of("disorder ambiguous_value"),
                coded.value("disorder", "G95.9", "whiplash").only().codes());
    }

    @Test
    void unitsAreReckonedIntoTheInstrumentsOwn() {
        OmopUnits units = new OmopUnits(List.of("9484"));
        assertEquals(Optional.of(BigDecimal.TEN), units.factor("mm", "8582", ""));
        assertEquals(Optional.of(BigDecimal.ONE), units.factor("mm", "8588", ""));
        assertEquals(Optional.of(BigDecimal.TEN), units.factor("mm", "", "cm"));
        assertEquals(Optional.of(BigDecimal.ONE), units.factor("degrees", "", "deg"));
        assertEquals(Optional.of(BigDecimal.ONE), units.factor("degrees", "9484", ""), "declared");
        assertEquals(Optional.of(BigDecimal.ONE), units.factor("points", "", ""), "none");
        assertEquals(Optional.empty(), units.factor("percentage points", "44777566", ""), "a score is no percentage");
        assertEquals(Optional.empty(), units.factor("degrees", "8582", ""));
    }

    @Test
    void aScoreInAnUnknownUnitIsRefused() throws IOException {
        table("measurement", MEASUREMENTS, "1,10,0,0,NRS,2024-03-04,,,6,,8582,\n");
        assertEquals(List.of("pain_nprs unit_not_understood"), pain().only().codes());
        assertEquals(List.of(), pain().option("units", "8582").only().codes());
    }

    @Test
    void aLimitIsNoScore() throws IOException {
        table("measurement", MEASUREMENTS, "1,10,0,0,NRS,2024-03-04,,4172704,6,,,\n");
        assertEquals(List.of("pain_nprs number_not_understood"), pain().only().codes());
        table("measurement", MEASUREMENTS, "1,10,0,0,NRS,2024-03-04,,4172703,6,,,\n");
        assertEquals(6_000_000, pain().only().at("pain_nprs"));
    }

    @Test
    void aScoreOfAnotherDayThanItsVisitIsRefused() throws IOException {
        table("measurement", MEASUREMENTS, "1,10,0,0,NRS,2024-03-05,,,6,,,\n");
        assertEquals(List.of("pain_nprs outside_visit"), pain().only().codes());
        table("visit_occurrence", VISITS, "10,1,2024-03-04,2024-03-06,5,7\n");
        assertEquals(List.of(), pain().only().codes());
    }

    @Test
    void whatNamesNoVisitIsRefusedNotPassedOver() throws IOException {
        table(
                "measurement",
                MEASUREMENTS,
                score("NRS", "09:00:00", "6"),
                "2,,0,0,NRS,2024-03-04,,,6,,,\n",
                "3,99,0,0,NRS,2024-03-04,,,6,,,\n",
                "4,1,0,0,NRS,2024-03-04,,,6,,,\n",
                "5,,0,0,OTHER,2024-03-04,,,6,,,\n");
        List<Intake.Fate> fates = pain().read();
        List<String> codes = fates.stream()
                .map(fate -> fate.line() + fate.codes().toString())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "2[]",
                        "3[pain_nprs row_without_visit]",
                        "4[pain_nprs row_without_visit]",
                        "5[pain_nprs row_without_visit]"),
                codes);
    }

    @Test
    void aVisitThatStandsTwiceIsReadTwiceForTheVersionsToDecide() throws IOException {
        table("visit_occurrence", VISITS, "10,1,2024-03-04,,5,7\n", "10,1,2024-03-04,,5,7\n");
        List<Intake.Fate> fates = omop().read();
        assertEquals(fates.get(0).visit(), fates.get(1).visit());
        assertEquals("manipulation:cervical", fates.get(1).at("treatments"));
    }

    @Test
    void aVisitIdThatIsNoNumberIsRefused() throws IOException {
        table("visit_occurrence", VISITS, "10,1,2024-03-04,,5,7\n", "x,1,2024-03-04,,5,7\n");
        assertEquals(
                List.of(" broken_record"),
                omop().read().stream()
                        .filter(fate -> fate.line() == 3)
                        .findFirst()
                        .orElseThrow()
                        .codes());
    }

    @Test
    void rowsMayStandInAnyOrder() throws IOException {
        List<String> visits = new ArrayList<>();
        List<String> scores = new ArrayList<>();
        for (int id = 1; id <= 200; id++) {
            visits.add(id + ",1,2024-03-04,2024-03-04,5,7\n");
            scores.add("1," + id + ",0,0,NRS,2024-03-04,,," + id % 11 + ",,,\n");
        }
        table("procedure_occurrence", PROCEDURES);
        Random dice = new Random(4);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(visits, dice);
            Collections.shuffle(scores, dice);
            table("visit_occurrence", VISITS, visits.toArray(new String[0]));
            table("measurement", MEASUREMENTS, scores.toArray(new String[0]));
            List<Intake.Fate> fates = pain().read();
            assertEquals(200, fates.size());
            for (Intake.Fate fate : fates) {
                int id = Integer.parseInt(String.valueOf(fate.at("visit_id")));
                assertEquals(id % 11 * 1_000_000, fate.at("pain_nprs"));
            }
        }
    }

    @Test
    void tablesAndColumnsMayBeInCapitalsAndInFoldersOfTheirOwn() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("many/MEASUREMENT"));
        Files.writeString(
                folder.resolve("part-1.csv"),
                MEASUREMENTS.toUpperCase(java.util.Locale.ROOT) + score("NRS", "09:00:00", "6"));
        for (String name : List.of("person", "visit_occurrence", "procedure_occurrence")) {
            Path own = Files.createDirectories(dir.resolve("many").resolve(name));
            Files.copy(dir.resolve("omop/" + name + ".csv"), own.resolve("part-0.csv"));
        }
        Intake.Fate fate = Intake.there(dir, "many/*")
                .format("omop")
                .map("pain_nprs", "NRS")
                .only();
        assertEquals(6_000_000, fate.at("pain_nprs"));
    }

    @Test
    void aMissingTableIsNamed() throws IOException {
        Files.delete(dir.resolve("omop/person.csv"));
        Files.delete(dir.resolve("omop/measurement.csv"));
        assertSays(omop().refusal(), "no table person", "no table measurement");
    }

    @Test
    void aCodeThatNoRowHasIsNamed() throws IOException {
        assertSays(pain().refusal(), "no row", "NRS", "pain_nprs", "map");
    }

    @Test
    void oneCodeCannotHoldTwoFields() throws IOException {
        assertSays(pain().map("pain_nprs_after", "NRS").refusal(), "pain_nprs", "pain_nprs_after", "told by time");
    }

    @Test
    void aBrokenTableIsRefusedWithItsLine() throws IOException {
        table("measurement", MEASUREMENTS, "1,10,0\n");
        assertSays(pain().refusal(), "omop/measurement.csv, line 2", "cells");
    }

    @Test
    void twoDifferentPersonsWithOneIdAreRefused() throws IOException {
        table("person", PERSONS, "1,8532,1980,3,5\n", "1,8507,1980,3,5\n");
        assertSays(omop().refusal(), "person", "line 3");
    }

    @Test
    void timesAreReadInEveryFormThatExportsHave() {
        long ten = OmopTimes.second("2024-03-04 10:00:00");
        for (String text : List.of(
                "2024-03-04T10:00:00",
                "2024-03-04T10:00:00Z",
                "2024-03-04 10:00:00.000",
                "2024-03-04 10:00",
                "2024-03-04 11:00:00+01",
                "2024-03-04T11:00:00+01:00")) {
            assertEquals(ten, OmopTimes.second(text), text);
        }
        for (String text : List.of("", "2024-03-04", "2024-03-04 00:00:00", "2024-03-04T00:00:00Z", "later")) {
            assertEquals(OmopTimes.NO_TIME, OmopTimes.second(text), text);
        }
    }
}
