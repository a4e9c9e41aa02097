package axial.ingest;

import axial.ingest.FhirPart.Answers;
import axial.ingest.FhirPart.Complaint;
import axial.ingest.FhirPart.Form;
import axial.ingest.FhirPart.Harm;
import axial.ingest.FhirPart.Person;
import axial.ingest.FhirPart.Treatment;
import axial.ingest.FhirPart.Visit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Takes out of FHIR resources what visits need of them; texts and times that come often are kept once. */
final class FhirReading {
    private static final String SERIOUS = "serious";

    private final FhirCodes codes;
    private final ZoneId zone;
    private final FhirScores scores;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, FhirTime> times = new HashMap<>();

    FhirReading(FhirCodes codes, ZoneId zone) {
        this.codes = codes;
        this.zone = zone;
        this.scores = new FhirScores(codes, this);
    }

    /** The parts of a visit in a resource; none where it holds nothing of interest; reasons where it says not to use it. */
    List<? extends FhirPart> parts(Resource resource, List<Reason> reasons) {
        if (resource instanceof Patient patient) {
            return List.of(person(patient));
        } else if (resource instanceof Encounter encounter) {
            return encounter(encounter, reasons);
        } else if (resource instanceof Procedure procedure) {
            return procedure(procedure, reasons);
        } else if (resource instanceof Observation observation) {
            return scores.parts(observation, reasons);
        } else if (resource instanceof QuestionnaireResponse response) {
            return response(response, reasons);
        } else if (resource instanceof AdverseEvent event) {
            return event(event, reasons);
        } else if (resource instanceof Condition condition) {
            return condition(condition);
        }
        return resource instanceof Questionnaire form ? List.of(form(form)) : List.of();
    }

    private static Person person(Patient patient) {
        return new Person(
                text(patient.getIdPart()),
                text(patient.getGenderElement().getValueAsString()),
                text(patient.getBirthDateElement().getValueAsString()));
    }

    private List<Visit> encounter(Encounter encounter, List<Reason> reasons) {
        if (encounter.getStatus() != Encounter.EncounterStatus.FINISHED) {
            reasons.add(Reason.of(
                    "",
                    "visit_not_finished",
                    "the status of the encounter is not finished, so no visit took place or it is not over",
                    ""));
        }
        List<String> complaints = new ArrayList<>();
        encounter.getReasonReference().forEach(named -> complaints.add(id(named, "Condition")));
        encounter.getDiagnosis().forEach(d -> complaints.add(id(d.getCondition(), "Condition")));
        List<Coding> why = new ArrayList<>();
        encounter.getReasonCode().forEach(concept -> why.addAll(codings(concept)));
        return List.of(new Visit(
                text(encounter.getIdPart()),
                id(encounter.getSubject(), "Patient"),
                id(encounter.getServiceProvider(), "Organization"),
                id(encounter.getParticipantFirstRep().getIndividual(), ""),
                time(encounter.getPeriod().getStartElement()),
                time(encounter.getPeriod().getEndElement()),
                complaints,
                why));
    }

    private List<Treatment> procedure(Procedure procedure, List<Reason> reasons) {
        if (procedure.getStatus() != Procedure.ProcedureStatus.COMPLETED) {
            reasons.add(notFinal("procedure is not completed"));
        }
        List<Coding> sites = new ArrayList<>();
        procedure.getBodySite().forEach(concept -> sites.addAll(codings(concept)));
        List<Coding> why = new ArrayList<>();
        procedure.getReasonCode().forEach(concept -> why.addAll(codings(concept)));
        Period period = procedure.hasPerformedPeriod() ? procedure.getPerformedPeriod() : new Period();
        FhirTime at = procedure.hasPerformedDateTimeType() ? time(procedure.getPerformedDateTimeType()) : FhirTime.NONE;
        return List.of(new Treatment(
                id(procedure.getSubject(), "Patient"),
                id(procedure.getEncounter(), "Encounter"),
                codings(procedure.getCode()),
                sites,
                why,
                procedure.getReasonReference().stream()
                        .map(named -> id(named, "Condition"))
                        .toList(),
                period.hasStart() ? time(period.getStartElement()) : at,
                period.hasEnd() ? time(period.getEndElement()) : at));
    }

    private List<Answers> response(QuestionnaireResponse response, List<Reason> reasons) {
        Map<String, String> answers = new HashMap<>();
        response.getItem().forEach(item -> FhirScores.answers(item, answers));
        boolean done = response.getStatus() == QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED
                || response.getStatus() == QuestionnaireResponse.QuestionnaireResponseStatus.AMENDED;
        if (!done) {
            reasons.add(notFinal("questionnaire is not completed"));
        }
        return List.of(new Answers(
                id(response.getSubject(), "Patient"),
                id(response.getEncounter(), "Encounter"),
                FhirReference.withoutVersion(text(response.getQuestionnaire())),
                answers,
                time(response.getAuthoredElement())));
    }

    private List<Harm> event(AdverseEvent event, List<Reason> reasons) {
        if (event.getActuality() != AdverseEvent.AdverseEventActuality.ACTUAL) {
            reasons.add(notFinal("adverse event did not happen"));
        }
        String severity = codes.meaning("seriousness", codings(event.getSeriousness()));
        List<Coding> what = codings(event.getEvent());
        return List.of(new Harm(
                id(event.getSubject(), "Patient"),
                id(event.getEncounter(), "Encounter"),
                what.isEmpty() ? text(event.getEvent().getText()) : codes.word("adverse_event", what),
                severity.equals(SERIOUS)
                        ? severity
                        : codes.word("adverse_event_severity", codings(event.getSeverity()))));
    }

    /** A condition that was refuted or entered in error is none. */
    private List<Complaint> condition(Condition condition) {
        String verified = condition.getVerificationStatus().getCodingFirstRep().getCode();
        if (Objects.equals(verified, "refuted") || Objects.equals(verified, "entered-in-error")) {
            return List.of();
        }
        String status = text(condition.getClinicalStatus().getCodingFirstRep().getCode());
        FhirTime onset = condition.hasOnsetPeriod()
                ? time(condition.getOnsetPeriod().getStartElement())
                : condition.hasOnsetDateTimeType() ? time(condition.getOnsetDateTimeType()) : FhirTime.NONE;
        return List.of(new Complaint(
                text(condition.getIdPart()),
                id(condition.getSubject(), "Patient"),
                id(condition.getEncounter(), "Encounter"),
                codings(condition.getCode()),
                onset,
                time(condition.getRecordedDateElement()),
                condition.hasAbatementDateTimeType() ? time(condition.getAbatementDateTimeType()) : FhirTime.NONE,
                List.of("inactive", "resolved", "remission").contains(status)));
    }

    private static Form form(Questionnaire questionnaire) {
        Map<String, Coding> items = new HashMap<>();
        questionnaire.getItem().forEach(item -> items(item, items));
        return new Form(FhirReference.withoutVersion(text(questionnaire.getUrl())), items);
    }

    private static void items(Questionnaire.QuestionnaireItemComponent item, Map<String, Coding> items) {
        if (item.hasCode()) {
            items.put(text(item.getLinkId()), coding(item.getCodeFirstRep()));
        }
        item.getItem().forEach(inner -> items(inner, items));
    }

    static Reason notFinal(String what) {
        return Reason.of("", "not_final", "the " + what + ", so it does not count", "");
    }

    static List<Coding> codings(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(org.hl7.fhir.r4.model.Coding::hasCode)
                .map(FhirReading::coding)
                .toList();
    }

    private static Coding coding(org.hl7.fhir.r4.model.Coding coding) {
        return Coding.of(text(coding.getSystem()), text(coding.getCode()));
    }

    FhirTime time(@Nullable BaseDateTimeType time) {
        String written = time == null ? null : time.getValueAsString();
        return written == null ? FhirTime.NONE : times.computeIfAbsent(written, text -> FhirTime.of(text, zone));
    }

    /** The id that the reference points to, or empty where it is not to that type. */
    String id(Reference reference, String type) {
        return once(FhirReference.id(reference, type));
    }

    /** The same text, kept once. */
    String once(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
