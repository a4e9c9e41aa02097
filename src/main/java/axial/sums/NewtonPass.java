package axial.sums;

import axial.stats.LogisticNewton;
import axial.walk.EpisodeRow;
import java.util.List;

/** Gradient and information of logistic models at their present coefficients. */
record NewtonPass(List<Propensity> models) implements EpisodePass {
    @Override
    public int size() {
        return models.stream().mapToInt(Propensity::newtonSums).sum();
    }

    @Override
    public void add(EpisodeRow episode, OrderFreeSums sums) {
        int at = 0;
        for (Propensity model : models) {
            if (model.request.includes(episode)) {
                boolean inArm = model.request.sides()[episode.arm()] == 1;
                double[] row = model.request.design().row(episode, inArm, model.request.outcome());
                add(model, model.chosen(row), inArm, sums, at);
            }
            at += model.newtonSums();
        }
    }

    private static void add(Propensity model, double[] x, boolean inArm, OrderFreeSums sums, int from) {
        if (!complete(x)) {
            return;
        }
        double e = LogisticNewton.probability(model.eta(x));
        double weight = e * (1 - e);
        int at = from + x.length;
        for (int i = 0; i < x.length; i++) {
            sums.add(from + i, x[i] * ((inArm ? 1 : 0) - e));
            for (int j = 0; j <= i; j++) {
                sums.add(at++, weight * x[i] * x[j]);
            }
        }
    }

    /** Whether every number covariate is there. */
    static boolean complete(double[] x) {
        for (double value : x) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }
}
