package axial.stats;

import org.apache.commons.math3.util.FastMath;

/**
 * Weight of a patient with propensity e for the population the comparison speaks of: h(e)/e in the arm,
 * h(e)/(1−e) in the comparator (Li, Morgan and Zaslavsky 2018, JASA 113:390).
 */
public enum PropensityWeight {
    /** All patients: h = 1. */
    ALL,
    /** Patients as treated in the arm: h = e. */
    TREATED,
    /** Patients in equipoise: h = e(1−e). */
    OVERLAP,
    /** Patients as if matched: h = min(e, 1−e) (Li and Greene 2013). */
    MATCHING,
    /** h = −e log e − (1−e) log(1−e) (Zhou, Matsouaka and Thomas 2020). */
    ENTROPY;

    /** The weight at propensity {@code e}, strictly between 0 and 1. */
    public double of(double e, boolean arm) {
        return tilt(e) / (arm ? e : 1 - e);
    }

    private double tilt(double e) {
        return switch (this) {
            case ALL -> 1;
            case TREATED -> e;
            case OVERLAP -> e * (1 - e);
            case MATCHING -> Math.min(e, 1 - e);
            case ENTROPY -> -e * FastMath.log(e) - (1 - e) * FastMath.log1p(-e);
        };
    }

    /** How many equally weighted patients carry as much (Kish 1965): (Σw)²/Σw². */
    public static double effectiveSize(double sum, double sumOfSquares) {
        return sum * sum / sumOfSquares;
    }
}
