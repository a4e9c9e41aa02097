package axial.stats;

import java.io.Serializable;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * Self-controlled case-crossover: among patients with an event, was the window before it exposed more often
 * than earlier windows of the same patient (Maclure 1991, Am J Epidemiol 133:144)? Odds ratios; above one
 * the event follows exposure. Only patients exposed in some windows and not in others count.
 *
 * @param conditional maximum of the conditional likelihood, Π(eψ)^c u^(1−c)/(eψ+u), with exact limits and p
 *     from the distribution of the number of exposed case windows (each tail 2.5 %; p twice the lesser
 *     tail); infinite where every case window was exposed
 * @param mantelHaenszel Σ(c·u/w)/Σ((1−c)·e/w), interval of Robins, Breslow and Greenland (1986, Biometrics
 *     42:311); NaN limits where either sum is zero
 */
public record CaseCrossover(Estimate conditional, Estimate mantelHaenszel) {
    /** With fewer cases than this, a list of cases says more than a ratio. */
    public static final int FEWEST_CASES = 10;

    private static final double FARTHEST = 30;

    /**
     * Cases with alike windows.
     *
     * @param windows the case window and its control windows
     * @param exposed how many of all of them were exposed
     * @param caseExposed whether the case window was
     * @param cases how many patients
     */
    public record MatchedSet(int windows, int exposed, boolean caseExposed, long cases) implements Serializable {
        boolean informs() {
            return exposed > 0 && exposed < windows && cases > 0;
        }

        /** The probability that the case window is an exposed one at odds ratio ψ. */
        double chance(double psi) {
            return exposed * psi / (exposed * psi + windows - exposed);
        }
    }

    /** The ratios; a {@link NotEstimable} where no patient informs. */
    public static Finding of(List<MatchedSet> sets) {
        List<MatchedSet> informing = sets.stream().filter(MatchedSet::informs).toList();
        return informing.isEmpty()
                ? new NotEstimable("no patient was exposed in some windows and not in others")
                : ratios(informing).conditional;
    }

    /** Both ratios; at least one patient informs. */
    public static CaseCrossover ratios(List<MatchedSet> sets) {
        List<MatchedSet> informing = sets.stream().filter(MatchedSet::informs).toList();
        return new CaseCrossover(conditional(informing), mantelHaenszel(informing));
    }

    private static Estimate conditional(List<MatchedSet> sets) {
        int n = Math.toIntExact(sets.stream().mapToLong(MatchedSet::cases).sum());
        int seen = Math.toIntExact(sets.stream()
                .filter(MatchedSet::caseExposed)
                .mapToLong(MatchedSet::cases)
                .sum());
        double value = ratio(log -> expected(sets, log) - seen, seen == 0, seen == n);
        double low = ratio(log -> atLeast(sets, seen, log) - 0.025, seen == 0, false);
        double high = ratio(log -> 0.025 - (1 - atLeast(sets, seen + 1, log)), false, seen == n);
        double upper = atLeast(sets, seen, 0);
        double p = Math.min(1, 2 * Math.min(upper, 1 - atLeast(sets, seen + 1, 0)));
        return new Estimate(value, Double.NaN, Double.NaN, low, high, p);
    }

    private static double ratio(java.util.function.DoubleUnaryOperator f, boolean zero, boolean infinite) {
        if (zero || infinite) {
            return zero ? 0 : Double.POSITIVE_INFINITY;
        }
        return FastMath.exp(Root.between(f, -FARTHEST, FARTHEST));
    }

    private static double expected(List<MatchedSet> sets, double log) {
        double psi = FastMath.exp(log);
        return sets.stream().mapToDouble(s -> s.cases() * s.chance(psi)).sum();
    }

    /** P(exposed case windows ≥ count) at odds ratio exp(log): a sum of unlike yes-or-no's. */
    private static double atLeast(List<MatchedSet> sets, int count, double log) {
        double psi = FastMath.exp(log);
        double[] law = {1};
        for (MatchedSet set : sets) {
            double chance = set.chance(psi);
            for (long i = 0; i < set.cases(); i++) {
                double[] next = new double[law.length + 1];
                for (int j = 0; j < law.length; j++) {
                    next[j] += law[j] * (1 - chance);
                    next[j + 1] += law[j] * chance;
                }
                law = next;
            }
        }
        double sum = 0;
        for (int j = law.length - 1; j >= Math.max(0, count); j--) {
            sum += law[j];
        }
        return sum;
    }

    private static Estimate mantelHaenszel(List<MatchedSet> sets) {
        double r = 0;
        double s = 0;
        double pr = 0;
        double mixed = 0;
        double qs = 0;
        for (MatchedSet set : sets) {
            double w = set.windows();
            double concordant = set.caseExposed() ? 1 + w - set.exposed() : set.exposed();
            double for1 = set.caseExposed() ? (w - set.exposed()) / w : 0;
            double against = set.caseExposed() ? 0 : set.exposed() / w;
            double p = (set.caseExposed() ? concordant : w - 1 - set.exposed()) / w;
            r += set.cases() * for1;
            s += set.cases() * against;
            pr += set.cases() * p * for1;
            mixed += set.cases() * (p * against + (1 - p) * for1);
            qs += set.cases() * (1 - p) * against;
        }
        double error = Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
        if (r == 0 || s == 0) {
            return Estimate.interval(r / s, Double.NaN, Double.NaN, Double.NaN);
        }
        Estimate log = Estimate.wald(FastMath.log(r / s), error, Double.NaN);
        return new Estimate(r / s, error, Double.NaN, FastMath.exp(log.low()), FastMath.exp(log.high()), log.pValue());
    }
}
