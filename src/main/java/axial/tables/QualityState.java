package axial.tables;

import axial.question.QualityCheck.Limits;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a check. {@link #WITHHELD} is no state of the data: it hides one. */
public enum QualityState {
    PASS,
    PASS_WITH_FAILING_ROWS,
    WARN,
    FAIL,
    NOT_APPLICABLE,
    ERROR,
    WITHHELD;

    /** The state where {@code n} of {@code of} rows fail; without rows there is nothing to pass. */
    public static QualityState of(Limits limits, long n, long of) {
        if (n < 0 || of < n) {
            return ERROR;
        }
        if (of == 0) {
            return NOT_APPLICABLE;
        }
        if (exceeds(limits.fail(), n, of)) {
            return FAIL;
        }
        if (exceeds(limits.warn(), n, of)) {
            return WARN;
        }
        return n > 0 ? PASS_WITH_FAILING_ROWS : PASS;
    }

    private static boolean exceeds(@Nullable BigDecimal percent, long n, long of) {
        return percent != null
                && BigDecimal.valueOf(n).movePointRight(2).compareTo(percent.multiply(BigDecimal.valueOf(of))) > 0;
    }

    /** The state where a share, from 0 to 1, is all that is known. */
    public static QualityState ofShare(Limits limits, double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        if (limits.fail() != null && percent.compareTo(limits.fail()) > 0) {
            return FAIL;
        }
        return limits.warn() != null && percent.compareTo(limits.warn()) > 0 ? WARN : PASS;
    }

    /** The word of the tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word, where there is one. */
    public static Optional<QualityState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
