package axial.sums;

import axial.stats.LogisticNewton;
import java.io.Serializable;

/**
 * A logistic model, fitted from the sums of {@link NewtonSums}.
 *
 * @param steps its coefficients on their way
 */
record Logistic(NewtonSteps steps) implements Serializable {
    /** @param separated what to say where covariates tell the two sides apart */
    Logistic(int columns, String separated) {
        this(new NewtonSteps(
                columns,
                columns + Triangle.size(columns),
                (sums, from) -> LogisticNewton.step(
                        Triangle.vector(sums, from, columns), Triangle.of(sums, from + columns, columns)),
                separated));
    }

    /** The odds against the label, exp(−x'β). */
    Odds against(ModelColumns columns) {
        double[] against = steps.beta();
        for (int i = 0; i < against.length; i++) {
            against[i] = -against[i];
        }
        return new Predictor(columns, against).odds();
    }
}
