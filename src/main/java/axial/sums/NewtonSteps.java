package axial.sums;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The coefficients of a model on their way to the maximum of the likelihood, by Newton's method. */
final class NewtonSteps implements Serializable {
    private static final long serialVersionUID = 1;
    /** Newton's method about squares what is left, so that after so small a step less than rounding is. */
    private static final double SMALL_STEP = 1e-7;

    private static final double ABSURD = 30;

    /** The next step of a model. */
    interface Step extends Serializable {
        /** What to add to the coefficients, from the sums that start there; null where these cannot be solved. */
        double @Nullable [] of(OrderFreeSums sums, int from);
    }

    private final Step step;
    private final int sums;
    private final String separated;
    private final double[] beta;
    private boolean still = false;
    private String failure = "";

    /**
     * @param sums how many sums a step needs
     * @param separated what to say where covariates tell the sides apart
     */
    NewtonSteps(int coefficients, int sums, Step step, String separated) {
        this.beta = new double[coefficients];
        this.sums = sums;
        this.step = step;
        this.separated = separated;
    }

    /** Whether the last step was not small. */
    boolean moving() {
        return !still && failure.isEmpty();
    }

    /** Whether the steps came to rest. */
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

    /** How many sums a step needs. */
    int sums() {
        return sums;
    }

    /** Takes a step, from the sums that start there. */
    void take(OrderFreeSums found, int from) {
        double[] add = step.of(found, from);
        if (add == null) {
            fail(separated);
            return;
        }
        double largest = 0;
        for (int i = 0; i < beta.length; i++) {
            beta[i] += add[i];
            largest = Math.max(largest, Math.abs(add[i]));
            if (Math.abs(beta[i]) > ABSURD) {
                fail(separated);
            }
        }
        still = largest < SMALL_STEP;
    }
}
