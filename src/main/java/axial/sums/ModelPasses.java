package axial.sums;

import axial.evidence.ModelAnswer;
import axial.evidence.ModelRequest;
import axial.stats.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Models that need several passes over the episodes; each pass is one sum, the same in any order. */
public final class ModelPasses {
    private static final int MOST_STEPS = 40;

    private final Episodes episodes;

    public ModelPasses(Episodes episodes) {
        this.episodes = episodes;
    }

    /** The answers, by the key of the request. */
    public Map<String, ModelAnswer> answer(List<ModelRequest> requests) {
        List<Propensity> models = requests.stream().map(Propensity::new).toList();
        maximise(models);
        weigh(models);
        Map<String, ModelAnswer> answers = new TreeMap<>();
        Map<String, Finding> robust = PatientClusters.answer(episodes, requests);
        for (Propensity model : models) {
            answers.put(model.request.key(), new ModelAnswer(model.conclude(), robust.get(model.request.key())));
        }
        return answers;
    }

    /** Newton's method for all models together: one pass a step, until every model stands still. */
    private void maximise(List<Propensity> models) {
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Propensity> moving = models.stream().filter(Propensity::moving).toList();
            if (moving.isEmpty()) {
                return;
            }
            OrderFreeSums sums = EpisodePass.sum(episodes, new NewtonPass(moving));
            int at = 0;
            for (Propensity model : moving) {
                at = model.step(sums, at);
            }
        }
        models.stream()
                .filter(Propensity::moving)
                .forEach(model -> model.fail("the propensity model did not converge"));
    }

    private void weigh(List<Propensity> models) {
        List<Propensity> fitted = models.stream().filter(Propensity::fitted).toList();
        if (fitted.isEmpty()) {
            return;
        }
        OrderFreeSums sums = EpisodePass.sum(episodes, new OverlapPass(fitted));
        int at = 0;
        for (Propensity model : fitted) {
            at = model.weigh(sums, at);
        }
        InfluencePass.run(episodes, fitted);
    }
}
