package axial.sums;

import axial.stats.AugmentedMeans;
import axial.stats.TiltedMeans;

/** What the patterns of one part add to the influence on the estimates of {@link Weightings}. */
final class WeightInfluences {
    private static final int ARM = 1;

    private final TiltedMeans.Means all;
    private final TiltedMeans.Means treated;
    private final AugmentedMeans.Means augmented;
    private final Products ofAll;
    private final Products ofTreated;
    private final Products ofAugmented;
    private final boolean extreme;
    private final double[] e = new double[2];

    /** @param extreme whether somebody's chance is, so that nothing is told */
    WeightInfluences(
            ModelColumns columns,
            TiltedMeans.Means all,
            TiltedMeans.Means treated,
            AugmentedMeans.Means augmented,
            boolean extreme) {
        this.all = all;
        this.treated = treated;
        this.augmented = augmented;
        this.extreme = extreme;
        this.ofAll = new Products(columns, all.vectors(ARM, 0));
        this.ofTreated = new Products(columns, treated.vectors(ARM, 0));
        this.ofAugmented = new Products(columns, augmented.vectors(ARM, 0));
    }

    /** Fills in, from place 1 on, the influence of one whose change is zero, and what a unit of change adds to that. */
    void fill(int side, double propensity, int kind, int numbers, int baseline, double[] unchanged, double[] slope) {
        if (extreme) {
            return;
        }
        e[0] = 1 - propensity;
        e[1] = propensity;
        double[] products = ofAll.of(kind, numbers, baseline);
        unchanged[1] = all.ofProducts(products, side, e, 0, ARM, 0);
        slope[1] = all.ofProducts(products, side, e, 1, ARM, 0) - unchanged[1];
        products = ofTreated.of(kind, numbers, baseline);
        unchanged[2] = treated.ofProducts(products, side, e, 0, ARM, 0);
        slope[2] = treated.ofProducts(products, side, e, 1, ARM, 0) - unchanged[2];
        products = ofAugmented.of(kind, numbers, baseline);
        unchanged[3] = augmented.ofProducts(products, side, e, 0, ARM, 0);
        slope[3] = augmented.ofProducts(products, side, e, 1, ARM, 0) - unchanged[3];
    }
}
