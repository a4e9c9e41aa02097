package axial.sums;

import axial.clinic.Scaled;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodeGroups;
import axial.walk.EpisodesByPattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The overlap-weighted sums of every column of every propensity model in each clinic and side. Weights are at most one and
 * columns near one, so that whole multiples of 2<sup>-32</sup> hold a sum in one number, the same in whatever order.
 */
final class ClinicMeansPass {
    private static final double STEP = 0x1p32;

    /** Per model and clinic the sums: those of the comparator, then those of the arm. */
    record Found(List<Map<String, long[]>> byClinic) implements Serializable {}

    private ClinicMeansPass() {}

    private static long[] plus(long[] one, long[] other) {
        long[] sum = new long[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }

    static Found find(EpisodeBlock episodes, EpisodesByPattern part, List<Propensity> models) {
        EpisodeGroups clinics = EpisodeGroups.byClinic(episodes);
        int[][] ofOutcome = part.inOrder(clinics.of());
        List<Map<String, long[]>> found = new ArrayList<>();
        for (Propensity model : models) {
            long[][] sums = sums(
                    model,
                    part,
                    ofOutcome[model.request().outcome()],
                    clinics.names().size());
            Map<String, long[]> byClinic = new HashMap<>();
            for (int clinic = 0; clinic < sums.length; clinic++) {
                if (sums[clinic].length > 0) {
                    byClinic.put(clinics.names().word(clinic), sums[clinic]);
                }
            }
            found.add(byClinic);
        }
        return new Found(found);
    }

    /** Tells each model what all parts found of it. */
    static void conclude(List<Found> found, List<Propensity> models) {
        for (int m = 0; m < models.size(); m++) {
            Map<String, long[]> all = new HashMap<>();
            for (Found part : found) {
                part.byClinic().get(m).forEach((clinic, sums) -> all.merge(clinic, sums, ClinicMeansPass::plus));
            }
            models.get(m).takeClinics(means(all));
        }
    }

    /** By the number of the clinic; empty where nobody of it is in the analysis. */
    private static long[][] sums(Propensity model, EpisodesByPattern part, int[] clinicOf, int clinics) {
        ModelPart seen = model.part(part.patterns());
        int[] followed = seen.patterns().followed(model.request().outcomeWindow());
        Odds against = model.against(seen);
        EpisodesByPattern.OfOutcome episodes = part.ofOutcome(model.request().outcome());
        int[] changes = episodes.changesOf(model.request().outcomeWindow());
        long[][] sums = new long[clinics][0];
        double[] x = new double[seen.columns().width()];
        int[] places = new int[x.length];
        long[] terms = new long[x.length];
        seen.each((pattern, side, kind, numbers, baseline) -> {
            if (followed[pattern] == 0) {
                return;
            }
            double e = against.against(kind, numbers, baseline);
            double weight = side == 1 ? 1 - e : e;
            seen.columns().row(kind, numbers, baseline, x);
            int size = 0;
            for (int i = 0; i < x.length; i++) {
                if (x[i] != 0) {
                    places[size] = side * x.length + i;
                    terms[size++] = (long) Math.rint(weight * x[i] * STEP);
                }
            }
            for (int at = episodes.start()[pattern]; at < episodes.start()[pattern + 1]; at++) {
                if (changes[at] != Scaled.MISSING) {
                    long[] own = sums[clinicOf[at]];
                    if (own.length == 0) {
                        own = new long[2 * x.length];
                        sums[clinicOf[at]] = own;
                    }
                    for (int i = 0; i < size; i++) {
                        own[places[i]] += terms[i];
                    }
                }
            }
        });
        return sums;
    }

    /** Per clinic, side and column the weighted mean; of a side that nobody is on, NaN. */
    private static Map<String, double[][]> means(Map<String, long[]> sums) {
        Map<String, double[][]> means = new TreeMap<>();
        sums.forEach((clinic, of) -> {
            int columns = of.length / 2;
            double[][] both = new double[2][columns];
            for (int i = 0; i < of.length; i++) {
                both[i / columns][i % columns] = (double) of[i] / of[i / columns * columns];
            }
            means.put(clinic, both);
        });
        return means;
    }
}
