package axial.ingest;

import axial.ingest.FhirPart.Answers;
import axial.ingest.FhirPart.Score;
import axial.ingest.FhirPart.Visit;
import axial.question.VisitFields;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The scores of a visit, each put before or after treatment: by the code that the job maps to either; by a marker on the
 * observation; before, where nothing was given; by its time, where that is before the first treatment or after the last.
 * Where none of these tells, the visit is refused, unless the job says that such scores are from before.
 */
final class FhirMoments {
    static final String BEFORE = "before";
    static final String UNCLEAR = "unclear_moment";

    private final Visit visit;
    private final FhirCodes codes;
    private final FhirTreatments treatments;
    private final boolean unclearIsBefore;
    private final Map<String, String> cells = new HashMap<>();
    private final Map<String, BigDecimal> recomputed = new HashMap<>();

    FhirMoments(Visit visit, FhirCodes codes, FhirTreatments treatments, Map<String, String> options) {
        this.visit = visit;
        this.codes = codes;
        this.treatments = treatments;
        this.unclearIsBefore = options.getOrDefault(UNCLEAR, "").equals(BEFORE);
    }

    Map<String, String> cells() {
        return cells;
    }

    /** Adds the index of a questionnaire; returns what is wrong with it. */
    List<Reason> add(Answers answers, FhirNdi ndi) {
        BigDecimal percent = ndi.percent();
        if (!ndi.asked() || !ndi.reasons().isEmpty() || percent == null) {
            return ndi.reasons();
        }
        String cell = cell(FhirNdi.FIELD, "", answers.when());
        List<Reason> reasons = place(FhirNdi.FIELD, cell, answers.when());
        if (reasons.isEmpty()) {
            recomputed.put(cell, percent);
            return put(cell, percent.stripTrailingZeros().toPlainString());
        }
        return reasons;
    }

    /** Adds a score; returns what is wrong with it. */
    List<Reason> add(Score score) {
        String cell = cell(score.field(), score.moment(), score.when());
        List<Reason> reasons = place(score.field(), cell, score.when());
        if (!reasons.isEmpty()) {
            return reasons;
        }
        if (!codes.isUnit(score.field(), score.unit())) {
            return List.of(Reason.of(
                    score.field(),
                    "unit_not_expected",
                    "the unit is not one that this score comes in; if it is right, declare the code under  map  or an"
                            + " instrument with that unit",
                    score.unit()));
        }
        BigDecimal percent = recomputed.get(cell);
        if (percent != null) {
            boolean same = isNumber(score.value()) && FhirNdi.agrees(new BigDecimal(score.value()), percent);
            return same ? List.of() : List.of(FhirNdi.disagrees(score.value()));
        }
        return put(cell, score.value());
    }

    private List<Reason> put(String cell, String value) {
        String other = cells.putIfAbsent(cell, value);
        if (other == null || same(other, value)) {
            return List.of();
        }
        if (cell.equals(VisitsTable.RED_FLAGS)) {
            TreeSet<String> flags = new TreeSet<>(List.of(other.split(";", -1)));
            flags.add(value);
            cells.put(cell, String.join(";", flags));
            return List.of();
        }
        return List.of(Reason.of(
                cell,
                "several_scores",
                "several values of one moment of the visit differ; which counts is not said",
                ""));
    }

    private static boolean same(String one, String other) {
        return one.equals(other)
                || (isNumber(one) && isNumber(other) && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,30})?");
    }

    /** The column that the score belongs in, or empty where that cannot be told. */
    private String cell(String field, String said, FhirTime when) {
        if (!codes.isMeasuredTwice(field) || codes.tellsMoment(field)) {
            return field;
        }
        if (!said.isEmpty()) {
            return said.equals(BEFORE) ? field : field + VisitFields.AFTER;
        }
        if (!treatments.any() || treatments.areAfter(when.instant())) {
            return field;
        }
        if (treatments.areBefore(when.instant())) {
            return field + VisitFields.AFTER;
        }
        return unclearIsBefore ? field : "";
    }

    private List<Reason> place(String field, String cell, FhirTime when) {
        if (when.wrong()) {
            return List.of(wrongTime(field));
        }
        LocalDate day = when.day();
        LocalDate first = visit.start().day();
        LocalDate last = visit.end().day() == null ? first : visit.end().day();
        if (day != null && first != null && last != null && (day.isBefore(first) || day.isAfter(last))) {
            return List.of(Reason.of(
                    field,
                    "not_of_visit_day",
                    "it was measured on another day than the visit that it names; name the visit of that day, or"
                            + " correct the time zone with  options: { zone: … }",
                    ""));
        }
        return cell.isEmpty()
                ? List.of(Reason.of(
                        field,
                        "before_or_after_unclear",
                        "neither a marker nor times tell whether it was measured before or after treatment; mark it, or"
                                + " declare  options: { unclear_moment: before }",
                        ""))
                : List.of();
    }

    static Reason wrongTime(String field) {
        return Reason.of(
                field,
                "date_not_understood",
                "not a date, or a time without its offset from UTC such as +01:00 or Z",
                "");
    }
}
