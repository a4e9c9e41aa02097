package axial.stats;

import java.util.List;

/**
 * Random-effects pooling of studies, in the unit of their effects.
 *
 * <p>τ² by REML; weights 1/(v+τ²); standard error of Hartung and Knapp (2001, Stat Med 20:3875) with
 * its factor floored at 1 (Röver et al. 2015), interval t with k−1 degrees of freedom. Prediction
 * interval t with k−1: mean ± t √(τ²+SE²) (Higgins et al. 2009, whose own has k−2). With one study the
 * result is that study to the last bit, interval by z, and there is no prediction interval.
 *
 * @param k studies
 * @param tau2 variance between studies
 * @param i2Percent 100 τ²/(τ²+s²), s² the typical sampling variance (Higgins and Thompson 2002)
 * @param q Cochran's Q
 * @param pooled mean effect
 * @param prediction mean effect with the limits within which a new study's effect should lie
 * @param weights each study's weight in percent, in the order given
 * @param waldStdError 1/√Σw, before Hartung and Knapp's factor
 * @param hartungKnapp their factor on the variance before the floor: below 1 the studies agree more than
 *     their own errors let expect, and without the floor the interval would be too narrow; NaN with one
 */
public record RandomEffects(
        int k,
        double tau2,
        double i2Percent,
        double q,
        Estimate pooled,
        Estimate prediction,
        List<Double> weights,
        double waldStdError,
        double hartungKnapp) {
    /** Fewer studies than this are not a synthesis. */
    public static final int FEWEST = 3;

    /** Pools one or more studies. */
    public static RandomEffects reml(List<Study> studies) {
        return at(studies, BetweenStudyVariance.reml(studies));
    }

    /** Pools with a τ² that is given. */
    public static RandomEffects at(List<Study> studies, double tau2) {
        if (studies.isEmpty()) {
            throw new IllegalArgumentException("no study to pool");
        }
        int k = studies.size();
        if (k == 1) {
            return alone(studies.get(0));
        }
        WeightedStudies fixed = WeightedStudies.at(studies, 0);
        WeightedStudies random = WeightedStudies.at(studies, tau2);
        double df = k - 1.0;
        double wald = Math.sqrt(1 / random.w());
        double factor = random.q() / df;
        Estimate pooled = Estimate.wald(random.mean(), wald * Math.sqrt(Math.max(1, factor)), df);
        double i2 = 100 * tau2 / (tau2 + df / fixed.trace());
        List<Double> weights = studies.stream()
                .map(study -> 100 / (study.variance() + tau2) / random.w())
                .toList();
        Estimate prediction = PredictionInterval.of(pooled, tau2, df);
        return new RandomEffects(k, tau2, i2, fixed.q(), pooled, prediction, weights, wald, factor);
    }

    private static RandomEffects alone(Study study) {
        double error = Math.sqrt(study.variance());
        Estimate same = Estimate.wald(study.effect(), error, Double.NaN);
        Estimate none = Estimate.interval(study.effect(), Double.NaN, Double.NaN, Double.NaN);
        return new RandomEffects(1, 0, 0, 0, same, none, List.of(100.0), error, Double.NaN);
    }

    /** The mean effect with the interval by z, as before Hartung and Knapp; too narrow with few studies. */
    public Estimate wald() {
        return Estimate.wald(pooled.value(), waldStdError, Double.NaN);
    }

    /** What two studies or fewer have to say together: nothing; else the pooled effect. */
    public Finding synthesis() {
        return k < FEWEST ? new NotEstimable("no synthesis: " + k + " of the " + FEWEST + " studies needed") : pooled;
    }
}
