package axial.sums;

import axial.evidence.EpisodeCounts;
import axial.evidence.Evidence;
import axial.evidence.ModelAnswer;
import axial.evidence.ModelRequest;
import axial.evidence.PassAnswers;
import axial.evidence.PassRequests;
import axial.stats.Finding;
import axial.walk.CovariatePatterns;
import axial.walk.EpisodesByPattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Models that need several passes over the episodes, or their covariate patterns; each pass is one sum, the same in any order. */
public final class ModelPasses {
    private static final int MOST_STEPS = 40;

    private final Episodes episodes;

    public ModelPasses(Episodes episodes) {
        this.episodes = episodes;
    }

    /** Counts the episodes, fits the models that are asked for, and gives the evidence what was found. */
    public int answer(Evidence evidence) {
        count(evidence);
        return fit(evidence);
    }

    /** Counts the episodes by stratum, on which depends what is asked. */
    public void count(Evidence evidence) {
        evidence.accept(counted(evidence.nobody()));
    }

    /** Fits the models that are asked for, and gives the evidence what was found; how many there were. */
    public int fit(Evidence evidence) {
        PassRequests asked = evidence.requests();
        evidence.accept(asked, answer(asked));
        return asked.size();
    }

    private PassAnswers answer(PassRequests asked) {
        List<ModelRequest> requests = asked.models();
        Parts<CovariatePatterns> patterns = episodes.patterns();
        List<Propensity> propensities = requests.stream().map(Propensity::new).toList();
        Map<String, FollowUp> followUps = new TreeMap<>();
        requests.stream().filter(r -> r.followUp() != null).forEach(r -> followUps.put(r.key(), new FollowUp(r)));
        List<SeveralArms> several = asked.arms().stream().map(SeveralArms::new).toList();
        List<EpisodeModel> models = new ArrayList<>(propensities);
        models.addAll(followUps.values());
        models.addAll(several);
        OutcomePass.run(patterns, propensities);
        maximise(patterns, models);
        List<EpisodeModel> fitted =
                models.stream().filter(model -> model.steps().fitted()).toList();
        weigh(patterns, fitted);
        look(
                fitted,
                propensities.stream()
                        .filter(model -> model.steps().fitted() && model.request.everyWeight())
                        .toList());
        Map<String, ModelAnswer> answers = new TreeMap<>();
        Map<String, Finding> robust = PatientClusters.answer(episodes, requests);
        for (Propensity model : propensities) {
            String key = model.request.key();
            FollowUp followUp = followUps.get(key);
            answers.put(
                    key,
                    new ModelAnswer(
                            model.overlap(),
                            robust.get(key),
                            model.weights(),
                            followUp == null ? null : followUp.answer()));
        }
        return new PassAnswers(
                answers, several.stream().map(SeveralArms::answer).toList());
    }

    private EpisodeCounts counted(EpisodeCounts none) {
        EpisodeCounts all = none.none();
        episodes.inEach(part -> {
                    EpisodeCounts counts = none.none();
                    counts.add(part);
                    return counts;
                })
                .forEach(all::addAll);
        return all;
    }

    /** Newton's method for all models together: one pass a step, until every model stands still. */
    private static void maximise(Parts<CovariatePatterns> patterns, List<EpisodeModel> models) {
        for (int step = 0; step < MOST_STEPS; step++) {
            List<EpisodeModel> moving =
                    models.stream().filter(model -> model.steps().moving()).toList();
            if (moving.isEmpty()) {
                return;
            }
            OrderFreeSums sums = Pass.sum(patterns, new NewtonPass(moving));
            int at = 0;
            for (EpisodeModel model : moving) {
                model.steps().take(sums, at);
                at += model.steps().sums();
            }
        }
        models.stream()
                .map(EpisodeModel::steps)
                .filter(NewtonSteps::moving)
                .forEach(steps -> steps.fail("the propensity model did not converge"));
    }

    /** What the models need at the maximum. */
    private static void weigh(Parts<CovariatePatterns> patterns, List<EpisodeModel> fitted) {
        if (fitted.isEmpty()) {
            return;
        }
        OrderFreeSums sums = Pass.sum(patterns, new SumsPass(fitted));
        int at = 0;
        for (EpisodeModel model : fitted) {
            model.take(sums, at);
            at += model.sums();
        }
    }

    /** What one look at the episodes finds: of all models the influences, of some the means by clinic. */
    private record Found(InfluencePass.Found influences, ClinicMeansPass.Found clinics) implements Serializable {}

    private void look(List<EpisodeModel> fitted, List<Propensity> byClinic) {
        if (fitted.isEmpty()) {
            return;
        }
        List<Found> found = episodes.inEach(part -> {
            EpisodesByPattern byPattern = CovariatePatterns.ofEach(part);
            return new Found(
                    InfluencePass.find(part, byPattern, fitted), ClinicMeansPass.find(part, byPattern, byClinic));
        });
        InfluencePass.conclude(found.stream().map(Found::influences).toList(), fitted);
        ClinicMeansPass.conclude(found.stream().map(Found::clinics).toList(), byClinic);
    }
}
