package axial.stats;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * The noncentral t distribution, (Z + δ)/√(χ²(m)/m); no unit.
 *
 * <p>P(T ≤ t) = ∫ Φ(t s − δ) f(s) ds, where s = √(χ²(m)/m) has density f ∝ s^(m−1) exp(−m s²/2)
 * (Johnson and Welch 1940, Biometrika 31:362). The density is normalised by the same quadrature, so no
 * large logarithms of Γ cancel; good to about 1e-12 for any m ≥ 1.
 */
public final class NoncentralT {
    private static final int REACH = 9;
    private static final int MOST_STEPS = 20;

    /** A step of so little, in standard errors, is lost in the rounding of the integral. */
    private static final double SETTLED = 1e-13;

    private NoncentralT() {}

    /** P(T ≤ t) with {@code df} degrees of freedom and noncentrality {@code ncp}. */
    public static double cdf(double t, double df, double ncp) {
        return new Scales(df, breaks(t, df, ncp)).below(t, ncp);
    }

    /**
     * The noncentrality at which P(T ≤ t) is {@code p}; falls as p rises. Looked for by Newton's method from
     * t − z√(1 + t²/(2m)), which is right for many degrees of freedom (Hedges and Olkin 1985); between bounds where that
     * does not settle.
     */
    public static double ncpFor(double t, double df, double p) {
        double spread = Math.sqrt(1 + t * t / (2 * df));
        double ncp = t - StudentT.quantile(p, Double.NaN) * spread;
        Scales fixed = new Scales(df, breaks(t, df, 0));
        for (int step = 0; step < MOST_STEPS; step++) {
            Scales scales = isSteep(t, df) ? new Scales(df, breaks(t, df, ncp)) : fixed;
            double by = (scales.below(t, ncp) - p) / scales.densityAt(t, ncp);
            if (!(Math.abs(by) < spread)) {
                break;
            }
            ncp += by;
            if (Math.abs(by) <= SETTLED * spread) {
                return ncp;
            }
        }
        return between(t, df, p, spread);
    }

    private static double between(double t, double df, double p, double spread) {
        DoubleUnaryOperator excess = ncp -> cdf(t, df, ncp) - p;
        double guess = t - StudentT.quantile(p, Double.NaN) * spread;
        double low = guess - spread;
        for (double by = spread; excess.applyAsDouble(low) < 0; by *= 2) {
            low -= by;
        }
        double high = guess + spread;
        for (double by = spread; excess.applyAsDouble(high) > 0; by *= 2) {
            high += by;
        }
        return Root.between(excess, low, high);
    }

    /** Places of s, and what the density of each counts. */
    private static final class Scales {
        private final double[] s;
        private final double[] weight;
        private final double mass;

        Scales(double df, double[] breaks) {
            s = GaussLegendre.places(breaks);
            weight = GaussLegendre.weights(breaks);
            double sum = 0;
            for (int i = 0; i < s.length; i++) {
                weight[i] *= density(s[i], df);
                sum += weight[i];
            }
            mass = sum;
        }

        double below(double t, double ncp) {
            double sum = 0;
            for (int i = 0; i < s.length; i++) {
                sum += weight[i] * normal(t * s[i] - ncp);
            }
            return sum / mass;
        }

        /** By how much P(T ≤ t) falls as the noncentrality rises. */
        double densityAt(double t, double ncp) {
            double sum = 0;
            for (int i = 0; i < s.length; i++) {
                double z = t * s[i] - ncp;
                sum += weight[i] * FastMath.exp(-z * z / 2);
            }
            return sum / mass / Math.sqrt(2 * Math.PI);
        }
    }

    /** Density of s relative to that at 1, without its constant. */
    private static double density(double s, double df) {
        return s <= 0 ? 0 : FastMath.exp((df - 1) * FastMath.log(s) - df * (s - 1) * (s + 1) / 2);
    }

    private static double normal(double z) {
        if (z > 9) {
            return 1;
        }
        return z < -39 ? 0 : Erfc.value(-z / Math.sqrt(2)) / 2;
    }

    /** Panels no wider than the spread of s, nor than the step of Φ(ts − δ) where that falls inside. */
    private static double[] breaks(double t, double df, double ncp) {
        double spread = spread(df);
        double mode = Math.sqrt(Math.max(0, df - 1) / df);
        double low = Math.max(0, mode - REACH * spread);
        double high = mode + (REACH + 2) * spread;
        DoubleStream grid =
                IntStream.rangeClosed(0, REACH + 1).mapToDouble(i -> low + (high - low) * i / (REACH + 1.0));
        double width = 1 / Math.abs(t);
        DoubleStream step = isSteep(t, df)
                ? IntStream.rangeClosed(-4, 4).mapToDouble(i -> ncp / t + 2 * i * width)
                : DoubleStream.empty();
        DoubleStream inside = step.filter(s -> s > low && s < high);
        return DoubleStream.concat(grid, inside).sorted().toArray();
    }

    private static double spread(double df) {
        return Math.sqrt(1 / (2 * df));
    }

    /** Whether Φ(ts − δ) rises within less than the spread of s. */
    private static boolean isSteep(double t, double df) {
        return 1 / Math.abs(t) < spread(df);
    }
}
