package axial.sums;

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
            ModelRow row = model.row(episode);
            if (row != null) {
                add(row, sums, at);
            }
            at += model.overlapSums();
        }
    }

    private static void add(ModelRow row, OrderFreeSums sums, int from) {
        double[] x = row.x();
        int p = x.length;
        double own = row.inArm() ? 1 - row.e() : row.e();
        sums.add(from + (row.inArm() ? 0 : 2), own);
        sums.add(from + (row.inArm() ? 1 : 3), own * row.change());
        int slopes = from + 4 + (row.inArm() ? 0 : 2 * p);
        int at = from + 4 + 4 * p;
        for (int i = 0; i < p; i++) {
            double weighted = row.e() * (1 - row.e()) * x[i];
            sums.add(slopes + i, weighted);
            sums.add(slopes + p + i, weighted * row.change());
            for (int j = 0; j <= i; j++) {
                sums.add(at++, weighted * x[j]);
            }
        }
    }
}
