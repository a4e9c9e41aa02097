package axial.evidence;

import axial.tables.Estimand;

/**
 * What a row of {@code estimates.csv} holds: no number is written without its population and its formula.
 *
 * @param estimator the method
 * @param name what it found
 * @param estimand who and what it is about
 * @param convention the formula where programs differ: which deviation, variance, degrees of freedom, interval
 */
record Metric(String estimator, String name, Estimand estimand, String convention) {
    /** The same, with a formula that depends on the job. */
    Metric by(String otherConvention) {
        return new Metric(estimator, name, estimand, otherConvention);
    }
}
