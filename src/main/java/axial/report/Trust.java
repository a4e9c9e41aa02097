package axial.report;

import java.util.List;
import java.util.Locale;

/**
 * Whether a comparison can be trusted, line by line, by thresholds that are fixed beforehand.
 *
 * @param lines in the order of {@link Line}
 */
record Trust(List<Finding> lines) {
    static final Trust UNKNOWN = new Trust(List.of());

    /** What is looked at. */
    enum Line {
        PEOPLE,
        ALIKE,
        OVERLAP,
        FOLLOW_UP,
        WEIGHTS,
        CLINIC;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    enum Mark {
        GOOD("✓"),
        CAUTION("△"),
        NOT_COMPARABLE("✕"),
        UNKNOWN("?");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By a number of which more is worse. */
        static Mark below(double value, double good, double caution) {
            if (Double.isNaN(value)) {
                return UNKNOWN;
            }
            return value <= good ? GOOD : value <= caution ? CAUTION : NOT_COMPARABLE;
        }

        /** By a number of which less is worse. */
        static Mark above(double value, double good, double caution) {
            return below(-value, -good, -caution);
        }

        Mark worse(Mark other) {
            if (this == UNKNOWN || other == UNKNOWN) {
                return this == UNKNOWN ? other : this;
            }
            return ordinal() >= other.ordinal() ? this : other;
        }
    }

    /**
     * One line.
     *
     * @param values what was found, in the order that the texts name them, then of how many people; NaN where it is not known
     * @param ids of the rows that the values come from
     */
    record Finding(Line line, Mark mark, List<Double> values, String ids) {}

    /** The lines for which the groups are not comparable; few people alone are a matter of certainty. */
    List<Finding> notComparable() {
        return lines.stream()
                .filter(f -> f.mark() == Mark.NOT_COMPARABLE && f.line() != Line.PEOPLE)
                .toList();
    }
}
