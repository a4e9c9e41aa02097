package axial.stats;

import java.util.List;

/**
 * Random-effects pooling of studies, in the unit of their effects.
 *
 * <p>τ² by REML; weights 1/(v+τ²); standard error of Hartung and Knapp (2001, Stat Med 20:3875) with
 * its factor floored at 1 (Röver et al. 2015), interval t with k−1 degrees of freedom. Prediction
 * interval t with k−1: mean ± t √(τ²+SE²) (Higgins et al. 2009, whose own has k−2). With one study the
 * result is that study, interval by z, and there is no prediction interval.
 *
 * @param k studies
 * @param tau2 variance between studies
 * @param i2Percent 100 τ²/(τ²+s²), s² the typical sampling variance (Higgins and Thompson 2002)
 * @param q Cochran's Q
 * @param pooled mean effect
 * @param prediction mean effect with the limits within which a new study's effect should lie
 * @param weights each study's weight in percent, in the order given
 * @param waldStdError 1/√Σw, before Hartung and Knapp's factor
 */
public record RandomEffects(
        int k,
        double tau2,
        double i2Percent,
        double q,
        Estimate pooled,
        Estimate prediction,
        List<Double> weights,
        double waldStdError) {

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
        WeightedStudies fixed = WeightedStudies.at(studies, 0);
        WeightedStudies random = WeightedStudies.at(studies, tau2);
        double df = k > 1 ? k - 1.0 : Double.NaN;
        double wald = Math.sqrt(1 / random.w());
        double factor = k > 1 ? Math.max(1, random.q() / df) : 1;
        Estimate pooled = Estimate.wald(random.mean(), wald * Math.sqrt(factor), df);
        double i2 = k > 1 ? 100 * tau2 / (tau2 + df / fixed.trace()) : 0;
        List<Double> weights = studies.stream()
                .map(study -> 100 / (study.variance() + tau2) / random.w())
                .toList();
        return new RandomEffects(k, tau2, i2, fixed.q(), pooled, prediction(pooled, tau2), weights, wald);
    }

    private static Estimate prediction(Estimate pooled, double tau2) {
        if (Double.isNaN(pooled.df())) {
            return Estimate.interval(pooled.value(), Double.NaN, Double.NaN, Double.NaN);
        }
        double spread = Math.sqrt(tau2 + pooled.stdError() * pooled.stdError());
        double reach = StudentT.quantile(0.975, pooled.df()) * spread;
        return Estimate.interval(pooled.value(), pooled.df(), pooled.value() - reach, pooled.value() + reach);
    }
}
