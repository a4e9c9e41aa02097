package axial.disclosure;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where one clinic has nearly all patients, what is said of everybody is that clinic's figure, and rows by clinic say whose:
 * an outcome in a window in which a clinic has more than nine in ten of an arm, or of all arms, is not shown by clinic
 * (dominance rule with n = 1 and k = 90 %; Hundepool and others 2012, Statistical Disclosure Control, 4.2).
 */
final class Dominance {
    private static final double MOST = 0.9;

    private Dominance() {}

    /** Hides the counts by clinic of every outcome and window that a clinic dominates. */
    static void hide(Counts counts, BitSet hidden) {
        Set<String> dominated = dominated(counts);
        for (int place = 0; place < counts.size(); place++) {
            String when = People.whenInClinic(counts.cell(place).people());
            if (dominated.contains(when)) {
                hidden.set(place);
            }
        }
    }

    private static Set<String> dominated(Counts counts) {
        Set<String> dominated = new TreeSet<>();
        Map<String, Long> largest = new TreeMap<>();
        Map<String, Long> all = new TreeMap<>();
        for (int place = 0; place < counts.size(); place++) {
            Counts.Cell cell = counts.cell(place);
            String when = People.whenInClinic(cell.people());
            int whole = counts.place(People.everywhere(cell.people()));
            if (whole >= 0 && cell.n() > MOST * counts.cell(whole).n()) {
                dominated.add(when);
            }
            if (People.isInClinic(cell.people())) {
                largest.merge(when, cell.n(), Math::max);
                all.merge(when, cell.n(), Long::sum);
            }
        }
        largest.forEach((when, n) -> {
            if (n > MOST * all.getOrDefault(when, 0L)) {
                dominated.add(when);
            }
        });
        return dominated;
    }
}
