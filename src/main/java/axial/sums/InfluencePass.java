package axial.sums;

import axial.walk.EpisodeRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The influence of each cluster on each overlap-weighted difference, squared and summed. */
final class InfluencePass {
    /** Per model the sums by named cluster, and for patients as clusters the squares and how many there are. */
    private static final class Found implements Serializable {
        private static final long serialVersionUID = 1;
        final List<TreeMap<String, OrderFreeSums>> byCluster = new ArrayList<>();
        final OrderFreeSums squares;
        final long[] patients;

        Found(int models) {
            squares = new OrderFreeSums(models);
            patients = new long[models];
            for (int m = 0; m < models; m++) {
                byCluster.add(new TreeMap<>());
            }
        }

        void addAll(Found other) {
            squares.addAll(other.squares);
            for (int m = 0; m < patients.length; m++) {
                patients[m] += other.patients[m];
                Map<String, OrderFreeSums> here = byCluster.get(m);
                other.byCluster
                        .get(m)
                        .forEach((cluster, sums) -> here.computeIfAbsent(cluster, c -> new OrderFreeSums(1))
                                .addAll(sums));
            }
        }
    }

    private InfluencePass() {}

    static void run(Episodes all, List<Propensity> models) {
        Found found = new Found(models.size());
        all.inEach(part -> pass(part, models)).forEach(found::addAll);
        for (int m = 0; m < models.size(); m++) {
            conclude(models.get(m), found, m);
        }
    }

    private static void conclude(Propensity model, Found all, int m) {
        if (model.request.patients()) {
            model.squaredInfluence = all.squares.sum(m);
            model.clusters = all.patients[m];
            return;
        }
        double squares = 0;
        for (OrderFreeSums sums : all.byCluster.get(m).values()) {
            double influence = sums.sum(0);
            squares += influence * influence;
        }
        model.squaredInfluence = squares;
        model.clusters = all.byCluster.get(m).size();
    }

    private static Found pass(Iterable<EpisodeRow> episodes, List<Propensity> models) {
        Found found = new Found(models.size());
        for (int m = 0; m < models.size(); m++) {
            Propensity model = models.get(m);
            if (model.request.patients()) {
                addByPatient(episodes, model, found, m);
            } else {
                addByCluster(episodes, model, found.byCluster.get(m));
            }
        }
        return found;
    }

    private static void addByPatient(Iterable<EpisodeRow> episodes, Propensity model, Found found, int m) {
        int current = -1;
        double sum = 0;
        for (EpisodeRow episode : episodes) {
            double influence = influence(model, episode);
            if (Double.isNaN(influence)) {
                continue;
            }
            if (episode.patient() != current) {
                found.squares.add(m, sum * sum);
                found.patients[m]++;
                sum = 0;
                current = episode.patient();
            }
            sum += influence;
        }
        found.squares.add(m, sum * sum);
    }

    private static void addByCluster(
            Iterable<EpisodeRow> episodes, Propensity model, Map<String, OrderFreeSums> byCluster) {
        for (EpisodeRow episode : episodes) {
            double influence = influence(model, episode);
            if (!Double.isNaN(influence)) {
                byCluster
                        .computeIfAbsent(episode.clusterOrClinic(), c -> new OrderFreeSums(1))
                        .add(0, influence);
            }
        }
    }

    /** NaN where the episode is not in the analysis. */
    private static double influence(Propensity model, EpisodeRow episode) {
        ModelRow row = model.row(episode);
        return row == null
                ? Double.NaN
                : Objects.requireNonNull(model.weights).influence(row.x(), row.inArm(), row.e(), row.change());
    }
}
