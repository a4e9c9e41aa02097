package axial.ingest;

import java.util.List;
import java.util.Map;

/** What a visit needs of one FHIR resource. Ids are those of references, without the type. */
sealed interface FhirPart {
    /** Whose it is; empty where it is nobody's in particular. */
    default String patient() {
        return "";
    }

    /** The visit it belongs to, or empty. */
    default String encounter() {
        return "";
    }

    /** Encounter: the visit itself. */
    record Visit(
            String id,
            String patient,
            String clinic,
            String practitioner,
            FhirTime start,
            FhirTime end,
            List<String> complaints,
            List<Coding> reasons)
            implements FhirPart {}

    /** Patient. The date of birth goes no further than the age. */
    record Person(String id, String sex, String born) implements FhirPart {}

    /** Procedure that was completed. */
    record Treatment(
            String patient,
            String encounter,
            List<Coding> codes,
            List<Coding> sites,
            List<Coding> reasons,
            List<String> complaints,
            FhirTime start,
            FhirTime end)
            implements FhirPart {}

    /**
     * Observation, or a component of one, of a field of a visit.
     *
     * @param moment {@code before} or {@code after} where the observation says it, else empty
     * @param unit its code, or empty
     */
    record Score(
            String patient, String encounter, String field, String value, String unit, String moment, FhirTime when)
            implements FhirPart {}

    /**
     * QuestionnaireResponse.
     *
     * @param answers per linkId the score of the answer; {@link #NO_SCORE} where it has none
     */
    record Answers(String patient, String encounter, String questionnaire, Map<String, String> answers, FhirTime when)
            implements FhirPart {
        static final String NO_SCORE = "?";
    }

    /** AdverseEvent that happened. */
    record Harm(String patient, String encounter, String event, String severity) implements FhirPart {}

    /** Condition. */
    record Complaint(
            String id,
            String patient,
            String encounter,
            List<Coding> codes,
            FhirTime onset,
            FhirTime recorded,
            FhirTime abated,
            boolean over)
            implements FhirPart {}

    /** Questionnaire: what its items ask for, by linkId. */
    record Form(String url, Map<String, Coding> items) implements FhirPart {}
}
