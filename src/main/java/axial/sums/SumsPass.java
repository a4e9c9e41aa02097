package axial.sums;

import axial.walk.CovariatePatterns;
import java.util.List;

/** What models need at the maximum of their likelihood. */
record SumsPass(List<EpisodeModel> models) implements Pass<CovariatePatterns> {
    @Override
    public int size() {
        return models.stream().mapToInt(EpisodeModel::sums).sum();
    }

    @Override
    public void add(CovariatePatterns part, OrderFreeSums sums) {
        int at = 0;
        for (EpisodeModel model : models) {
            model.addSums(part, sums, at);
            at += model.sums();
        }
    }
}
