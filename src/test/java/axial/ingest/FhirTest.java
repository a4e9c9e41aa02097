package axial.ingest;

import static axial.ingest.Bundle.CPT;
import static axial.ingest.Bundle.LOINC;
import static axial.ingest.Bundle.MANIPULATION;
import static axial.ingest.Bundle.OURS;
import static axial.ingest.Bundle.PAIN;
import static axial.ingest.Bundle.SNOMED;
import static axial.ingest.Bundle.coding;
import static axial.ingest.Bundle.reference;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How visits are made of FHIR resources, and why some are refused. */
class FhirTest {
    @TempDir
    Path dir = Path.of("");

    private final Bundle bundle = Bundle.oneVisit();

    private Intake.Fate only() throws IOException {
        return bundle.in(dir).only();
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    // ---- the encounter and the patient

    @Test
    void aFinishedEncounterIsAVisit() throws IOException {
        Intake.Fate fate = only();
        assertEquals("V1", fate.at("visit_id"));
        assertEquals("P1", fate.at("patient_id"));
        assertEquals("C1", fate.at("clinic_id"));
        assertEquals("D1", fate.at("practitioner_id"));
        assertEquals(day("2024-03-04"), fate.at("visit_day"));
        assertEquals("", fate.at("treatments"));
        assertEquals("unknown", fate.at("disorder"));
    }

    @Test
    void anEncounterThatIsNotFinishedIsNoVisitAndSaysWhy() throws IOException {
        for (String status : List.of("planned", "in-progress", "cancelled", "entered-in-error", "unknown")) {
            Bundle one = new Bundle();
            one.add(one.visit("V1", "2024-03-04", "2024-03-04").put("status", status))
                    .add(one.pain(5));
            assertEquals(List.of(" visit_not_finished"), one.in(dir).only().codes(), status);
        }
    }

    @Test
    void aTimeBecomesADateInTheDeclaredZoneAndADateStaysAsItIs() throws IOException {
        Bundle late = new Bundle();
        late.add(late.visit("V1", "2024-03-04T23:30:00Z", "2024-03-04T23:50:00Z"));
        assertEquals(day("2024-03-04"), late.in(dir).only().at("visit_day"));
        assertEquals(
                day("2024-03-05"),
                late.in(dir).option("zone", "Europe/Berlin").only().at("visit_day"));
        Bundle date = new Bundle();
        date.add(date.visit("V1", "2024-03-04", "2024-03-04"));
        assertEquals(
                day("2024-03-04"),
                date.in(dir).option("zone", "Pacific/Auckland").only().at("visit_day"));
    }

    @Test
    void aTimeWithoutItsOffsetIsNoDate() throws IOException {
        Bundle one = new Bundle();
        one.add(one.visit("V1", "2024-03-04T09:00:00", "2024-03-04T10:00:00"));
        assertEquals(
                List.of("visit_date date_not_understood", "visit_date missing_required"),
                one.in(dir).only().codes());
    }

    @Test
    void anEncounterWithoutPatientClinicOrStartIsRefused() throws IOException {
        Bundle one = new Bundle();
        one.add(Bundle.resource("Encounter", "V1").put("status", "finished"));
        assertEquals(
                List.of("patient_id missing_required", "clinic_id missing_required", "visit_date missing_required"),
                one.in(dir).only().codes());
    }

    @Test
    void theDateOfBirthBecomesAnAgeAtTheVisitAndGoesNoFurther() throws IOException {
        assertEquals(430_000, only().at("age_years"));
        RawRecord record = records(bundle).get(0);
        assertEquals("43", record.cells().apply("age_years"));
        assertEquals(
                List.of(),
                record.names().stream()
                        .filter(name ->
                                String.valueOf(record.cells().apply(name)).contains("1980"))
                        .toList());
    }

    @Test
    void aYearOfBirthAloneIsTakenAtItsMiddle() throws IOException {
        for (List<String> born : List.of(List.of("1980", "43"), List.of("1980-03", "43"), List.of("1980-02", "44"))) {
            Bundle one = new Bundle();
            one.add(Bundle.resource("Patient", "P1").put("birthDate", born.get(0)));
            one.add(one.visit("V1", "2024-03-04", "2024-03-04"));
            assertEquals(born.get(1), records(one).get(0).cells().apply("age_years"), born.get(0));
        }
    }

    @Test
    void genderIsSex() throws IOException {
        assertEquals("female", only().at("sex"));
    }

    private List<RawRecord> records(Bundle of) throws IOException {
        Intake intake = of.in(dir);
        SourceFile files = new SourceFile(dir.resolve("fhir").toString(), "fhir");
        List<RawRecord> records = new ArrayList<>();
        try (Format.Records all = new FhirFormat().forJob(intake.job()).read(files, intake.source())) {
            all.forEachRemaining(records::add);
        }
        return records;
    }

    // ---- procedures

    @Test
    void aCompletedProcedureIsATreatment() throws IOException {
        bundle.add(bundle.treatment(SNOMED, MANIPULATION)).add(bundle.treatment(OURS, "massage-code"));
        assertEquals("manipulation:cervical;massage", only().at("treatments"));
    }

    @Test
    void aProcedureThatWasNotDoneDoesNotCountButItsVisitDoes() throws IOException {
        for (String status : List.of("not-done", "entered-in-error", "in-progress", "preparation")) {
            Bundle one = Bundle.oneVisit();
            one.add(one.treatment(SNOMED, MANIPULATION).put("status", status));
            List<Intake.Fate> fates = one.in(dir).read();
            assertEquals(List.of(" not_final"), fates.get(0).codes(), status);
            assertEquals("", fates.get(1).at("treatments"));
        }
    }

    @Test
    void aCodeThatStandsInNoListRefusesTheVisit() throws IOException {
        bundle.add(bundle.treatment(CPT, "97161"));
        assertEquals(List.of("treatments code_not_listed"), only().codes());
        assertEquals(
                "",
                bundle.in(dir).value("treatments", "CPT|97161", "none").only().at("treatments"));
    }

    @Test
    void aCodeThatSaysNoTechniqueIsRefused() throws IOException {
        bundle.add(bundle.treatment(CPT, "97140"));
        assertEquals(List.of("treatments code_says_no_technique", "treatments code_says_no_region"), only().codes());
    }

    @Test
    void theBodySiteSaysTheRegionWhereTheCodeDoesNot() throws IOException {
        assertEquals(List.of("treatments code_says_no_region"), manipulated("").codes());
        assertEquals("manipulation:cervical", manipulated("122494005").at("treatments"));
        assertEquals("manipulation:thoracic", manipulated("122495006").at("treatments"));
        assertEquals(
                List.of("treatments code_says_no_region"),
                manipulated("71836000").codes());
    }

    private Intake.Fate manipulated(String site) throws IOException {
        Bundle one = Bundle.oneVisit();
        ObjectNode procedure = one.treatment(CPT, "98941");
        coding(procedure.putArray("bodySite").addObject().putArray("coding"), SNOMED, site);
        return one.add(site.isEmpty() ? one.treatment(CPT, "98941") : procedure)
                .in(dir)
                .only();
    }

    @Test
    void aCodeAndABodySiteThatContradictEachOtherAreRefused() throws IOException {
        ObjectNode procedure = bundle.treatment(SNOMED, MANIPULATION);
        coding(procedure.putArray("bodySite").addObject().putArray("coding"), SNOMED, "122495006");
        bundle.add(procedure);
        assertEquals(List.of("treatments codes_disagree"), only().codes());
    }

    @Test
    void oneProcedureInTwoCodeSystemsIsOneTreatment() throws IOException {
        ObjectNode procedure = bundle.treatment(CPT, "98941");
        coding(
                (com.fasterxml.jackson.databind.node.ArrayNode)
                        procedure.path("code").path("coding"),
                SNOMED,
                MANIPULATION);
        bundle.add(procedure);
        assertEquals("manipulation:cervical", only().at("treatments"));
    }

    @Test
    void aRuleResolvesACodeByTheDiagnosis() throws IOException {
        ObjectNode procedure = bundle.treatment(CPT, "98941");
        coding(
                procedure.putArray("reasonCode").addObject().putArray("coding"),
                "http://hl7.org/fhir/sid/icd-10-cm",
                "M99.01");
        bundle.add(procedure);
        assertEquals(List.of("treatments code_says_no_region"), only().codes());
        assertEquals(
                "manipulation:cervical",
                bundle.in(dir)
                        .rule("98941", "diagnosis", "M99.01", "manipulation:cervical")
                        .only()
                        .at("treatments"));
    }

    // ---- observations

    @Test
    void observationsAreScoresBeforeTreatment() throws IOException {
        bundle.add(bundle.treatment(SNOMED, MANIPULATION))
                .add(bundle.pain(6))
                .add(bundle.quantity(LOINC, "82237-9", "34", "%"));
        assertEquals(6_000_000, only().at("pain_nprs"));
        assertEquals(34_000_000, only().at("ndi_percent"));
        assertNull(only().at("pain_nprs_after"));
    }

    @Test
    void aCodeThatIsNotKnownIsNotOfInterest() throws IOException {
        bundle.add(bundle.quantity(LOINC, "8867-4", "70", "/min"));
        assertEquals(List.of(), only().codes());
    }

    @Test
    void theTimeOfTheTreatmentTellsBeforeFromAfter() throws IOException {
        bundle.add(bundle.treatment(SNOMED, MANIPULATION))
                .add(bundle.pain(6))
                .add(bundle.pain(4).put("effectiveDateTime", "2024-03-04T10:45:00+01:00"));
        assertEquals(6_000_000, only().at("pain_nprs"));
        assertEquals(4_000_000, only().at("pain_nprs_after"));
    }

    @Test
    void aScoreWhileBeingTreatedIsRefused() throws IOException {
        ObjectNode treatment = bundle.treatment(SNOMED, MANIPULATION);
        treatment.remove("performedDateTime");
        treatment
                .putObject("performedPeriod")
                .put("start", "2024-03-04T09:00:00Z")
                .put("end", "2024-03-04T09:30:00Z");
        bundle.add(treatment).add(bundle.pain(6));
        assertEquals(List.of("pain_nprs before_or_after_unclear"), only().codes());
    }

    @Test
    void datesAloneDoNotTellUnlessTheJobSaysSo() throws IOException {
        bundle.add(bundle.treatment(SNOMED, MANIPULATION).put("performedDateTime", "2024-03-04"))
                .add(bundle.pain(6).put("effectiveDateTime", "2024-03-04"));
        assertEquals(List.of("pain_nprs before_or_after_unclear"), only().codes());
        assertEquals(
                6_000_000,
                bundle.in(dir).option("unclear_moment", "before").only().at("pain_nprs"));
    }

    @Test
    void aScoreAtAVisitWithoutTreatmentNeedsNoTime() throws IOException {
        bundle.add(bundle.pain(6).put("effectiveDateTime", "2024-03-04"));
        assertEquals(6_000_000, only().at("pain_nprs"));
    }

    @Test
    void aMarkerTellsBeforeFromAfter() throws IOException {
        bundle.add(bundle.treatment(SNOMED, MANIPULATION).put("performedDateTime", "2024-03-04"));
        ObjectNode before = bundle.pain(6).put("effectiveDateTime", "2024-03-04");
        coding(before.putArray("category").addObject().putArray("coding"), OURS, "before-treatment");
        ObjectNode after = bundle.pain(4).put("effectiveDateTime", "2024-03-04");
        after.putArray("extension").addObject().put("url", "urn:moment").put("valueCode", "after-treatment");
        bundle.add(before).add(after);
        assertEquals(6_000_000, only().at("pain_nprs"));
        assertEquals(4_000_000, only().at("pain_nprs_after"));
    }

    @Test
    void theJobMayNameCodesOfItsOwnAlsoForBeforeAndAfter() throws IOException {
        bundle.add(bundle.treatment(SNOMED, MANIPULATION))
                .add(bundle.observation(OURS, "NRS1").put("valueInteger", 6).put("effectiveDateTime", "2024-03-04"))
                .add(bundle.observation(OURS, "NRS2").put("valueInteger", 4).put("effectiveDateTime", "2024-03-04"))
                .add(bundle.observation(OURS, "migraine").put("valueString", "never"));
        Intake intake = bundle.in(dir)
                .map("pain_nprs", "urn:ours|NRS1")
                .map("pain_nprs_after", "NRS2")
                .map("migraine", "migraine");
        assertEquals(6_000_000, intake.only().at("pain_nprs"));
        assertEquals(4_000_000, intake.only().at("pain_nprs_after"));
        assertEquals("never", intake.only().at("migraine"));
    }

    @Test
    void millimetresAreNoRatingOfZeroToTen() throws IOException {
        for (String unit : List.of("mm", "cm", "%")) {
            Bundle one = Bundle.oneVisit();
            one.add(one.quantity(LOINC, PAIN, "6", unit));
            assertEquals(
                    List.of("pain_nprs unit_not_expected"), one.in(dir).only().codes(), unit);
        }
        bundle.add(bundle.quantity(LOINC, PAIN, "6", "{score}"));
        assertEquals(6_000_000, only().at("pain_nprs"));
    }

    @Test
    void anIndexWithoutItsUnitMayBeASumOrAPercentageAndIsRefused() throws IOException {
        bundle.add(bundle.observation(LOINC, "82237-9").put("valueInteger", 34));
        assertEquals(List.of("ndi_percent unit_not_expected"), only().codes());
    }

    @Test
    void aValueThatIsNoPlainNumberIsRefused() throws IOException {
        ObjectNode above = bundle.quantity(LOINC, PAIN, "6", "{score}");
        ((ObjectNode) above.path("valueQuantity")).put("comparator", ">");
        bundle.add(above);
        assertEquals(List.of("pain_nprs number_not_understood"), only().codes());
    }

    @Test
    void aScoreOutsideItsRangeIsRefused() throws IOException {
        bundle.add(bundle.pain(11));
        assertEquals(List.of("pain_nprs outside_range"), only().codes());
    }

    @Test
    void componentsAreScoresToo() throws IOException {
        ObjectNode both = bundle.observation(OURS, "questions");
        for (String code : List.of(PAIN, "8867-4")) {
            ObjectNode component = both.withArray("component").addObject();
            coding(component.putObject("code").putArray("coding"), LOINC, code);
            component.put("valueInteger", 3);
        }
        bundle.add(both);
        assertEquals(3_000_000, only().at("pain_nprs"));
    }

    @Test
    void twoDifferentScoresOfOneMomentAreRefusedAndEqualOnesAreOne() throws IOException {
        bundle.add(bundle.pain(6)).add(bundle.quantity(LOINC, PAIN, "6.0", "{score}"));
        assertEquals(6_000_000, only().at("pain_nprs"));
        bundle.add(bundle.pain(5));
        assertEquals(List.of("pain_nprs several_scores"), only().codes());
    }

    @Test
    void aScoreOfAnotherDayIsRefused() throws IOException {
        bundle.add(bundle.pain(6).put("effectiveDateTime", "2024-03-05T09:00:00Z"));
        assertEquals(List.of("pain_nprs not_of_visit_day"), only().codes());
    }

    @Test
    void anObservationThatIsNotFinalDoesNotCountButItsVisitDoes() throws IOException {
        bundle.add(bundle.pain(6).put("status", "preliminary"));
        List<Intake.Fate> fates = bundle.in(dir).read();
        assertEquals(List.of(" not_final"), fates.get(0).codes());
        assertNull(fates.get(1).at("pain_nprs"));
    }

    @Test
    void aMissingValueIsMissing() throws IOException {
        ObjectNode unknown = bundle.observation(LOINC, PAIN);
        coding(unknown.putObject("dataAbsentReason").putArray("coding"), OURS, "asked-declined");
        bundle.add(unknown);
        assertNull(only().at("pain_nprs"));
    }

    // ---- the index of a questionnaire

    private ObjectNode questionnaire(String total, int... scores) {
        ObjectNode response = bundle.at("QuestionnaireResponse").put("status", "completed");
        response.put("authored", "2024-03-04T09:05:00Z");
        for (int i = 0; i < scores.length; i++) {
            ObjectNode item = response.withArray("item").addObject().put("linkId", "ndi-" + (i + 1));
            if (scores[i] >= 0) {
                ObjectNode answer = item.putArray("answer").addObject().putObject("valueCoding");
                answer.put("system", LOINC).put("code", "LA1-1");
                answer.putArray("extension")
                        .addObject()
                        .put("url", "http://hl7.org/fhir/StructureDefinition/ordinalValue")
                        .put("valueDecimal", scores[i]);
            }
        }
        if (!total.isEmpty()) {
            ObjectNode item = response.withArray("item").addObject().put("linkId", "total-score");
            item.putArray("answer").addObject().put("valueDecimal", new java.math.BigDecimal(total));
        }
        return response;
    }

    @Test
    void theIndexIsRecomputedFromItsItems() throws IOException {
        bundle.add(questionnaire("", 2, 1, 2, 2, 3, 2, 2, 2, 2, 2));
        assertEquals(40_000_000, only().at("ndi_percent"));
    }

    @Test
    void aTotalThatIsNotTheSumOfItsItemsIsFound() throws IOException {
        bundle.add(questionnaire("36", 2, 1, 2, 2, 3, 2, 2, 2, 2, 2));
        assertEquals(List.of("ndi_percent total_disagrees"), only().codes());
    }

    @Test
    void aTotalMayBeThePercentageOrTheSum() throws IOException {
        for (String total : List.of("40", "20", "40.0")) {
            Bundle one = Bundle.oneVisit();
            one.add(questionnaire(total, 2, 1, 2, 2, 3, 2, 2, 2, 2, 2));
            assertEquals(40_000_000, one.in(dir).only().at("ndi_percent"), total);
        }
    }

    @Test
    void twoItemsMayBeMissingButNotThree() throws IOException {
        bundle.add(questionnaire("", 2, 1, 2, 2, 3, 2, 2, -1, 2, -1));
        assertEquals(40_000_000, only().at("ndi_percent"));
        Bundle three = Bundle.oneVisit();
        three.add(questionnaire("", 2, 1, 2, 2, 3, 2, -1, -1, 2, -1));
        assertNull(three.in(dir).only().at("ndi_percent"));
        Bundle total = Bundle.oneVisit();
        total.add(questionnaire("40", 2, 1, 2, 2, 3, 2, -1, -1, 2, -1));
        assertEquals(List.of("ndi_percent too_few_items"), total.in(dir).only().codes());
    }

    @Test
    void anItemThatIsNoneOfItsScoresIsRefused() throws IOException {
        bundle.add(questionnaire("", 2, 1, 2, 2, 6, 2, 2, 2, 2, 2));
        assertEquals(List.of("ndi_percent outside_range"), only().codes());
        Bundle unscored = Bundle.oneVisit();
        ObjectNode response = questionnaire("", 2, 1, 2, 2, 3, 2, 2, 2, 2, 2);
        ((ObjectNode) response.at("/item/0/answer/0/valueCoding")).remove("extension");
        unscored.add(response);
        assertEquals(
                List.of("ndi_percent answer_without_score"),
                unscored.in(dir).only().codes());
    }

    @Test
    void theQuestionnaireSaysWhatItsItemsAre() throws IOException {
        ObjectNode form =
                Bundle.resource("Questionnaire", "F1").put("status", "active").put("url", "urn:form");
        ObjectNode response =
                bundle.at("QuestionnaireResponse").put("status", "completed").put("questionnaire", "urn:form|2");
        List<String> codes =
                List.of("82227-0", "82228-8", "82229-6", "82230-4", "82231-2", "82232-0", "82233-8", "82234-6");
        ObjectNode group =
                form.putArray("item").addObject().put("linkId", "all").put("type", "group");
        ObjectNode answers = response.putArray("item").addObject().put("linkId", "all");
        for (String code : codes) {
            ObjectNode item = group.withArray("item")
                    .addObject()
                    .put("linkId", "q" + code)
                    .put("type", "choice");
            coding(item.putArray("code"), LOINC, code);
            answers.withArray("item")
                    .addObject()
                    .put("linkId", "q" + code)
                    .putArray("answer")
                    .addObject()
                    .put("valueInteger", 1);
        }
        bundle.add(response).add(form);
        assertEquals(20_000_000, only().at("ndi_percent"));
    }

    @Test
    void aStoredObservationMustAgreeWithTheItems() throws IOException {
        bundle.add(questionnaire("", 2, 1, 2, 2, 3, 2, 2, 2, 2, 2)).add(bundle.quantity(LOINC, "82237-9", "40", "%"));
        assertEquals(40_000_000, only().at("ndi_percent"));
        Bundle other = Bundle.oneVisit();
        other.add(questionnaire("", 2, 1, 2, 2, 3, 2, 2, 2, 2, 2)).add(other.quantity(LOINC, "82237-9", "36", "%"));
        assertEquals(
                List.of("ndi_percent total_disagrees"), other.in(dir).only().codes());
    }

    // ---- harms

    private ObjectNode harm(String event, String severity, String seriousness) {
        ObjectNode harm = bundle.at("AdverseEvent").put("actuality", "actual");
        coding(harm.putObject("event").putArray("coding"), OURS, event);
        if (!severity.isEmpty()) {
            coding(
                    harm.putObject("severity").putArray("coding"),
                    "http://terminology.hl7.org/CodeSystem/adverse-event-severity",
                    severity);
        }
        if (!seriousness.isEmpty()) {
            coding(harm.putObject("seriousness").putArray("coding"), OURS, seriousness);
        }
        return harm;
    }

    @Test
    void anAdverseEventHasItsSeverity() throws IOException {
        List<List<String>> known = List.of(
                List.of("mild", "", "minor"),
                List.of("moderate", "Non-serious", "moderate"),
                List.of("severe", "", "major"),
                List.of("mild", "Serious", "serious"));
        for (List<String> one : known) {
            Bundle with = Bundle.oneVisit();
            with.add(harm("soreness", one.get(0), one.get(1)));
            assertEquals("soreness", with.in(dir).only().at("adverse_event"));
            assertEquals(one.get(2), with.in(dir).only().at("adverse_event_severity"));
        }
    }

    @Test
    void ofSeveralEventsTheWorstSeverityCounts() throws IOException {
        bundle.add(harm("soreness", "mild", "")).add(harm("dizziness", "moderate", ""));
        assertEquals("dizziness;soreness", only().at("adverse_event"));
        assertEquals("moderate", only().at("adverse_event_severity"));
    }

    @Test
    void aSeverityThatIsNotKnownIsRefused() throws IOException {
        bundle.add(harm("soreness", "grade-2", ""));
        assertEquals(List.of("adverse_event_severity unknown_word"), only().codes());
        assertEquals(
                "moderate",
                bundle.in(dir)
                        .value("adverse_event_severity", "grade-2", "moderate")
                        .only()
                        .at("adverse_event_severity"));
    }

    @Test
    void anEventThatDidNotHappenIsNone() throws IOException {
        bundle.add(harm("soreness", "mild", "").put("actuality", "potential"));
        List<Intake.Fate> fates = bundle.in(dir).read();
        assertEquals(List.of(" not_final"), fates.get(0).codes());
        assertNull(fates.get(1).at("adverse_event"));
    }

    @Test
    void whetherEventsWereAskedForIsAnObservation() throws IOException {
        bundle.add(bundle.observation(OURS, "ncx-adverse-events-asked").put("valueBoolean", true));
        assertEquals(true, only().at("adverse_events_asked"));
    }

    @Test
    void redFlagsAreObservationsOnePerFlag() throws IOException {
        for (String flag : List.of("vascular_signs", "myelopathy_signs")) {
            ObjectNode observation = bundle.observation(OURS, "ncx-red-flag");
            coding(observation.putObject("valueCodeableConcept").putArray("coding"), OURS, flag);
            bundle.add(observation);
        }
        assertEquals("myelopathy_signs;vascular_signs", only().at("red_flags"));
    }

    // ---- conditions

    private ObjectNode condition(String system, String code, String onset) {
        ObjectNode condition = bundle.at("Condition");
        coding(condition.putObject("code").putArray("coding"), system, code);
        return onset.isEmpty() ? condition : condition.put("onsetDateTime", onset);
    }

    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";

    @Test
    void theConditionOfTheVisitSaysDisorderAndDuration() throws IOException {
        bundle.add(condition(ICD, "M54.12", "2024-02-03"));
        assertEquals("radiculopathy", only().at("disorder"));
        assertEquals(300_000, only().at("symptom_duration_days"));
    }

    @Test
    void codesOfDisordersAreDataAndTheJobsComeFirst() throws IOException {
        List<List<String>> known = List.of(
                List.of(ICD, "M54.2", "nonspecific"),
                List.of(ICD, "S13.4XXA", "whiplash"),
                List.of(ICD, "G44.86", "cervicogenic_headache"),
                List.of(SNOMED, "39848009", "whiplash"),
                List.of(ICD, "I10", "unknown"),
                List.of(OURS, "neck", "radiculopathy"));
        for (List<String> one : known) {
            Bundle with = Bundle.oneVisit();
            with.add(condition(one.get(0), one.get(1), ""));
            assertEquals(
                    one.get(2),
                    with.in(dir)
                            .value("disorder", "urn:ours|neck", "radiculopathy")
                            .only()
                            .at("disorder"),
                    one.get(1));
        }
    }

    @Test
    void anotherComplaintOfThePatientSaysNothingOfTheNeck() throws IOException {
        bundle.add(condition(ICD, "I10", "2010-01-01"));
        assertNull(only().at("symptom_duration_days"));
    }

    @Test
    void aSpecificDisorderGoesBeforeNonspecificPainAndTwoAreUnknown() throws IOException {
        bundle.add(condition(ICD, "M54.2", "2024-03-01")).add(condition(ICD, "M54.12", "2024-02-03"));
        assertEquals("radiculopathy", only().at("disorder"));
        assertEquals(300_000, only().at("symptom_duration_days"));
        bundle.add(condition(ICD, "S13.4XXA", ""));
        assertEquals("unknown", only().at("disorder"));
    }

    @Test
    void withoutAConditionOfTheVisitThoseThatHoldOnItsDayCount() throws IOException {
        ObjectNode old = condition(ICD, "M54.12", "2020-01-01").put("abatementDateTime", "2021-01-01");
        ObjectNode later = condition(ICD, "S13.4XXA", "2024-06-01");
        ObjectNode now = condition(ICD, "M54.2", "2024-02-03");
        List.of(old, later, now).forEach(one -> one.remove("encounter"));
        bundle.add(old).add(later).add(now);
        assertEquals("nonspecific", only().at("disorder"));
        assertEquals(300_000, only().at("symptom_duration_days"));
    }

    @Test
    void aYearOrMonthIsNoOnset() throws IOException {
        bundle.add(condition(ICD, "M54.2", "2024-02"));
        assertEquals("nonspecific", only().at("disorder"));
        assertNull(only().at("symptom_duration_days"));
    }

    @Test
    void anOnsetWithATimeButWithoutItsOffsetIsRefused() throws IOException {
        bundle.add(condition(ICD, "M54.2", "2024-02-03T12:00:00"));
        assertEquals(List.of("symptom_duration_days date_not_understood"), only().codes());
    }

    @Test
    void anOnsetAfterTheVisitIsRefused() throws IOException {
        bundle.add(condition(ICD, "M54.2", "2024-03-05"));
        assertEquals(List.of("symptom_duration_days outside_range"), only().codes());
    }

    @Test
    void aRefutedConditionIsNone() throws IOException {
        ObjectNode refuted = condition(ICD, "M54.2", "2024-02-03");
        coding(refuted.putObject("verificationStatus").putArray("coding"), OURS, "refuted");
        bundle.add(refuted);
        assertEquals("unknown", only().at("disorder"));
    }

    // ---- what belongs to nothing, and what stands there twice

    @Test
    void aScoreThatNamesNoVisitOrOneOfAnotherPatientIsRefused() throws IOException {
        ObjectNode nowhere = bundle.pain(6);
        nowhere.remove("encounter");
        bundle.add(nowhere)
                .add(reference(bundle.pain(6), "encounter", "Encounter/V9"))
                .add(reference(bundle.pain(6), "subject", "Patient/P2"));
        List<Intake.Fate> fates = bundle.in(dir).read();
        assertEquals(4, fates.size());
        fates.subList(0, 3).forEach(fate -> assertEquals(List.of(" no_encounter"), fate.codes()));
        assertNull(fates.get(3).at("pain_nprs"));
    }

    @Test
    void whatWouldNotHaveMatteredIsNotMissed() throws IOException {
        ObjectNode operation = bundle.treatment(SNOMED, "80146002");
        operation.remove("encounter");
        bundle.add(operation).add(Bundle.resource("Medication", "M1"));
        assertEquals(List.of(), only().codes());
    }

    private static ObjectNode asOf(ObjectNode resource, String time) {
        resource.putObject("meta").put("lastUpdated", time);
        return resource;
    }

    @Test
    void theLatestVersionOfAResourceCountsAndEarlierOnesAreListed() throws IOException {
        bundle.add(asOf(bundle.pain(6).put("id", "O1"), "2024-03-04T12:00:00Z"))
                .add(asOf(bundle.pain(5).put("id", "O1"), "2024-03-04T12:00:00.500Z"))
                .add(bundle.pain(7).put("id", "O1"));
        List<Intake.Fate> fates = bundle.in(dir).read();
        assertEquals(
                List.of(3L, 5L),
                fates.subList(0, 2).stream().map(Intake.Fate::line).sorted().toList());
        fates.subList(0, 2).forEach(fate -> assertEquals(List.of(" superseded"), fate.codes()));
        assertEquals(5_000_000, fates.get(2).at("pain_nprs"));
        assertEquals(Versions.Fate.SUPERSEDED, Versions.fate(fates.get(0).reasons()));
    }

    @Test
    void aResourceThatWasWithdrawnLaterDoesNotCount() throws IOException {
        bundle.add(asOf(bundle.pain(6).put("id", "O1"), "2024-03-04T12:00:00Z"))
                .add(asOf(bundle.pain(6).put("id", "O1").put("status", "entered-in-error"), "2024-03-05T12:00:00Z"));
        List<Intake.Fate> fates = bundle.in(dir).read();
        assertEquals(3, fates.size());
        assertNull(fates.get(2).at("pain_nprs"));
    }

    @Test
    void theSameResourceTwiceIsOne() throws IOException {
        bundle.add(bundle.pain(6).put("id", "O1")).add(bundle.pain(6).put("id", "O1"));
        assertEquals(6_000_000, only().at("pain_nprs"));
    }

    @Test
    void versionsWithoutAnOrderRefuseTheVisitThatNeedsThem() throws IOException {
        bundle.add(bundle.pain(6).put("id", "O1")).add(bundle.pain(5).put("id", "O1"));
        List<Intake.Fate> fates = bundle.in(dir).read();
        assertEquals(2, fates.size());
        fates.forEach(fate -> assertEquals(List.of(" conflicting_versions"), fate.codes()));
    }

    @Test
    void theVersionOfAVisitIsThatOfItsLatestResource() throws IOException {
        bundle.add(asOf(bundle.pain(6), "2024-03-04T12:00:00Z")).add(asOf(bundle.pain(6), "2024-03-05T12:00:00.250Z"));
        assertEquals("1709640000.250", records(bundle).get(0).cells().apply(FhirJoin.VERSION));
    }

    @Test
    void aLineThatIsNoResourceIsRefusedWithItsPlaceAndTheRestIsRead() throws IOException {
        bundle.line("")
                .line("{\"resourceType\":\"Observation\"")
                .line("[1]")
                .line("{\"resourceType\":\"Unheard\",\"id\":\"1\"}")
                .add(bundle.pain(6).put("effectiveDateTime", "2024-13-01"))
                .add(bundle.pain(6));
        List<Intake.Fate> fates = bundle.in(dir).read();
        assertEquals(4, fates.size());
        assertEquals(
                List.of("fhir/all.ndjson 4", "fhir/all.ndjson 5", "fhir/all.ndjson 7"),
                fates.subList(0, 3).stream()
                        .map(fate -> fate.reasons().get(0))
                        .map(reason -> reason.file() + " " + reason.line())
                        .toList());
        assertEquals(6_000_000, fates.get(3).at("pain_nprs"));
    }

    @Test
    void everyReasonSaysInWhichFileAndLineTheFaultStands() throws IOException {
        bundle.add(bundle.quantity(LOINC, PAIN, "6", "mm"));
        Reason reason = only().reasons().get(0);
        assertEquals("fhir/all.ndjson", reason.file());
        assertEquals(3, reason.line());
    }

    @Test
    void whateverStandsInAResourceItIsReadOrRefused() throws IOException {
        ObjectNode both = bundle.treatment(SNOMED, MANIPULATION);
        coding(both.putArray("bodySite").addObject().putArray("coding"), SNOMED, "122494005");
        List<ObjectNode> whole = List.of(
                Bundle.resource("Patient", "P1").put("gender", "male").put("birthDate", "1980-05-20"),
                bundle.visit("V1", "2024-03-04T09:00:00Z", "2024-03-04T10:00:00Z"),
                both,
                asOf(bundle.quantity(LOINC, PAIN, "6", "{score}"), "2024-03-05T00:00:00Z"),
                bundle.pain(6),
                questionnaire("40", 2, 1, 2, 2, 3, 2, 2, 2, 2, 2),
                harm("soreness", "mild", "Serious"),
                condition(ICD, "M54.2", "2024-02-03"));
        List<String> odd = List.of("null", "[]", "{}", "\"\"", "\"x\"", "1", "-1", "true", "[null]", "[{}]");
        Bundle broken = Bundle.oneVisit();
        for (ObjectNode resource : whole) {
            for (List<String> place : places(resource, "")) {
                for (String other : odd) {
                    broken.add(changed(resource, place.get(0), place.get(1), other));
                }
                broken.add(changed(
                        resource,
                        place.get(0),
                        "_" + place.get(1),
                        "{\"extension\":[{\"url\":\"u\",\"valueCode\":\"unknown\"}]}"));
            }
        }
        for (RawRecord record : records(broken)) {
            assertEquals(record.fault().isEmpty(), !record.names().isEmpty());
        }
    }

    /** Every key in the node, as the place of its object and its name. */
    private static List<List<String>> places(JsonNode node, String at) {
        List<List<String>> places = new ArrayList<>();
        node.fields().forEachRemaining(field -> {
            places.add(List.of(at, field.getKey()));
            places.addAll(places(field.getValue(), at + "/" + field.getKey()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.addAll(places(node.path(i), at + "/" + i));
        }
        return places;
    }

    /** A copy with another value; a name that begins with an underscore takes the place of the plain one. */
    private static ObjectNode changed(ObjectNode resource, String at, String name, String value) throws IOException {
        ObjectNode copy = resource.deepCopy();
        ObjectNode object = (ObjectNode) copy.at(at);
        object.remove(name.replaceFirst("^_", ""));
        object.set(name, Bundle.JSON.readTree(value));
        return copy;
    }

    // ---- files

    @Test
    void filesOfManyTypesMakeOneSourceAlsoPacked() throws IOException {
        Intake intake = bundle.in(dir);
        ObjectNode pain = bundle.pain(6);
        Files.write(dir.resolve("fhir/Observation.ndjson.gz"), Intake.gzip(pain + "\n"));
        assertEquals(6_000_000, Intake.there(dir, "fhir").format("fhir").only().at("pain_nprs"));
        assertNull(intake.only().at("pain_nprs"));
    }

    @Test
    void filesWithoutAnEncounterAreRefused() throws IOException {
        assertEquals(
                "fhir/*.ndjson: no line is a FHIR Encounter, and a visit is made of one. Bulk data are newline-delimited"
                        + " JSON, one resource per line; send the files of Encounter and of what names them.",
                new Bundle().add(bundle.pain(6)).in(dir).refusal());
    }

    @Test
    void manyPassesOverTheFilesGiveTheSameVisits() throws IOException {
        for (int patient = 2; patient <= 9; patient++) {
            String who = "Patient/P" + patient;
            ObjectNode visit = bundle.visit("V" + patient, "2024-03-04", "2024-03-04");
            bundle.add(reference(visit, "subject", who));
            ObjectNode pain = reference(bundle.pain(patient), "subject", who);
            bundle.add(reference(pain, "encounter", "Encounter/V" + patient));
        }
        bundle.line("nonsense").add(reference(bundle.pain(1), "encounter", "Encounter/V9"));
        Intake intake = bundle.in(dir);
        List<SourceFile> files = new SourceFile(dir.resolve("fhir").toString(), "fhir").members();
        List<String> once = summary(new FhirVisits(files, intake.job(), intake.source(), 1));
        assertEquals(11, once.size());
        assertEquals(once, summary(new FhirVisits(files, intake.job(), intake.source(), 4)));
    }

    private static List<String> summary(FhirVisits visits) {
        List<String> said = new ArrayList<>();
        visits.forEachRemaining(record -> said.add(record.line() + " "
                + record.cells().apply("visit_id") + " " + record.cells().apply("pain_nprs") + " " + record.reasons()));
        said.sort(Comparator.naturalOrder());
        return said;
    }
}
