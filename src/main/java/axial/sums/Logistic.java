package axial.sums;

import axial.stats.LogisticNewton;
import java.io.Serializable;

/** The coefficients of a logistic model on their way to the maximum of the likelihood. */
final class Logistic implements Serializable {
    private static final long serialVersionUID = 1;
    /** Newton's method about squares what is left, so that after so small a step less than rounding is. */
    private static final double SMALL_STEP = 1e-7;

    private static final double ABSURD = 30;

    private final String separated;
    private final double[] beta;
    private boolean still = false;
    private String failure = "";

    /** @param separated what to say where covariates tell the two sides apart */
    Logistic(int columns, String separated) {
        this.beta = new double[columns];
        this.separated = separated;
    }

    boolean moving() {
        return !still && failure.isEmpty();
    }

    boolean fitted() {
        return still && failure.isEmpty();
    }

    void fail(String why) {
        failure = why;
    }

    String failure() {
        return failure;
    }

    double[] beta() {
        return beta.clone();
    }

    /** The odds against the label, exp(−x'β). */
    Odds against(ModelColumns columns) {
        double[] against = new double[beta.length];
        for (int i = 0; i < against.length; i++) {
            against[i] = -beta[i];
        }
        return new Predictor(columns, against).odds();
    }

    /** How many sums a step needs: those of {@link NewtonSums}. */
    int sums() {
        return beta.length + Triangle.size(beta.length);
    }

    void step(OrderFreeSums sums, int from) {
        int p = beta.length;
        double[] step = LogisticNewton.step(Triangle.vector(sums, from, p), Triangle.of(sums, from + p, p));
        if (step == null) {
            fail(separated);
            return;
        }
        double largest = 0;
        for (int i = 0; i < p; i++) {
            beta[i] += step[i];
            largest = Math.max(largest, Math.abs(step[i]));
            if (Math.abs(beta[i]) > ABSURD) {
                fail(separated);
            }
        }
        still = largest < SMALL_STEP;
    }
}
