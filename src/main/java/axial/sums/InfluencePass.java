package axial.sums;

import axial.walk.CovariatePatterns;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodeGroups;
import axial.walk.EpisodesByPattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each cluster adds to each estimate, squared and summed. */
final class InfluencePass {
    /** Per model the sums by named cluster, and for patients as clusters the squares and how many there are. */
    private static final class Found implements Serializable {
        private static final long serialVersionUID = 1;
        final List<TreeMap<String, OrderFreeSums>> byCluster = new ArrayList<>();
        final List<OrderFreeSums> squares = new ArrayList<>();
        final long[] patients;

        Found(List<EpisodeModel> models) {
            patients = new long[models.size()];
            for (EpisodeModel model : models) {
                byCluster.add(new TreeMap<>());
                squares.add(new OrderFreeSums(model.request().patients() ? model.estimates() : 0));
            }
        }

        void addAll(Found other) {
            for (int m = 0; m < patients.length; m++) {
                patients[m] += other.patients[m];
                squares.get(m).addAll(other.squares.get(m));
                Map<String, OrderFreeSums> here = byCluster.get(m);
                other.byCluster
                        .get(m)
                        .forEach((cluster, sums) -> here.computeIfAbsent(cluster, c -> new OrderFreeSums(sums.size()))
                                .addAll(sums));
            }
        }
    }

    private InfluencePass() {}

    static void run(Episodes all, List<EpisodeModel> models) {
        Found found = new Found(models);
        all.inEach(part -> pass(part, models)).forEach(found::addAll);
        for (int m = 0; m < models.size(); m++) {
            conclude(models.get(m), found, m);
        }
    }

    private static void conclude(EpisodeModel model, Found all, int m) {
        double[] squares = new double[model.estimates()];
        if (model.request().patients()) {
            for (int i = 0; i < squares.length; i++) {
                squares[i] = all.squares.get(m).sum(i);
            }
            model.conclude(squares, all.patients[m]);
            return;
        }
        for (OrderFreeSums sums : all.byCluster.get(m).values()) {
            for (int i = 0; i < squares.length; i++) {
                double influence = sums.sum(i);
                squares[i] += influence * influence;
            }
        }
        model.conclude(squares, all.byCluster.get(m).size());
    }

    private static Found pass(EpisodeBlock episodes, List<EpisodeModel> models) {
        EpisodesByPattern part = CovariatePatterns.ofEach(episodes);
        EpisodeGroups clusters = EpisodeGroups.byCluster(episodes);
        Found found = new Found(models);
        for (int m = 0; m < models.size(); m++) {
            EpisodeModel model = models.get(m);
            if (model.request().patients()) {
                addByPatient(episodes, part, model, found, m);
            } else {
                addByCluster(clusters, part, model, found.byCluster.get(m));
            }
        }
        return found;
    }

    /** A patient's episodes are added in their order, whatever the order of their patterns. */
    private static void addByPatient(
            EpisodeBlock episodes, EpisodesByPattern part, EpisodeModel model, Found found, int m) {
        double[][] influences = new double[episodes.size()][0];
        PatternInfluences.each(model, part, (episode, influence) -> influences[episode] = influence.clone());
        int current = -1;
        double[] sum = new double[model.estimates()];
        for (int episode = 0; episode < influences.length; episode++) {
            if (influences[episode].length == 0) {
                continue;
            }
            if (episodes.patient(episode) != current) {
                addSquares(sum, found.squares.get(m));
                found.patients[m]++;
                current = episodes.patient(episode);
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += influences[episode][i];
            }
        }
        addSquares(sum, found.squares.get(m));
    }

    private static void addSquares(double[] sum, OrderFreeSums squares) {
        for (int i = 0; i < sum.length; i++) {
            squares.add(i, sum[i] * sum[i]);
            sum[i] = 0;
        }
    }

    private static void addByCluster(
            EpisodeGroups clusters, EpisodesByPattern part, EpisodeModel model, Map<String, OrderFreeSums> byCluster) {
        OrderFreeSums[] byNumber = new OrderFreeSums[clusters.names().size()];
        PatternInfluences.each(model, part, (episode, influence) -> {
            int cluster = clusters.of()[episode];
            if (byNumber[cluster] == null) {
                byNumber[cluster] = new OrderFreeSums(influence.length);
            }
            for (int i = 0; i < influence.length; i++) {
                byNumber[cluster].add(i, influence[i]);
            }
        });
        for (int cluster = 0; cluster < byNumber.length; cluster++) {
            if (byNumber[cluster] != null) {
                byCluster.put(clusters.names().word(cluster), byNumber[cluster]);
            }
        }
    }
}
