package axial.stats;

/**
 * The sampling variance of a standardised mean difference g = J d; no unit. Three formulas are in use
 * and differ in the third digit, so the name stands beside the number.
 */
public enum SmdVariance {
    /** 1/n₁ + 1/n₀ + g²/(2N), metafor's LS (Hedges and Olkin 1985): the one this product pools with. */
    LARGE_SAMPLE,
    /** J²(1/n₁ + 1/n₀ + d²/(2N)) (Borenstein et al. 2009, eq. 4.20 and 4.24). */
    FROM_D,
    /** N/(n₁n₀) + g²/(2(N−3.94)), Cochrane's Review Manager (Deeks and Higgins 2010). */
    REVIEW_MANAGER;

    /** Of g, with the J that made it from d. */
    public double of(double g, double j, long arm, long comparator) {
        double total = arm + comparator;
        double base = 1.0 / arm + 1.0 / comparator;
        return switch (this) {
            case LARGE_SAMPLE -> base + g * g / (2 * total);
            case FROM_D -> j * j * (base + g / j * (g / j) / (2 * total));
            case REVIEW_MANAGER -> base + g * g / (2 * (total - 3.94));
        };
    }
}
