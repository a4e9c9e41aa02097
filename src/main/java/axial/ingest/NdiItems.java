package axial.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Neck Disability Index of its ten items, each 0 to 5: sum / (5 m) × 100 percent for m answered items (Vernon and
 * Mior, J Manipulative Physiol Ther 1991;14:409). Where fewer than eight are answered, as is usual, there is no score.
 */
final class NdiItems {
    private static final int FEWEST = 8;
    private static final int HIGHEST = 5;
    private static final int DIGITS = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private NdiItems() {}

    static boolean isItem(BigDecimal item) {
        return item.stripTrailingZeros().scale() <= 0
                && item.signum() >= 0
                && item.compareTo(BigDecimal.valueOf(HIGHEST)) <= 0;
    }

    /** In percent; null where fewer than eight of the items are answered. */
    static @Nullable BigDecimal score(List<@Nullable BigDecimal> items) {
        BigDecimal sum = BigDecimal.ZERO;
        int answered = 0;
        for (BigDecimal item : items) {
            if (item != null && isItem(item)) {
                sum = sum.add(item);
                answered++;
            }
        }
        return answered < FEWEST
                ? null
                : sum.multiply(HUNDRED)
                        .divide(BigDecimal.valueOf((long) HIGHEST * answered), DIGITS, RoundingMode.HALF_EVEN);
    }
}
