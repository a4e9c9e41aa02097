package axial.sums;

import axial.walk.EpisodeRow;
import java.util.List;

/** What models need at the maximum of their likelihood. */
record SumsPass(List<EpisodeModel> models) implements EpisodePass {
    @Override
    public int size() {
        return models.stream().mapToInt(EpisodeModel::sums).sum();
    }

    @Override
    public void add(EpisodeRow episode, OrderFreeSums sums) {
        int at = 0;
        for (EpisodeModel model : models) {
            model.addSums(episode, sums, at);
            at += model.sums();
        }
    }
}
