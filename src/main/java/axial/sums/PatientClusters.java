package axial.sums;

import axial.evidence.ModelRequest;
import axial.stats.ClusterRobust;
import axial.stats.Contribution;
import axial.stats.CrossProducts;
import axial.stats.Finding;
import axial.walk.EpisodeRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adjusted differences whose clusters are the patients: one pass, in which each patient is walked with the fit. */
final class PatientClusters {
    private static final int SCALARS = 6;

    private PatientClusters() {}

    static Map<String, Finding> answer(Episodes episodes, List<ModelRequest> requests) {
        List<ModelRequest> asked =
                requests.stream().filter(r -> r.robust() != null).toList();
        Map<String, Finding> answers = new TreeMap<>();
        for (ModelRequest request : asked) {
            ClusterRobust robust = Objects.requireNonNull(request.robust());
            int p = robust.none().uu().length;
            OrderFreeSums all = new OrderFreeSums(SCALARS + p * p);
            episodes.inEach(part -> pass(part, request, p)).forEach(all::addAll);
            answers.put(request.key(), robust.conclude(contribution(all, p)));
        }
        return answers;
    }

    private static OrderFreeSums pass(Iterable<EpisodeRow> episodes, ModelRequest request, int p) {
        OrderFreeSums sums = new OrderFreeSums(SCALARS + p * p);
        ClusterRobust robust = Objects.requireNonNull(request.robust());
        Patient patient = new Patient(robust);
        for (EpisodeRow episode : episodes) {
            boolean inArm = request.sides()[episode.arm()] == 1;
            if (request.includes(episode)) {
                double[] x = request.design().row(episode, inArm, request.outcome());
                if (ModelRow.complete(x)) {
                    double y = request.design().change(episode.changes()[request.outcomeWindow()]);
                    patient.add(episode.patient(), x, y, sums);
                }
            }
        }
        patient.end(sums);
        return sums;
    }

    /** The rows of the patient at hand. */
    private static final class Patient {
        private final ClusterRobust robust;
        private int number = -1;
        private double @Nullable [] x;
        private double y;
        private @Nullable CrossProducts several;

        Patient(ClusterRobust robust) {
            this.robust = robust;
        }

        void add(int patient, double[] row, double change, OrderFreeSums sums) {
            if (patient != number) {
                end(sums);
                number = patient;
                x = row;
                y = change;
                several = null;
            } else {
                CrossProducts before = several == null ? CrossProducts.ofRow(Objects.requireNonNull(x), y) : several;
                several = before.plus(CrossProducts.ofRow(row, change));
            }
        }

        void end(OrderFreeSums sums) {
            if (x != null) {
                PatientClusters.add(several == null ? robust.ofRow(x, y) : robust.of(several), sums);
            }
            x = null;
        }
    }

    private static void add(Contribution c, OrderFreeSums sums) {
        double[] scalars = {c.clusters(), c.meat(), c.a(), c.aa(), c.m(), c.am()};
        for (int i = 0; i < SCALARS; i++) {
            sums.add(i, scalars[i]);
        }
        int p = c.uu().length;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                sums.add(SCALARS + i * p + j, c.uu()[i][j]);
            }
        }
    }

    private static Contribution contribution(OrderFreeSums sums, int p) {
        double[][] uu = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                uu[i][j] = sums.sum(SCALARS + i * p + j);
            }
        }
        return new Contribution(
                (long) sums.sum(0), sums.sum(1), sums.sum(2), sums.sum(3), sums.sum(4), sums.sum(5), uu);
    }
}
