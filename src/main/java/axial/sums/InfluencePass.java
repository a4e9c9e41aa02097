package axial.sums;

import axial.clinic.Scaled;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodeGroups;
import axial.walk.EpisodesByPattern;
import axial.walk.Words;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What each cluster adds to each estimate, squared and summed. */
final class InfluencePass {
    private InfluencePass() {}

    /** What was found of a model in one part. */
    private interface OfModel extends Serializable {}

    /** Sums by cluster and estimate, and which of the clusters turned up. */
    @SuppressWarnings("ArrayRecordComponent") // a message, never compared
    private record ByCluster(OrderFreeSums sums, boolean[] met) implements OfModel {}

    /** Where patients are the clusters: the squares by estimate, and how many there are. */
    private record ByPatient(OrderFreeSums squares, long patients) implements OfModel {}

    /** What was found in one part, model by model. */
    record Found(Words clusters, List<OfModel> models) implements Serializable {}

    static Found find(EpisodeBlock episodes, EpisodesByPattern part, List<EpisodeModel> models) {
        EpisodeGroups clusters = EpisodeGroups.byCluster(episodes);
        int[][] ofOutcome = part.inOrder(clusters.of());
        return new Found(
                clusters.names(),
                models.stream()
                        .map(model -> model.request().patients()
                                ? byPatient(episodes, part, model)
                                : byCluster(
                                        clusters.names().size(),
                                        ofOutcome[model.request().outcome()],
                                        part,
                                        model))
                        .toList());
    }

    /** A patient's episodes are added in their order, whatever the order of their patterns. */
    private static OfModel byPatient(EpisodeBlock episodes, EpisodesByPattern part, EpisodeModel model) {
        double[][] influences = new double[episodes.size()][0];
        int[] number = part.ofOutcome(model.request().outcome()).episodes();
        model.influences(part.patterns(), new PatternInfluences(model, part, 1) {
            @Override
            void add(int from, int to, int[] changes, double[] unchanged, double[] slope, double lost) {
                for (int at = from; at < to; at++) {
                    double[] own = new double[slope.length];
                    if (changes[at] != Scaled.MISSING) {
                        for (int i = 0; i < own.length; i++) {
                            own[i] = unchanged[i] + slope[i] * changes[at];
                        }
                        influences[number[at]] = own;
                    } else if (!Double.isNaN(lost)) {
                        own[0] = lost;
                        influences[number[at]] = own;
                    }
                }
            }
        });
        int current = -1;
        long patients = 0;
        OrderFreeSums squares = new OrderFreeSums(model.estimates());
        double[] sum = new double[model.estimates()];
        for (int episode = 0; episode < influences.length; episode++) {
            if (influences[episode].length == 0) {
                continue;
            }
            if (episodes.patient(episode) != current) {
                addSquares(sum, squares);
                patients++;
                current = episodes.patient(episode);
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += influences[episode][i];
            }
        }
        addSquares(sum, squares);
        return new ByPatient(squares, patients);
    }

    private static void addSquares(double[] sum, OrderFreeSums squares) {
        for (int i = 0; i < sum.length; i++) {
            squares.add(i, sum[i] * sum[i]);
            sum[i] = 0;
        }
    }

    private static OfModel byCluster(int clusters, int[] clusterOf, EpisodesByPattern part, EpisodeModel model) {
        ClusterInfluences found = new ClusterInfluences(model, part, scale(model), clusterOf, clusters);
        model.influences(part.patterns(), found);
        return new ByCluster(found.sums(), found.met());
    }

    /** A power of two that makes influences about one in size, as {@link ClusterInfluences} takes them. */
    private static double scale(EpisodeModel model) {
        return Math.scalb(1.0, Math.max(0, Math.getExponent(model.scale())));
    }

    /** Tells each model what all parts found of it. */
    static void conclude(List<Found> found, List<EpisodeModel> models) {
        Words names = new Words();
        List<int[]> here = found.stream()
                .map(part -> {
                    int[] codes = new int[part.clusters().size()];
                    for (int c = 0; c < codes.length; c++) {
                        codes[c] = names.code(part.clusters().word(c));
                    }
                    return codes;
                })
                .toList();
        int[] byName = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::word))
                .mapToInt(cluster -> cluster)
                .toArray();
        for (int m = 0; m < models.size(); m++) {
            int model = m;
            List<OfModel> parts =
                    found.stream().map(part -> part.models().get(model)).toList();
            if (models.get(m).request().patients()) {
                concludePatients(models.get(m), parts);
            } else {
                concludeClusters(models.get(m), parts, here, byName);
            }
        }
    }

    private static void concludePatients(EpisodeModel model, List<OfModel> parts) {
        OrderFreeSums all = new OrderFreeSums(model.estimates());
        long patients = 0;
        for (OfModel part : parts) {
            all.addAll(((ByPatient) part).squares());
            patients += ((ByPatient) part).patients();
        }
        model.conclude(Triangle.vector(all, 0, model.estimates()), patients);
    }

    /** Squares are added by the names of the clusters, for these turn up in another order where patients lie otherwise. */
    private static void concludeClusters(EpisodeModel model, List<OfModel> parts, List<int[]> here, int[] byName) {
        int estimates = model.estimates();
        OrderFreeSums all = new OrderFreeSums(byName.length * estimates);
        boolean[] met = new boolean[byName.length];
        for (int part = 0; part < parts.size(); part++) {
            ByCluster of = (ByCluster) parts.get(part);
            for (int c = 0; c < of.met().length; c++) {
                int cluster = here.get(part)[c];
                met[cluster] |= of.met()[c];
                for (int i = 0; i < estimates && of.met()[c]; i++) {
                    all.addSum(cluster * estimates + i, of.sums(), c * estimates + i);
                }
            }
        }
        double[] squares = new double[estimates];
        long found = 0;
        for (int cluster : byName) {
            found += met[cluster] ? 1 : 0;
            for (int i = 0; i < estimates && met[cluster]; i++) {
                double influence = all.sum(cluster * estimates + i) / scale(model);
                squares[i] += influence * influence;
            }
        }
        model.conclude(squares, found);
    }
}
