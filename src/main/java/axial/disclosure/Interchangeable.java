package axial.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Cells that stand in the same relations but for one, such as two clinics' patients of one arm: what one of them gains the
 * other may lose, and nothing but those two relations, each with cells of its own, notices.
 */
final class Interchangeable {
    private final Counts counts;
    private final Map<Long, List<Integer>> groups = new HashMap<>();

    Interchangeable(Counts counts) {
        this.counts = counts;
        Comparator<Integer> largestFirst = Comparator.comparingLong(
                        (Integer cell) -> -counts.cell(cell).n())
                .thenComparing(cell -> cell);
        IntStream.range(0, counts.size()).boxed().sorted(largestFirst).forEach(this::add);
        groups.values().removeIf(cells -> cells.size() == 1);
    }

    private void add(int cell) {
        List<Counts.Role> roles = counts.roles(cell);
        if (roles.size() > 1) {
            roles.forEach(role -> groups.computeIfAbsent(key(cell, role.relation()), key -> new ArrayList<>())
                    .add(cell));
        }
    }

    /** The cells that stand in the same relations as this one but for the relation, largest first, itself among them. */
    List<Integer> with(int cell, int relation) {
        return groups.getOrDefault(key(cell, relation), List.of());
    }

    /** A sum of the relations' numbers, each scattered: should two sets ever share one, a way is looked for in vain. */
    private long key(int cell, int but) {
        long key = 0;
        for (Counts.Role role : counts.roles(cell)) {
            if (role.relation() != but) {
                key += scattered(role.relation() * 1024L + role.times());
            }
        }
        return key;
    }

    /** Stafford's variant 13 of the finaliser of MurmurHash3 (2011). */
    private static long scattered(long number) {
        long z = number * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
