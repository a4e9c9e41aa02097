package axial.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** p values adjusted for asking several questions at once; in the order given, never below the p given. */
public final class Multiplicity {
    private Multiplicity() {}

    /** Family-wise error: the i-th smallest p times (m−i+1), kept rising, at most 1 (Holm 1979, Scand J Stat 6:65). */
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double least = 0;
        for (int i = 0; i < p.length; i++) {
            least = Math.max(least, Math.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    /**
     * False discovery rate: the i-th smallest p times m/i, kept rising from the right (Benjamini and
     * Hochberg 1995, J R Stat Soc B 57:289); for independent or positively dependent tests.
     */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double most = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            most = Math.min(most, p[order[i]] * p.length / (i + 1));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
    }
}
