package axial.stats;

import java.util.function.Predicate;

/**
 * A difference, arm minus comparator, if the patients who were not followed had done worse or better than
 * those like them who were, by δ in the arm and δ₀ in the comparator; all in the instrument's unit.
 *
 * <p>θ(δ, δ₀) = θ + fδ − f₀δ₀, SE² = SE²(θ) + δ²f(1−f)/n + δ₀²f₀(1−f₀)/n₀, f the share not followed (the
 * mean score of White, Carpenter and Horton 2018, Stat Sin 28:1985, for a difference estimated as if
 * missing at random). Closed, so that a whole surface costs nothing.
 *
 * @param difference as if missing at random
 * @param followed patients of the arm who were followed
 * @param missing those who were not
 * @param comparatorFollowed the same in the comparator
 * @param comparatorMissing the same in the comparator
 */
public record TippingSurface(
        Estimate difference, long followed, long missing, long comparatorFollowed, long comparatorMissing) {
    private static final int STEPS = 400;
    private static final int HALVINGS = 60;

    /** The difference with interval and p at one pair of departures. */
    public Estimate at(double delta, double comparatorDelta) {
        return at(delta, comparatorDelta, reach());
    }

    /** 97.5 % quantile of t: looked up once for a whole surface. */
    private double reach() {
        return StudentT.quantile(0.975, difference.df());
    }

    private Estimate at(double delta, double comparatorDelta, double reach) {
        double n = followed + missing;
        double n0 = comparatorFollowed + comparatorMissing;
        double f = missing / n;
        double f0 = comparatorMissing / n0;
        double own = delta * delta * f * (1 - f) / n;
        double other = comparatorDelta * comparatorDelta * f0 * (1 - f0) / n0;
        double variance = difference.stdError() * difference.stdError() + own + other;
        double value = difference.value() + f * delta - f0 * comparatorDelta;
        double error = Math.sqrt(variance);
        double df = difference.df();
        double p = StudentT.twoSided(value / error, df);
        return new Estimate(value, error, df, value - reach * error, value + reach * error, p);
    }

    /** The surface over all pairs: a row for each δ of the arm, a column for each δ₀ of the comparator. */
    public Estimate[][] over(double[] deltas, double[] comparatorDeltas) {
        double reach = reach();
        Estimate[][] surface = new Estimate[deltas.length][comparatorDeltas.length];
        for (int i = 0; i < deltas.length; i++) {
            for (int j = 0; j < comparatorDeltas.length; j++) {
                surface[i][j] = at(deltas[i], comparatorDeltas[j], reach);
            }
        }
        return surface;
    }

    /**
     * The δ in the arm alone, from zero towards {@code farthest}, at which a conclusion first changes; NaN
     * if it does not. Looks at 400 steps on the way, then halves.
     */
    public double turn(Predicate<Estimate> conclusion, double farthest) {
        double reach = reach();
        boolean now = conclusion.test(at(0, 0, reach));
        for (int i = 1; i <= STEPS; i++) {
            if (conclusion.test(at(farthest * i / STEPS, 0, reach)) != now) {
                double same = farthest * (i - 1) / STEPS;
                double changed = farthest * i / STEPS;
                for (int h = 0; h < HALVINGS; h++) {
                    double middle = (same + changed) / 2;
                    if (conclusion.test(at(middle, 0, reach)) == now) {
                        same = middle;
                    } else {
                        changed = middle;
                    }
                }
                return changed;
            }
        }
        return Double.NaN;
    }
}
