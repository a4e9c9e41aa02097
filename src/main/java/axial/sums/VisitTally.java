package axial.sums;

import axial.tables.Period;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many rows of each clinic and period are put to each check, and how many fail it. */
final class VisitTally implements Serializable {
    private static final long serialVersionUID = 2;

    /** Between which scores all of a field lie. */
    record Range(int least, int most, long count) {
        /** Whether there is nothing but one score, again and again. */
        boolean isOneValue() {
            return count > 1 && least == most;
        }
    }

    /** The counts and ranges of one clinic. */
    static final class Clinic implements Serializable {
        private static final long serialVersionUID = 2;
        private static final int[] NONE = {};

        private final int slots;
        private int firstPeriod = 0;

        /** Whole numbers of 32 bits, as every visit counts somewhere else: twice as many stay near the processor. */
        private int[][] byPeriod = {};

        private int[] undated = NONE;
        final int[] least;
        final int[] most;
        final long[] seen;

        Clinic(int slots, int fields) {
            this.slots = slots;
            least = new int[fields];
            most = new int[fields];
            seen = new long[fields];
            Arrays.fill(least, Integer.MAX_VALUE);
            Arrays.fill(most, Integer.MIN_VALUE);
        }

        /** Told by length: what was sent is another array. */
        private static boolean isNone(int[] counts) {
            return counts.length == 0;
        }

        /** The counts of a period: for each slot of the plan how many fail, then how many are checked. */
        int[] counts(int period) {
            if (period == Period.NONE) {
                undated = isNone(undated) ? new int[2 * slots] : undated;
                return undated;
            }
            if (period < firstPeriod || period >= firstPeriod + byPeriod.length) {
                reach(period);
            }
            int at = period - firstPeriod;
            if (isNone(byPeriod[at])) {
                byPeriod[at] = new int[2 * slots];
            }
            return byPeriod[at];
        }

        private void reach(int period) {
            int first = byPeriod.length == 0 ? period : Math.min(period, firstPeriod);
            int end = byPeriod.length == 0 ? period + 12 : Math.max(period + 12, firstPeriod + byPeriod.length);
            int[][] wider = new int[end - first][];
            Arrays.fill(wider, NONE);
            if (byPeriod.length > 0) {
                System.arraycopy(byPeriod, 0, wider, firstPeriod - first, byPeriod.length);
            }
            firstPeriod = first;
            byPeriod = wider;
        }

        void see(int field, int score) {
            if (score < least[field]) {
                least[field] = score;
            }
            if (score > most[field]) {
                most[field] = score;
            }
            seen[field]++;
        }

        void addAll(Clinic other) {
            for (int i = 0; i < other.byPeriod.length; i++) {
                if (!isNone(other.byPeriod[i])) {
                    add(counts(other.firstPeriod + i), other.byPeriod[i]);
                }
            }
            if (other.undated.length > 0) {
                add(counts(Period.NONE), other.undated);
            }
            for (int f = 0; f < seen.length; f++) {
                least[f] = Math.min(least[f], other.least[f]);
                most[f] = Math.max(most[f], other.most[f]);
                seen[f] += other.seen[f];
            }
        }

        private static void add(int[] mine, int[] theirs) {
            for (int i = 0; i < mine.length; i++) {
                mine[i] = Math.addExact(mine[i], theirs[i]);
            }
        }
    }

    private final int slots;
    private final int fields;
    private final int[] checkedAs;
    private final Map<String, Clinic> clinics = new HashMap<>();

    /** @param checkedAs the slot that counts the checked rows of each */
    VisitTally(CheckPlan plan, int[] checkedAs) {
        this.checkedAs = checkedAs.clone();
        this.slots = plan.slots().size();
        this.fields = plan.fields().size();
    }

    Clinic clinic(String clinic) {
        return clinics.computeIfAbsent(clinic, c -> new Clinic(slots, fields));
    }

    /** Their names in order. */
    SortedSet<String> clinics() {
        return new TreeSet<>(clinics.keySet());
    }

    /** The counts of a clinic in every period in which it had a visit, {@link Period#NONE} where no day is known. */
    SortedMap<Integer, long[]> periods(String name) {
        SortedMap<Integer, long[]> periods = new TreeMap<>();
        Clinic clinic = clinic(name);
        for (int i = 0; i < clinic.byPeriod.length; i++) {
            if (clinic.byPeriod[i].length > 0) {
                periods.put(clinic.firstPeriod + i, wide(clinic.byPeriod[i]));
            }
        }
        if (clinic.undated.length > 0) {
            periods.put(Period.NONE, wide(clinic.undated));
        }
        return periods;
    }

    private long[] wide(int[] counts) {
        long[] wide = new long[counts.length];
        for (int slot = 0; slot < slots; slot++) {
            wide[2 * slot] = counts[2 * slot];
            wide[2 * slot + 1] = counts[2 * checkedAs[slot] + 1];
        }
        return wide;
    }

    Range range(String clinic, int field) {
        Clinic own = clinic(clinic);
        return new Range(own.least[field], own.most[field], own.seen[field]);
    }

    /** Whether no clinic has a score in the field. */
    boolean isEmpty(int field) {
        return clinics.values().stream().allMatch(own -> own.seen[field] == 0);
    }

    void addAll(VisitTally other) {
        other.clinics.forEach((name, theirs) -> clinic(name).addAll(theirs));
    }
}
