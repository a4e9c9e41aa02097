package axial.sums;

import axial.walk.EpisodeRow;
import java.util.List;

/** Gradients and informations of models at their present coefficients. */
record NewtonPass(List<EpisodeModel> models) implements EpisodePass {
    @Override
    public int size() {
        return models.stream().mapToInt(EpisodeModel::newtonSums).sum();
    }

    @Override
    public void add(EpisodeRow episode, OrderFreeSums sums) {
        int at = 0;
        for (EpisodeModel model : models) {
            model.addNewton(episode, sums, at);
            at += model.newtonSums();
        }
    }
}
