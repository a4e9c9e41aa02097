package axial.sums;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How many rows of each clinic and period are put to each check, and how many fail it. */
final class VisitTally implements Serializable {
    private static final long serialVersionUID = 1;

    /** Where a visit belongs. */
    record Place(String clinic, int period) implements Serializable, Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byClinic = clinic.compareTo(other.clinic);
            return byClinic != 0 ? byClinic : Integer.compare(period, other.period);
        }
    }

    /** Between which scores all of a field lie. */
    record Range(int least, int most, long count) implements Serializable {
        static final Range NONE = new Range(Integer.MAX_VALUE, Integer.MIN_VALUE, 0);

        Range and(Range other) {
            return new Range(Math.min(least, other.least), Math.max(most, other.most), count + other.count);
        }

        /** Whether there is nothing but one score, again and again. */
        boolean isOneValue() {
            return count > 1 && least == most;
        }
    }

    private final CheckPlan plan;
    private final TreeMap<Place, long[]> places = new TreeMap<>();
    private final TreeMap<String, Range[]> ranges = new TreeMap<>();

    VisitTally(CheckPlan plan) {
        this.plan = plan;
    }

    /** The counts of a place: for each slot of the plan how many fail, then how many are checked. */
    long[] counts(String clinic, int period) {
        return places.computeIfAbsent(
                new Place(clinic, period), p -> new long[2 * plan.slots().size()]);
    }

    void see(String clinic, int field, int score) {
        Range[] own = ranges(clinic);
        own[field] = own[field].and(new Range(score, score, 1));
    }

    private Range[] ranges(String clinic) {
        return ranges.computeIfAbsent(clinic, c -> {
            Range[] none = new Range[plan.fields().size()];
            java.util.Arrays.fill(none, Range.NONE);
            return none;
        });
    }

    Map<Place, long[]> places() {
        return Collections.unmodifiableMap(places);
    }

    Range range(String clinic, int field) {
        return ranges(clinic)[field];
    }

    /** Whether no clinic has a score in the field. */
    boolean isEmpty(int field) {
        return ranges.values().stream().allMatch(own -> own[field].count() == 0);
    }

    void addAll(VisitTally other) {
        other.places.forEach((place, theirs) -> {
            long[] mine = counts(place.clinic(), place.period());
            for (int i = 0; i < mine.length; i++) {
                mine[i] += theirs[i];
            }
        });
        other.ranges.forEach((clinic, theirs) -> {
            Range[] mine = ranges(clinic);
            for (int f = 0; f < mine.length; f++) {
                mine[f] = mine[f].and(theirs[f]);
            }
        });
    }
}
