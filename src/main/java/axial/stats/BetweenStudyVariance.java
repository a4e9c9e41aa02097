package axial.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.special.Gamma;

/**
 * The variance τ² of true effects between studies, in the squared unit of the effect, never below zero;
 * zero for fewer than two studies.
 */
public final class BetweenStudyVariance {
    private static final int MOST_STEPS = 10_000;

    private BetweenStudyVariance() {}

    /** Restricted maximum likelihood by Fisher scoring (Harville 1977, JASA 72:320; Viechtbauer 2005). */
    public static double reml(List<Study> studies) {
        return scored(studies, sums -> (sums.qq() - sums.trace()) / sums.traceOfSquare());
    }

    /** Maximum likelihood by Fisher scoring (Hardy and Thompson 1996, Stat Med 15:619); too small with few studies. */
    public static double ml(List<Study> studies) {
        return scored(studies, sums -> (sums.qq() - sums.w()) / sums.ww());
    }

    private static double scored(List<Study> studies, ToDoubleFunction<WeightedStudies> step) {
        if (studies.size() < 2) {
            return 0;
        }
        double tau2 = hedges(studies);
        for (int i = 0; i < MOST_STEPS; i++) {
            double next = tau2 + step.applyAsDouble(WeightedStudies.at(studies, tau2));
            if (next < 0) {
                if (step.applyAsDouble(WeightedStudies.at(studies, 0)) <= 0) {
                    return 0;
                }
                next = tau2 / 2;
            }
            if (Math.abs(next - tau2) <= 1e-14 * next) {
                return next;
            }
            tau2 = next;
        }
        return tau2;
    }

    /**
     * From the ratios v/τ₀², τ₀² = Σ(y−ȳ)²/k (Sidik and Jonkman 2005, Appl Stat 54:367); zero only where
     * all effects are the same.
     */
    public static double sidikJonkman(List<Study> studies) {
        double k = studies.size();
        double mean = studies.stream().mapToDouble(Study::effect).sum() / k;
        double start = studies.stream()
                        .mapToDouble(s -> (s.effect() - mean) * (s.effect() - mean))
                        .sum()
                / k;
        return k < 2 || start == 0
                ? 0
                : start * WeightedStudies.at(studies, start).q() / (k - 1);
    }

    /** Sample variance of the effects less the mean sampling variance (Hedges and Olkin 1985). */
    public static double hedges(List<Study> studies) {
        double k = studies.size();
        double mean = studies.stream().mapToDouble(Study::effect).sum() / k;
        double squares = 0;
        double variances = 0;
        for (Study study : studies) {
            squares += (study.effect() - mean) * (study.effect() - mean);
            variances += study.variance();
        }
        return k < 2 ? 0 : Math.max(0, squares / (k - 1) - variances / k);
    }

    /** Method of moments (DerSimonian and Laird 1986, Control Clin Trials 7:177). */
    public static double dersimonianLaird(List<Study> studies) {
        WeightedStudies sums = WeightedStudies.at(studies, 0);
        double k = studies.size();
        return k < 2 ? 0 : Math.max(0, (sums.q() - (k - 1)) / sums.trace());
    }

    /** The τ² at which the generalised Q equals k−1 (Paule and Mandel 1982). */
    public static double pauleMandel(List<Study> studies) {
        return studies.size() < 2 ? 0 : whereQIs(studies, studies.size() - 1.0);
    }

    /** 95 % interval by profiling the generalised Q (Viechtbauer 2007, Stat Med 26:37); low, high. */
    public static double[] qProfile(List<Study> studies) {
        if (studies.size() < 2) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double df = studies.size() - 1.0;
        return new double[] {whereQIs(studies, chiSquare(0.975, df)), whereQIs(studies, chiSquare(0.025, df))};
    }

    private static double whereQIs(List<Study> studies, double target) {
        if (WeightedStudies.at(studies, 0).q() <= target) {
            return 0;
        }
        double high = 1;
        while (WeightedStudies.at(studies, high).q() > target) {
            high *= 2;
        }
        return Root.between(tau2 -> WeightedStudies.at(studies, tau2).q() - target, 0, high);
    }

    private static double chiSquare(double p, double df) {
        double high = df + 10;
        while (Gamma.regularizedGammaP(df / 2, high / 2) < p) {
            high *= 2;
        }
        return Root.between(x -> Gamma.regularizedGammaP(df / 2, x / 2) - p, 0, high);
    }
}
