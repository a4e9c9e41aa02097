package axial.sums;

import axial.stats.LogisticNewton;
import axial.walk.EpisodeRow;
import java.util.List;

/** What overlap weights need at the maximum of the likelihood: see {@link axial.stats.OverlapSums}. */
record OverlapPass(List<Propensity> models) implements EpisodePass {
    @Override
    public int size() {
        return models.stream().mapToInt(Propensity::overlapSums).sum();
    }

    @Override
    public void add(EpisodeRow episode, OrderFreeSums sums) {
        int at = 0;
        for (Propensity model : models) {
            if (model.request.includes(episode)) {
                boolean inArm = model.request.sides()[episode.arm()] == 1;
                double[] x = model.chosen(model.request.design().row(episode, inArm, model.request.outcome()));
                double y = model.request.design().change(episode.changes()[model.request.outcomeWindow()]);
                if (NewtonPass.complete(x)) {
                    add(model, x, y, inArm, sums, at);
                }
            }
            at += model.overlapSums();
        }
    }

    private static void add(Propensity model, double[] x, double y, boolean inArm, OrderFreeSums sums, int from) {
        int p = x.length;
        double e = LogisticNewton.probability(model.eta(x));
        double own = inArm ? 1 - e : e;
        sums.add(from + (inArm ? 0 : 2), own);
        sums.add(from + (inArm ? 1 : 3), own * y);
        int slopes = from + 4 + (inArm ? 0 : 2 * p);
        int at = from + 4 + 4 * p;
        for (int i = 0; i < p; i++) {
            double weighted = e * (1 - e) * x[i];
            sums.add(slopes + i, weighted);
            sums.add(slopes + p + i, weighted * y);
            for (int j = 0; j <= i; j++) {
                sums.add(at++, weighted * x[j]);
            }
        }
    }
}
