package axial.sums;

import axial.evidence.ModelRequest;
import axial.stats.ClusterRobust;
import axial.stats.Contribution;
import axial.stats.CrossProducts;
import axial.stats.Finding;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodeRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adjusted differences whose clusters are the patients: one pass, in which each patient is walked with the fit. */
final class PatientClusters {
    private static final int SCALARS = 5;

    private PatientClusters() {}

    static Map<String, Finding> answer(Episodes episodes, List<ModelRequest> requests) {
        List<ModelRequest> asked =
                requests.stream().filter(r -> r.robust() != null).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        int size = asked.stream().mapToInt(r -> sums(robust(r))).sum();
        OrderFreeSums all = new OrderFreeSums(size);
        List<Large> large = new ArrayList<>();
        episodes.inEach(part -> pass(part, asked, size)).forEach(part -> {
            all.addAll(part.sums);
            large.addAll(part.large);
        });
        Map<String, Finding> answers = new TreeMap<>();
        int at = 0;
        for (ModelRequest request : asked) {
            ClusterRobust robust = robust(request);
            answers.put(request.key(), robust.conclude(contribution(all, large, at, columns(robust))));
            at += sums(robust);
        }
        return answers;
    }

    private static ClusterRobust robust(ModelRequest request) {
        return Objects.requireNonNull(request.robust());
    }

    private static int columns(ClusterRobust robust) {
        return robust.none().uu().length;
    }

    private static int sums(ClusterRobust robust) {
        return SCALARS + columns(robust) * columns(robust);
    }

    private static Sums pass(EpisodeBlock episodes, List<ModelRequest> asked, int size) {
        Sums sums = new Sums(new OrderFreeSums(size), new ArrayList<>());
        int at = 0;
        for (ModelRequest request : asked) {
            add(episodes, request, sums, at);
            at += sums(robust(request));
        }
        return sums;
    }

    private static void add(EpisodeBlock episodes, ModelRequest request, Sums sums, int from) {
        Patient patient = new Patient(robust(request), sums, from);
        for (EpisodeRow episode : episodes) {
            boolean inArm = request.sides()[episode.arm()] == 1;
            if (request.includes(episode)) {
                double[] x = request.design().row(episode, inArm, request.outcome());
                if (complete(x)) {
                    double y = request.design().change(episode.changes()[request.outcomeWindow()]);
                    patient.add(episode.patient(), x, y);
                }
            }
        }
        patient.end();
    }

    /** Whether every number covariate is there. */
    private static boolean complete(double[] x) {
        for (double value : x) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    /** The rows of the patient at hand. */
    private static final class Patient {
        private final ClusterRobust robust;
        private final Sums sums;
        private final int from;
        private int number = -1;
        private double @Nullable [] x;
        private double y;
        private @Nullable CrossProducts several;

        Patient(ClusterRobust robust, Sums sums, int from) {
            this.robust = robust;
            this.sums = sums;
            this.from = from;
        }

        void add(int patient, double[] row, double change) {
            if (patient != number) {
                end();
                number = patient;
                x = row;
                y = change;
                several = null;
            } else {
                CrossProducts before = several == null ? CrossProducts.ofRow(Objects.requireNonNull(x), y) : several;
                several = before.plus(CrossProducts.ofRow(row, change));
            }
        }

        void end() {
            if (x != null) {
                sums.add(several == null ? robust.ofRow(x, y) : robust.of(several), from);
            }
            x = null;
        }
    }

    /** A patient who stands alone in the sums of the model that begin at a place. */
    private record Large(int from, double[] u) implements Serializable {}

    /** The sums of all models over a part, and the patients who stand alone in them. */
    private record Sums(OrderFreeSums sums, List<Large> large) implements Serializable {

        void add(Contribution c, int from) {
            double[] scalars = {c.clusters(), c.meat(), c.trace(), c.own(), c.squares()};
            for (int i = 0; i < SCALARS; i++) {
                sums.add(from + i, scalars[i]);
            }
            int p = c.uu().length;
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    sums.add(from + SCALARS + i * p + j, c.uu()[i][j]);
                }
            }
            c.large().forEach(u -> large.add(new Large(from, u)));
        }
    }

    private static Contribution contribution(OrderFreeSums sums, List<Large> large, int from, int p) {
        double[][] uu = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                uu[i][j] = sums.sum(from + SCALARS + i * p + j);
            }
        }
        return new Contribution(
                (long) sums.sum(from),
                sums.sum(from + 1),
                sums.sum(from + 2),
                sums.sum(from + 3),
                sums.sum(from + 4),
                uu,
                large.stream().filter(l -> l.from == from).map(Large::u).toList());
    }
}
