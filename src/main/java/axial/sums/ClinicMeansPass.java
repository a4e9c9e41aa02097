package axial.sums;

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
        all.inEach(part -> pass(EpisodeColumns.of(part), models)).forEach(found::addAll);
        for (int m = 0; m < models.size(); m++) {
            models.get(m).takeClinics(means(found.byClinic.get(m)));
        }
    }

    private static Found pass(EpisodeColumns part, List<Propensity> models) {
        Found found = new Found(models.size());
        for (int m = 0; m < models.size(); m++) {
            Map<String, long[]> byClinic = found.byClinic.get(m);
            models.get(m)
                    .each(
                            part,
                            row -> add(
                                    row,
                                    byClinic.computeIfAbsent(
                                            part.clinic(row.place()), c -> new long[2 * row.x().length])));
        }
        return found;
    }

    private static void add(ModelRow row, long[] sums) {
        int from = row.inArm() ? row.x().length : 0;
        double weight = row.inArm() ? 1 - row.e() : row.e();
        for (int i = 0; i < row.x().length; i++) {
            sums[from + i] += (long) Math.rint(weight * row.x()[i] * STEP);
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
