package axial.ingest;

import axial.clinic.Scaled;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in fields of numbers, which are kept exactly, in whole steps of the last decimal. Each rule adds a reason
 * where the record is refused for it.
 */
final class NumberRules {
    private static final BigDecimal OLDEST = BigDecimal.valueOf(130);
    private static final BigDecimal NINETY = BigDecimal.valueOf(90);
    private static final BigDecimal EIGHTY_NINE = BigDecimal.valueOf(89);

    private final NumberText written;

    NumberRules(Job.Source source) {
        this.written =
                new NumberText(source.options().getOrDefault("decimal", ".").charAt(0));
    }

    /** Years in whole steps; over 89 is kept as 90. */
    @Nullable
    Integer age(@Nullable String text, List<Reason> reasons) {
        Integer steps = number(VisitsTable.AGE, text, BigDecimal.ZERO, OLDEST, Scaled.AGE_DECIMALS, "years", reasons);
        return steps != null && steps > Scaled.steps(EIGHTY_NINE, Scaled.AGE_DECIMALS)
                ? (Integer) Scaled.steps(NINETY, Scaled.AGE_DECIMALS)
                : steps;
    }

    /** A whole number of days since a patient's first visit. */
    @Nullable
    Integer wholeDays(String day, List<Reason> reasons) {
        BigDecimal days = written.read(day);
        if (days != null && days.stripTrailingZeros().scale() > 0) {
            reasons.add(Reason.of(VisitsTable.VISIT_DAY, "number_not_understood", "not a whole number of days", day));
            return null;
        }
        return number(VisitsTable.VISIT_DAY, day, BigDecimal.ZERO, BigDecimal.valueOf(100_000), 0, "days", reasons);
    }

    /** Whole steps of so many decimals; null where the text is missing or refused. */
    @Nullable
    Integer number(
            String field,
            @Nullable String text,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int decimals,
            String unit,
            List<Reason> reasons) {
        BigDecimal number = text == null ? null : decimal(field, text, reasons);
        return number == null || text == null ? null : within(field, text, number, min, max, decimals, unit, reasons);
    }

    /** The number as it is written; null where it is none. */
    @Nullable
    BigDecimal decimal(String field, String text, List<Reason> reasons) {
        BigDecimal number = written.read(text);
        if (number == null) {
            reasons.add(Reason.of(field, "number_not_understood", written.whyNot(text), text));
        }
        return number;
    }

    /** A number in whole steps of so many decimals; null where it lies outside. */
    static @Nullable Integer within(
            String field,
            String text,
            BigDecimal number,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int decimals,
            String unit,
            List<Reason> reasons) {
        if ((min != null && number.compareTo(min) < 0) || (max != null && number.compareTo(max) > 0)) {
            String range =
                    (min == null ? "…" : min.toPlainString()) + " to " + (max == null ? "…" : max.toPlainString());
            reasons.add(Reason.of(field, "outside_range", "outside " + range + " " + unit, text));
            return null;
        }
        if (!Scaled.fits(number, decimals)) {
            reasons.add(Reason.of(field, "too_large", "too large a number to be kept exactly", text));
            return null;
        }
        return Scaled.steps(number, decimals);
    }
}
