package axial.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What earlier releases showed: counts by the words for who is counted, oldest release first. Two releases are one more
 * table to subtract: a count that changed by a few tells of those few.
 */
public record Published(List<Map<String, List<Long>>> releases) {
    public static final Published NOTHING = new Published(List.of());

    private boolean has(String people, List<Long> values) {
        return releases.stream().anyMatch(release -> values.equals(release.get(people)));
    }

    /** Hides every count that no earlier release showed as it is now. */
    void hideNew(Counts counts, BitSet hidden) {
        for (int place = 0; place < counts.size(); place++) {
            Counts.Cell cell = counts.cell(place);
            boolean shown = releases.stream()
                    .anyMatch(release ->
                            release.getOrDefault(cell.people(), List.of()).contains(cell.n()));
            if (!shown) {
                hidden.set(place);
            }
        }
    }

    /** Whether a release would be the first, or show nothing beside it. */
    boolean isFirst(Map<String, List<Long>> release) {
        return releases.isEmpty() || (releases.size() == 1 && hasAll(release));
    }

    /** Whether a release would show nothing beside what was shown, be it that nothing was. */
    private boolean hasAll(Map<String, List<Long>> release) {
        return releases.isEmpty() || release.entrySet().stream().allMatch(e -> has(e.getKey(), e.getValue()));
    }

    /** With another release; the same where it shows nothing new. */
    public Published plus(Map<String, List<Long>> release) {
        if (!releases.isEmpty() && hasAll(release)) {
            return this;
        }
        List<Map<String, List<Long>>> all = new ArrayList<>(releases);
        all.add(release);
        return new Published(List.copyOf(all));
    }

    /** What a release shows. */
    static Map<String, List<Long>> shown(Counts counts, BitSet hidden) {
        Map<String, List<Long>> shown = new TreeMap<>();
        for (int place = 0; place < counts.size(); place++) {
            Counts.Cell cell = counts.cell(place);
            if (cell.isShown() && !hidden.get(place)) {
                shown.computeIfAbsent(cell.people(), people -> new ArrayList<>())
                        .add(cell.n());
            }
        }
        return shown;
    }

    /** The cells that differ from an earlier release by some, but fewer than the smallest cell. */
    TreeSet<Integer> changedByFew(Counts counts, long minCell) {
        TreeSet<Integer> few = new TreeSet<>();
        for (Map<String, List<Long>> release : releases) {
            known(counts, release).forEach((place, values) -> {
                for (long before : values) {
                    long change = Math.abs(counts.cell(place).n() - before);
                    if (change > 0 && change < minCell) {
                        few.add(place);
                    }
                }
            });
        }
        return few;
    }

    /** Lets each count be at least what the last release told, where it has not fallen: patients mostly come. */
    void bound(Counts counts) {
        if (!releases.isEmpty()) {
            known(counts, last())
                    .forEach((place, values) -> values.stream()
                            .mapToLong(Long::longValue)
                            .filter(before -> before <= counts.cell(place).n())
                            .max()
                            .ifPresent(before -> counts.atLeast(place, before)));
        }
    }

    /** What a release tells of each cell: what it showed, and of the rest of a whole what is left of it. */
    private static Map<Integer, List<Long>> known(Counts counts, Map<String, List<Long>> release) {
        Map<Integer, List<Long>> known = new TreeMap<>();
        for (int place = 0; place < counts.size(); place++) {
            List<Long> values = toldOf(counts, place, release);
            if (!values.isEmpty()) {
                known.put(place, values);
            }
        }
        for (int relation = 0; relation < counts.relations(); relation++) {
            addRest(known, counts, counts.relation(relation));
        }
        return known;
    }

    /**
     * What a release told of a cell. Tables may count these people by different rules: where each number that was told still
     * stands, the cell's own is its number of then; else it may be any of them.
     */
    private static List<Long> toldOf(Counts counts, int place, Map<String, List<Long>> release) {
        String people = counts.cell(place).people();
        List<Long> values = release.getOrDefault(people, List.of());
        long n = counts.cell(place).n();
        boolean allStand = numbers(counts, people).containsAll(values);
        return !allStand ? values : values.contains(n) ? List.of(n) : List.of();
    }

    private static List<Long> numbers(Counts counts, String people) {
        return counts.all(people).stream().map(place -> counts.cell(place).n()).toList();
    }

    /** Whether all that the last release showed is now as it was then. */
    boolean stands(Counts counts) {
        return !releases.isEmpty()
                && last().entrySet().stream()
                        .allMatch(told -> numbers(counts, told.getKey()).containsAll(told.getValue()));
    }

    /** The cells that the last release does not show as they are. */
    BitSet notShown(Counts counts) {
        BitSet not = new BitSet(counts.size());
        for (int place = 0; place < counts.size(); place++) {
            Counts.Cell cell = counts.cell(place);
            not.set(place, !last().getOrDefault(cell.people(), List.of()).contains(cell.n()));
        }
        return not;
    }

    private Map<String, List<Long>> last() {
        return releases.get(releases.size() - 1);
    }

    private static void addRest(Map<Integer, List<Long>> known, Counts counts, int[] relation) {
        List<Integer> unknown = Arrays.stream(relation)
                .boxed()
                .filter(p -> !known.containsKey(p))
                .toList();
        if (unknown.size() == 1
                && unknown.get(0) != relation[0]
                && !counts.cell(unknown.get(0)).isShown()) {
            long rest = 0;
            for (int i = 0; i < relation.length; i++) {
                List<Long> values = known.get(relation[i]);
                rest += values == null ? 0 : (i == 0 ? 1 : -1) * values.get(0);
            }
            if (rest >= 0) {
                known.put(unknown.get(0), List.of(rest));
            }
        }
    }
}
