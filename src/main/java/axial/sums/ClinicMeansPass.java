package axial.sums;

import axial.clinic.Scaled;
import axial.walk.CovariatePatterns;
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
    private static final class Found implements Serializable {
        private static final long serialVersionUID = 1;
        final List<Map<String, long[]>> byClinic = new ArrayList<>();

        Found(int models) {
            for (int m = 0; m < models; m++) {
                byClinic.add(new HashMap<>());
            }
        }

        void addAll(Found other) {
            for (int m = 0; m < byClinic.size(); m++) {
                Map<String, long[]> here = byClinic.get(m);
                other.byClinic.get(m).forEach((clinic, sums) -> here.merge(clinic, sums, ClinicMeansPass::plus));
            }
        }
    }

    private ClinicMeansPass() {}

    private static long[] plus(long[] one, long[] other) {
        long[] sum = new long[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }

    static void run(Episodes all, List<Propensity> models) {
        if (models.isEmpty()) {
            return;
        }
        Found found = new Found(models.size());
        all.inEach(part -> pass(part, models)).forEach(found::addAll);
        for (int m = 0; m < models.size(); m++) {
            models.get(m).takeClinics(means(found.byClinic.get(m)));
        }
    }

    private static Found pass(EpisodeBlock episodes, List<Propensity> models) {
        EpisodesByPattern part = CovariatePatterns.ofEach(episodes);
        EpisodeGroups clinics = EpisodeGroups.byClinic(episodes);
        Found found = new Found(models.size());
        for (int m = 0; m < models.size(); m++) {
            long[][] sums = sums(models.get(m), part, clinics);
            for (int clinic = 0; clinic < sums.length; clinic++) {
                if (sums[clinic].length > 0) {
                    found.byClinic.get(m).put(clinics.names().word(clinic), sums[clinic]);
                }
            }
        }
        return found;
    }

    /** By the number of the clinic; empty where nobody of it is in the analysis. */
    private static long[][] sums(Propensity model, EpisodesByPattern part, EpisodeGroups clinics) {
        ModelPart seen = model.part(part.patterns());
        Odds against = model.against(seen);
        EpisodesByPattern.OfOutcome episodes = part.ofOutcome(model.request().outcome());
        int[] changes = episodes.changesOf(model.request().outcomeWindow());
        long[][] sums = new long[clinics.names().size()][0];
        double[] x = new double[seen.columns().width()];
        long[] terms = new long[x.length];
        seen.each((pattern, side, kind, numbers, baseline) -> {
            if (seen.patterns().followed(model.request().outcomeWindow(), pattern) == 0) {
                return;
            }
            double e = against.against(kind, numbers, baseline);
            double weight = side == 1 ? 1 - e : e;
            seen.columns().row(kind, numbers, baseline, x);
            for (int i = 0; i < x.length; i++) {
                terms[i] = (long) Math.rint(weight * x[i] * STEP);
            }
            for (int at = episodes.start()[pattern]; at < episodes.start()[pattern + 1]; at++) {
                if (changes[at] != Scaled.MISSING) {
                    add(terms, side * terms.length, sums, clinics.of()[episodes.episodes()[at]]);
                }
            }
        });
        return sums;
    }

    private static void add(long[] terms, int from, long[][] sums, int clinic) {
        if (sums[clinic].length == 0) {
            sums[clinic] = new long[2 * terms.length];
        }
        for (int i = 0; i < terms.length; i++) {
            sums[clinic][from + i] += terms[i];
        }
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
