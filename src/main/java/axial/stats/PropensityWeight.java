package axial.stats;

import org.apache.commons.math3.util.FastMath;

/**
 * Weight of a patient with propensity e for the population the comparison speaks of: h(e)/e in the arm,
 * h(e)/(1−e) in the comparator (Li, Morgan and Zaslavsky 2018, JASA 113:390); with several arms h(e)/eₖ
 * in arm k (Li and Li 2019, Ann Appl Stat 13:2389).
 */
public enum PropensityWeight {
    /** All patients: h = 1. */
    ALL,
    /** Patients as treated in the arm: h = e. */
    TREATED,
    /** Patients in equipoise: h = e(1−e), with several arms 1/Σ(1/eₖ). */
    OVERLAP,
    /** Patients as if matched: h = min(e, 1−e) (Li and Greene 2013). */
    MATCHING,
    /** h = −Σ eₖ log eₖ (Zhou, Matsouaka and Thomas 2020). */
    ENTROPY;

    /** The weight at propensity {@code e}, strictly between 0 and 1. */
    public double of(double e, boolean arm) {
        return tilt(e) / (arm ? e : 1 - e);
    }

    /** ∂w/∂η of that weight, by the linear predictor of the propensity. */
    public double slope(double e, boolean arm) {
        return tiltSlope(e) / (arm ? e : 1 - e) - of(e, arm) * ((arm ? 1 : 0) - e);
    }

    private double tilt(double e) {
        return switch (this) {
            case ALL -> 1;
            case TREATED -> e;
            case OVERLAP -> e * (1 - e);
            case MATCHING -> Math.min(e, 1 - e);
            case ENTROPY -> entropy(new double[] {1 - e, e});
        };
    }

    private double tiltSlope(double e) {
        return switch (this) {
            case ALL -> 0;
            case TREATED -> e * (1 - e);
            case OVERLAP -> e * (1 - e) * (1 - 2 * e);
            case MATCHING -> e < 1 - e ? e * (1 - e) : -e * (1 - e);
            case ENTROPY -> e * (1 - e) * (FastMath.log(1 - e) - FastMath.log(e));
        };
    }

    /** The weight in {@code arm} at the propensities of all arms; {@code target} is the arm of {@link #TREATED}. */
    public double of(double[] e, int arm, int target) {
        return tilt(e, target) / e[arm];
    }

    /** h(e). */
    double tilt(double[] e, int target) {
        return switch (this) {
            case ALL -> 1;
            case TREATED -> e[target];
            case OVERLAP -> overlap(e);
            case MATCHING -> e[least(e)];
            case ENTROPY -> entropy(e);
        };
    }

    /** ∂h/∂η for each linear predictor but that of arm 0. */
    double[] tiltSlope(double[] e, int target) {
        double[] byShare = new double[e.length];
        for (int l = 0; l < e.length; l++) {
            byShare[l] = switch (this) {
                case ALL -> 0;
                case TREATED -> l == target ? 1 : 0;
                case OVERLAP -> overlap(e) / e[l] * (overlap(e) / e[l]);
                case MATCHING -> l == least(e) ? 1 : 0;
                case ENTROPY -> -FastMath.log(e[l]) - 1;
            };
        }
        return byPredictor(byShare, e);
    }

    /** ∂w/∂η of the weight in an arm, for each linear predictor but that of arm 0. */
    public double[] slope(double[] e, int arm, int target) {
        double[] slope = tiltSlope(e, target);
        double w = of(e, arm, target);
        for (int m = 1; m < e.length; m++) {
            slope[m - 1] = slope[m - 1] / e[arm] - w * ((arm == m ? 1 : 0) - e[m]);
        }
        return slope;
    }

    /** How many equally weighted patients carry as much (Kish 1965): (Σw)²/Σw². */
    public static double effectiveSize(double sum, double sumOfSquares) {
        return sum * sum / sumOfSquares;
    }

    /** By the chain rule, ∂eₗ/∂ηₘ = eₗ(1ₗₘ − eₘ). */
    private static double[] byPredictor(double[] byShare, double[] e) {
        double mean = Matrices.dot(byShare, e);
        double[] slope = new double[e.length - 1];
        for (int m = 1; m < e.length; m++) {
            slope[m - 1] = e[m] * (byShare[m] - mean);
        }
        return slope;
    }

    private static double overlap(double[] e) {
        if (e.length == 2) {
            return e[0] * e[1];
        }
        double sum = 0;
        for (double share : e) {
            sum += 1 / share;
        }
        return 1 / sum;
    }

    private static double entropy(double[] e) {
        double sum = 0;
        for (double share : e) {
            sum -= share * FastMath.log(share);
        }
        return sum;
    }

    private static int least(double[] e) {
        int least = 0;
        for (int k = 1; k < e.length; k++) {
            least = e[k] < e[least] ? k : least;
        }
        return least;
    }
}
