package axial.stats;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/**
 * The noncentral t distribution, (Z + δ)/√(χ²(m)/m); no unit.
 *
 * <p>P(T ≤ t) = ∫ Φ(t s − δ) f(s) ds, where s = √(χ²(m)/m) has density f ∝ s^(m−1) exp(−m s²/2)
 * (Johnson and Welch 1940, Biometrika 31:362). The density is normalised by the same quadrature, so no
 * large logarithms of Γ cancel; good to about 1e-12 for any m ≥ 1.
 */
public final class NoncentralT {
    private static final int REACH = 9;

    private NoncentralT() {}

    /** P(T ≤ t) with {@code df} degrees of freedom and noncentrality {@code ncp}. */
    public static double cdf(double t, double df, double ncp) {
        double[] breaks = breaks(t, df, ncp);
        double mass = GaussLegendre.integrate(s -> density(s, df), breaks);
        double below = GaussLegendre.integrate(s -> density(s, df) * normal(t * s - ncp), breaks);
        return below / mass;
    }

    /** The noncentrality at which P(T ≤ t) is {@code p}; falls as p rises. */
    public static double ncpFor(double t, double df, double p) {
        double spread = 4 * Math.sqrt(1 + t * t / (2 * df)) + 1;
        double low = t - spread;
        while (cdf(t, df, low) < p) {
            low -= spread;
        }
        double high = t + spread;
        while (cdf(t, df, high) > p) {
            high += spread;
        }
        return Root.between(ncp -> cdf(t, df, ncp) - p, low, high);
    }

    /** Density of s relative to that at 1, without its constant. */
    private static double density(double s, double df) {
        return s <= 0 ? 0 : FastMath.exp((df - 1) * FastMath.log(s) - df * (s - 1) * (s + 1) / 2);
    }

    private static double normal(double z) {
        if (z > 9) {
            return 1;
        }
        return z < -39 ? 0 : Erf.erfc(-z / Math.sqrt(2)) / 2;
    }

    /** Panels no wider than the spread of s, nor than the step of Φ(ts − δ) where that falls inside. */
    private static double[] breaks(double t, double df, double ncp) {
        double spread = Math.sqrt(1 / (2 * df));
        double mode = Math.sqrt(Math.max(0, df - 1) / df);
        double low = Math.max(0, mode - REACH * spread);
        double high = mode + (REACH + 2) * spread;
        DoubleStream grid =
                IntStream.rangeClosed(0, REACH + 1).mapToDouble(i -> low + (high - low) * i / (REACH + 1.0));
        double width = t == 0 ? 0 : 1 / Math.abs(t);
        boolean steep = width > 0 && width < spread;
        DoubleStream step =
                steep ? IntStream.rangeClosed(-4, 4).mapToDouble(i -> ncp / t + 2 * i * width) : DoubleStream.empty();
        DoubleStream inside = step.filter(s -> s > low && s < high);
        return DoubleStream.concat(grid, inside).sorted().toArray();
    }
}
