package axial.sums;

import axial.evidence.ModelRequest;
import axial.stats.Finding;
import axial.stats.LogisticNewton;
import axial.stats.NotEstimable;
import axial.stats.OverlapSums;
import axial.stats.OverlapWeights;
import axial.walk.EpisodeRow;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One propensity model on its way to an answer. */
final class Propensity implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double SMALL_STEP = 1e-10;
    private static final double ABSURD = 30;

    final ModelRequest request;
    final int[] columns;
    double[] beta;
    private boolean still = false;
    private String failure = "";

    @Nullable
    OverlapWeights weights;

    double squaredInfluence = 0;
    long clusters = 0;

    Propensity(ModelRequest request) {
        this.request = request;
        this.columns = request.propensityColumns();
        this.beta = new double[columns.length];
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

    /** How many sums a Newton step needs. */
    int newtonSums() {
        return columns.length + columns.length * (columns.length + 1) / 2;
    }

    /** How many sums the weights need. */
    int overlapSums() {
        return 4 + 4 * columns.length + columns.length * (columns.length + 1) / 2;
    }

    /** The episode as this model sees it; null where it is not in the analysis. */
    @Nullable
    ModelRow row(EpisodeRow episode) {
        if (!request.includes(episode)) {
            return null;
        }
        boolean inArm = request.sides()[episode.arm()] == 1;
        double[] design = request.design().row(episode, inArm, request.outcome());
        double[] x = new double[columns.length];
        double eta = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = design[columns[i]];
            eta += beta[i] * x[i];
        }
        if (!ModelRow.complete(x)) {
            return null;
        }
        double change = request.design().change(episode.changes()[request.outcomeWindow()]);
        return new ModelRow(x, inArm, LogisticNewton.probability(eta), change);
    }

    int step(OrderFreeSums sums, int from) {
        int p = columns.length;
        double[] gradient = vector(sums, from, p);
        double[][] information = triangle(sums, from + p, p);
        double[] step = LogisticNewton.step(gradient, information);
        if (step == null) {
            fail("the covariates separate the arms");
            return from + newtonSums();
        }
        double largest = 0;
        for (int i = 0; i < p; i++) {
            beta[i] += step[i];
            largest = Math.max(largest, Math.abs(step[i]));
            if (Math.abs(beta[i]) > ABSURD) {
                fail("the covariates separate the arms");
            }
        }
        still = largest < SMALL_STEP;
        return from + newtonSums();
    }

    int weigh(OrderFreeSums sums, int from) {
        int p = columns.length;
        double[] scalars = vector(sums, from, 4);
        OverlapSums found = new OverlapSums(
                triangle(sums, from + 4 + 4 * p, p),
                scalars[0],
                scalars[1],
                scalars[2],
                scalars[3],
                vector(sums, from + 4, p),
                vector(sums, from + 4 + p, p),
                vector(sums, from + 4 + 2 * p, p),
                vector(sums, from + 4 + 3 * p, p));
        weights = OverlapWeights.of(found);
        return from + overlapSums();
    }

    Finding conclude() {
        OverlapWeights found = weights;
        if (!failure.isEmpty() || found == null) {
            return new NotEstimable(failure);
        }
        return found.conclude(squaredInfluence, clusters);
    }

    private static double[] vector(OrderFreeSums sums, int from, int length) {
        double[] vector = new double[length];
        for (int i = 0; i < length; i++) {
            vector[i] = sums.sum(from + i);
        }
        return vector;
    }

    private static double[][] triangle(OrderFreeSums sums, int from, int p) {
        double[][] matrix = new double[p][p];
        for (int i = 0, at = from; i < p; i++) {
            for (int j = 0; j <= i; j++, at++) {
                matrix[i][j] = sums.sum(at);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
