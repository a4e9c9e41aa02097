package axial.stats;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Between what limits the variance between groups over that within lies (Wald 1940, Ann Math Stat 11:96): exact for normal
 * groups of unequal size, since Σwⱼ(mⱼ − m)²/((k − 1)s²), wⱼ = nⱼ/(1 + γnⱼ), m the weighted mean, has an F distribution with
 * k − 1 and the residual degrees of freedom at the true ratio γ. Limits 95 %, never below zero. With residuals of a regression
 * in place of the scores the coefficients count as known.
 *
 * @param low lower limit of γ
 * @param high upper limit of γ
 */
public record VarianceRatio(double low, double high) {
    /** A group: how many, and their mean. */
    public record Group(long n, double mean) {}

    /** The limits, from two groups or more and the mean square within them. */
    public static VarianceRatio of(List<Group> groups, double within, double df) {
        return of(ratio -> statistic(groups, within, ratio), groups.size() - 1.0, df);
    }

    /** The limits from a statistic that falls with γ and at the true one has an F distribution. */
    static VarianceRatio of(DoubleUnaryOperator statistic, double df, double dfWithin) {
        FDistribution law = new FDistribution(null, df, dfWithin);
        return new VarianceRatio(
                at(statistic, law.inverseCumulativeProbability(0.975)),
                at(statistic, law.inverseCumulativeProbability(0.025)));
    }

    /** The ratio of two variances as the share of the first in their sum. */
    public static double share(double ratio) {
        return ratio / (1 + ratio);
    }

    private static double at(DoubleUnaryOperator statistic, double quantile) {
        if (statistic.applyAsDouble(0) <= quantile) {
            return 0;
        }
        double high = 1;
        while (statistic.applyAsDouble(high) > quantile) {
            high *= 2;
        }
        return Root.between(ratio -> statistic.applyAsDouble(ratio) - quantile, 0, high);
    }

    private static double statistic(List<Group> groups, double within, double ratio) {
        double weights = 0;
        double sum = 0;
        for (Group group : groups) {
            double weight = group.n() / (1 + ratio * group.n());
            weights += weight;
            sum += weight * group.mean();
        }
        double squares = 0;
        for (Group group : groups) {
            double apart = group.mean() - sum / weights;
            squares += group.n() / (1 + ratio * group.n()) * apart * apart;
        }
        return squares / (groups.size() - 1) / within;
    }
}
