package axial.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a release counts, and how the counts hang together: cells, and wholes that are the sum of their parts. The
 * same people counted in two tables are one cell. A difference that no table shows but anybody can take, such as those
 * lost between two steps, is a cell too.
 */
final class Counts {
    /**
     * One count.
     *
     * @param people who is counted, in the words of the tables
     * @param n how many
     * @param cost what hiding the cell costs the reader; zero where no table shows it
     * @param least how many anybody knows to be there at least, from an earlier release
     */
    record Cell(String people, long n, double cost, long least) {
        boolean isShown() {
            return cost > 0;
        }

        /** By how much it might be less for all that anybody knows. */
        long room() {
            return n - least;
        }
    }

    /**
     * What a cell is in a relation.
     *
     * @param times how often it stands among the parts, less once where it is the whole; not zero
     */
    record Role(int relation, int times) {}

    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<int[]> relations = new ArrayList<>();
    private final List<List<Role>> roles = new ArrayList<>();

    /** The place of a cell that a table shows; the dearest of its tables says what it costs. */
    int shown(String people, long n, double weight) {
        double cost = weight * (1 + Math.sqrt(n));
        for (int at : all(people)) {
            Cell before = cells.get(at);
            if (before.n() == n) {
                cells.set(at, new Cell(people, n, Math.max(cost, before.cost()), 0));
                return at;
            }
        }
        return add(new Cell(people, n, cost, 0));
    }

    /** The place of a cell that no table shows, but that tables are about. */
    int unshown(String people, long n) {
        return add(new Cell(people, n, 0, 0));
    }

    private int add(Cell cell) {
        cells.add(cell);
        roles.add(new ArrayList<>());
        places.computeIfAbsent(cell.people(), people -> new ArrayList<>()).add(cells.size() - 1);
        return cells.size() - 1;
    }

    /** The place of a cell, or −1 where nothing counts these people. */
    int place(String people) {
        List<Integer> all = all(people);
        return all.isEmpty() ? -1 : all.get(0);
    }

    /** The places of all cells of these people: more than one where tables count by different rules. */
    List<Integer> all(String people) {
        return places.getOrDefault(people, List.of());
    }

    /** A whole and parts of it that share nobody: they may be all of it, or leave a rest that no table shows. */
    void parts(int whole, Collection<Integer> parts) {
        long sum = parts.stream().mapToLong(part -> cells.get(part).n()).sum();
        if (sum == cells.get(whole).n()) {
            relation(whole, List.copyOf(parts));
        } else if (sum < cells.get(whole).n()) {
            wholeWithRest(whole, List.copyOf(parts));
        }
    }

    /** A whole that is its parts and others, whom no table shows; nothing where the parts are more than it. */
    void wholeWithRest(int whole, List<Integer> parts) {
        long rest = cells.get(whole).n();
        for (int part : parts) {
            rest -= cells.get(part).n();
        }
        if (rest < 0) {
            return;
        }
        List<Integer> all = new ArrayList<>(parts);
        String name = "rest " + relations.size() + " of " + cells.get(whole).people();
        all.add(add(new Cell(name, rest, 0, 0)));
        relation(whole, all);
    }

    private void relation(int whole, List<Integer> parts) {
        long sum = 0;
        int[] relation = new int[parts.size() + 1];
        relation[0] = whole;
        for (int i = 0; i < parts.size(); i++) {
            relation[i + 1] = parts.get(i);
            sum += cells.get(parts.get(i)).n();
        }
        if (sum != cells.get(whole).n()) {
            throw new IllegalStateException("the parts of " + cells.get(whole).people() + " are " + sum + " of "
                    + cells.get(whole).n());
        }
        Map<Integer, Integer> times = new TreeMap<>(Map.of(whole, -1));
        parts.forEach(part -> times.merge(part, 1, Integer::sum));
        times.forEach((cell, by) -> {
            if (by != 0) {
                roles.get(cell).add(new Role(relations.size(), by));
            }
        });
        relations.add(relation);
    }

    /** That of these people so many were there before, and patients only come. */
    void atLeast(int place, long least) {
        Cell cell = cells.get(place);
        cells.set(place, new Cell(cell.people(), cell.n(), cell.cost(), Math.max(least, cell.least())));
    }

    Cell cell(int place) {
        return cells.get(place);
    }

    int size() {
        return cells.size();
    }

    int relations() {
        return relations.size();
    }

    /** The whole, then its parts. */
    int[] relation(int number) {
        return relations.get(number);
    }

    /** What a cell is in the relations that it stands in, in their order. */
    List<Role> roles(int place) {
        return Collections.unmodifiableList(roles.get(place));
    }
}
