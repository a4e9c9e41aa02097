package axial.ingest;

import axial.ingest.FhirPart.Answers;
import axial.ingest.FhirPart.Score;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Takes scores out of observations and questionnaires. */
final class FhirScores {
    private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    private static final Set<Observation.ObservationStatus> FINAL = EnumSet.of(
            Observation.ObservationStatus.FINAL,
            Observation.ObservationStatus.AMENDED,
            Observation.ObservationStatus.CORRECTED);

    private final FhirCodes codes;
    private final FhirReading reading;

    FhirScores(FhirCodes codes, FhirReading reading) {
        this.codes = codes;
        this.reading = reading;
    }

    /** The scores of an observation and of its components, where their codes are known; others are not of interest. */
    List<Score> parts(Observation observation, List<Reason> reasons) {
        List<Score> scores = new ArrayList<>();
        add(observation, observation.getCode(), observation.getValue(), scores);
        observation
                .getComponent()
                .forEach(component -> add(observation, component.getCode(), component.getValue(), scores));
        if (!scores.isEmpty() && !FINAL.contains(observation.getStatus())) {
            reasons.add(FhirReading.notFinal("observation is not final"));
        }
        return scores;
    }

    private void add(Observation observation, CodeableConcept code, @Nullable Type value, List<Score> scores) {
        String field = codes.field(FhirReading.codings(code));
        if (field.isEmpty() || value == null) {
            return;
        }
        scores.add(new Score(
                reading.id(observation.getSubject(), "Patient"),
                reading.id(observation.getEncounter(), "Encounter"),
                field,
                reading.once(value(field, value)),
                value instanceof Quantity quantity ? reading.once(unit(quantity)) : "",
                moment(observation),
                when(observation)));
    }

    /** Of a period the day it begins on, and no time of day. */
    private FhirTime when(Observation observation) {
        if (observation.hasEffectivePeriod()) {
            return reading.time(observation.getEffectivePeriod().getStartElement())
                    .withoutInstant();
        }
        return observation.getEffective() instanceof BaseDateTimeType at ? reading.time(at) : FhirTime.NONE;
    }

    /** The value as text; what is no plain value becomes a text that is no number, and is refused as such. */
    private String value(String field, Type value) {
        if (value instanceof Quantity quantity) {
            String comparator =
                    quantity.hasComparator() ? quantity.getComparator().toCode() : "";
            return comparator
                    + (quantity.getValue() == null ? "?" : quantity.getValue().toPlainString());
        } else if (value instanceof CodeableConcept concept) {
            String word = codes.word(field, FhirReading.codings(concept));
            return word.isEmpty() ? FhirReading.text(concept.getText()) : word;
        } else if (value instanceof IntegerType || value instanceof BooleanType || value instanceof StringType) {
            return FhirReading.text(value.primitiveValue());
        }
        return value.fhirType();
    }

    private static String unit(Quantity quantity) {
        return FhirReading.text(quantity.hasCode() ? quantity.getCode() : quantity.getUnit());
    }

    /** What a category or an extension says; nothing where they contradict each other. */
    private String moment(Observation observation) {
        List<Coding> said = new ArrayList<>();
        observation.getCategory().forEach(category -> said.addAll(FhirReading.codings(category)));
        observation.getExtension().forEach(extension -> said.addAll(codings(extension)));
        List<String> moments = said.stream()
                .map(coding -> codes.meaning("moment", List.of(coding)))
                .filter(moment -> !moment.isEmpty())
                .distinct()
                .toList();
        return moments.size() == 1 ? moments.get(0) : "";
    }

    private static List<Coding> codings(Extension extension) {
        Type value = extension.getValue();
        if (value instanceof CodeableConcept concept) {
            return FhirReading.codings(concept);
        } else if (value instanceof org.hl7.fhir.r4.model.Coding coding) {
            return FhirReading.codings(new CodeableConcept(coding));
        }
        return value instanceof CodeType || value instanceof StringType
                ? List.of(new Coding("", FhirReading.text(value.primitiveValue())))
                : List.of();
    }

    /** Puts the scores of an item's answers, and of those of the items in it, by linkId. */
    static void answers(QuestionnaireResponse.QuestionnaireResponseItemComponent item, Map<String, String> answers) {
        if (item.hasAnswer()) {
            String score = item.getAnswer().size() == 1
                    ? score(item.getAnswerFirstRep().getValue())
                    : Answers.NO_SCORE;
            answers.put(FhirReading.text(item.getLinkId()), score);
        }
        item.getItem().forEach(inner -> answers(inner, answers));
        item.getAnswer().forEach(answer -> answer.getItem().forEach(inner -> answers(inner, answers)));
    }

    private static String score(@Nullable Type answer) {
        if (answer instanceof org.hl7.fhir.r4.model.Coding coding) {
            Extension ordinal = coding.getExtensionByUrl(ORDINAL);
            return ordinal == null ? Answers.NO_SCORE : score(ordinal.getValue());
        }
        BigDecimal number = answer instanceof DecimalType decimal
                ? decimal.getValue()
                : answer instanceof Quantity quantity ? quantity.getValue() : null;
        String whole = answer instanceof IntegerType ? answer.primitiveValue() : null;
        return number != null ? number.toPlainString() : whole != null ? whole : Answers.NO_SCORE;
    }
}
