package axial.ingest;

import axial.question.QualityCheck;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many records of each clinic and period fail which check as they are read, and in which field. */
final class RecordTally implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_PLACES = 200_000;

    /** Where a record belongs; both are empty where it does not say. */
    record Place(String clinic, int period) implements Serializable, Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byClinic = clinic.compareTo(other.clinic);
            return byClinic != 0 ? byClinic : Integer.compare(period, other.period);
        }
    }

    /**
     * What is counted.
     *
     * @param field empty where a record counts once, whatever fields fail
     */
    record Failing(QualityCheck check, String field) implements Serializable, Comparable<Failing> {
        @Override
        public int compareTo(Failing other) {
            int byCheck = check.compareTo(other.check);
            return byCheck != 0 ? byCheck : field.compareTo(other.field);
        }
    }

    /** The counts of one place. */
    static final class Counts implements Serializable {
        private static final long serialVersionUID = 1;
        long records;
        final TreeMap<Failing, Long> failing = new TreeMap<>();

        /** Rows checked, for checks that not every record is put to. */
        final TreeMap<QualityCheck, Long> checked = new TreeMap<>();

        /** Words of ours for missing values that were found undeclared, by field. */
        final TreeMap<String, TreeSet<String>> sentinels = new TreeMap<>();

        void addAll(Counts other) {
            records += other.records;
            other.failing.forEach((what, n) -> failing.merge(what, n, Long::sum));
            other.checked.forEach((what, n) -> checked.merge(what, n, Long::sum));
            other.sentinels.forEach((field, words) ->
                    sentinels.computeIfAbsent(field, f -> new TreeSet<>()).addAll(words));
        }
    }

    private final TreeMap<Place, Counts> places = new TreeMap<>();
    private boolean crowded = false;
    private long columns = 0;
    private long undeclared = 0;
    private transient @Nullable List<String> lastColumns;

    /** The same counts by clinic and period, found faster; only where records are counted. */
    private transient @Nullable Map<String, Map<Integer, Counts>> quickly;

    /** Counts one record; {@code visit} holds what of it could be read. */
    void add(RecordChecks checks, RawRecord record, @Nullable Object[] visit, List<Reason> reasons) {
        addColumns(checks, record.names());
        Counts counts = counts(checks.clinic(visit), checks.period(visit));
        counts.records++;
        Map<QualityCheck, Boolean> further = checks.further(record, visit);
        if (!reasons.isEmpty() || !further.isEmpty()) {
            addChecks(checks, record, reasons, further, counts);
        }
    }

    private static void addChecks(
            RecordChecks checks,
            RawRecord record,
            List<Reason> reasons,
            Map<QualityCheck, Boolean> further,
            Counts counts) {
        Set<QualityCheck> failed = EnumSet.noneOf(QualityCheck.class);
        for (Reason reason : reasons) {
            QualityCheck check = checks.of(reason, record);
            failed.add(check);
            if (!reason.field().isEmpty()) {
                counts.failing.merge(new Failing(check, reason.field()), 1L, Long::sum);
            }
            String sentinel = check == QualityCheck.C11 ? checks.rules().cells().text(reason.field(), record) : null;
            if (sentinel != null) {
                counts.sentinels
                        .computeIfAbsent(reason.field(), f -> new TreeSet<>())
                        .add(sentinel);
            }
        }
        further.forEach((check, fails) -> {
            counts.checked.merge(check, 1L, Long::sum);
            if (fails) {
                failed.add(check);
            }
        });
        failed.forEach(check -> counts.failing.merge(new Failing(check, ""), 1L, Long::sum));
    }

    private void addColumns(RecordChecks checks, List<String> names) {
        if (names != lastColumns) {
            lastColumns = names;
            columns = Math.max(columns, names.size());
            undeclared = Math.max(
                    undeclared, names.stream().filter(n -> !checks.reads(n)).count());
        }
    }

    private Counts counts(String clinic, int period) {
        Map<String, Map<Integer, Counts>> quick = quickly == null ? new HashMap<>() : quickly;
        quickly = quick;
        Map<Integer, Counts> ofClinic = quick.get(clinic);
        Counts known = ofClinic == null ? null : ofClinic.get(period);
        return known == null ? newCounts(new Place(clinic, period), quick) : known;
    }

    private Counts newCounts(Place place, Map<String, Map<Integer, Counts>> quick) {
        if (places.size() >= MOST_PLACES && !places.containsKey(place)) {
            crowded = true;
            places.clear();
            quick.clear();
        }
        Counts counts = places.computeIfAbsent(place, p -> new Counts());
        quick.computeIfAbsent(place.clinic(), c -> new HashMap<>()).put(place.period(), counts);
        return counts;
    }

    /** Whether there were more places than can be told apart; then none are. */
    boolean isCrowded() {
        return crowded || places.size() > MOST_PLACES;
    }

    Map<Place, Counts> places() {
        return isCrowded() ? Map.of() : places;
    }

    long columns() {
        return columns;
    }

    /** Columns that the job does not declare, so that they are not read. */
    long undeclared() {
        return undeclared;
    }

    /** Adds what was counted in another file. */
    void addAll(RecordTally other) {
        crowded |= other.crowded;
        other.places.forEach((place, counts) ->
                places.computeIfAbsent(place, p -> new Counts()).addAll(counts));
    }

    /** Takes the columns of another file of the same source for the same columns. */
    void addColumns(RecordTally other) {
        columns = Math.max(columns, other.columns);
        undeclared = Math.max(undeclared, other.undeclared);
    }
}
