package axial.sums;

import axial.walk.CovariatePatterns;
import java.util.List;

/** Gradients and informations of models at their present coefficients. */
record NewtonPass(List<EpisodeModel> models) implements Pass<CovariatePatterns> {
    @Override
    public int size() {
        return models.stream().mapToInt(model -> model.steps().sums()).sum();
    }

    @Override
    public void add(CovariatePatterns part, OrderFreeSums sums) {
        int at = 0;
        for (EpisodeModel model : models) {
            model.addNewton(part, sums, at);
            at += model.steps().sums();
        }
    }
}
