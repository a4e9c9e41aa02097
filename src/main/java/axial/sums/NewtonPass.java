package axial.sums;

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
            ModelRow row = model.row(episode);
            if (row != null) {
                add(row, sums, at);
            }
            at += model.newtonSums();
        }
    }

    private static void add(ModelRow row, OrderFreeSums sums, int from) {
        double[] x = row.x();
        double weight = row.e() * (1 - row.e());
        int at = from + x.length;
        for (int i = 0; i < x.length; i++) {
            sums.add(from + i, x[i] * ((row.inArm() ? 1 : 0) - row.e()));
            for (int j = 0; j <= i; j++) {
                sums.add(at++, weight * x[i] * x[j]);
            }
        }
    }
}
