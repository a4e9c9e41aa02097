package axial.sums;

import java.util.List;

/** Gradients and informations of models at their present coefficients. */
record NewtonPass(List<EpisodeModel> models) implements EpisodePass {
    @Override
    public int size() {
        return models.stream().mapToInt(EpisodeModel::newtonSums).sum();
    }

    @Override
    public void add(EpisodeColumns part, OrderFreeSums sums) {
        int at = 0;
        for (EpisodeModel model : models) {
            model.addNewton(part, sums, at);
            at += model.newtonSums();
        }
    }
}
