package axial.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A table with a row for each clinic: of a thousand clinics it has more rows than a browser opens well. */
final class LongTable {
    /** So many rows are shown at most. */
    static final int MOST = 2_000;

    private LongTable() {}

    /**
     * Of each group the weightiest rows, in the order of the table; every row where there are not too many.
     *
     * @param weight puts the weightiest of a group first; of rows that weigh the same the earlier comes first
     */
    static <T> List<T> shown(List<T> rows, Function<T, ?> group, Comparator<T> weight) {
        if (rows.size() <= MOST) {
            return rows;
        }
        List<Integer> byWeight =
                new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
        byWeight.sort(Comparator.comparing(rows::get, weight));
        Map<Object, Integer> taken = new HashMap<>();
        int[] rank = new int[rows.size()];
        for (int row : byWeight) {
            rank[row] = taken.merge(group.apply(rows.get(row)), 1, Integer::sum);
        }
        byWeight.sort(Comparator.comparingInt(row -> rank[row]));
        return byWeight.subList(0, MOST).stream().sorted().map(rows::get).toList();
    }

    /**
     * What a reader is told of the rows that are not shown; empty where all are.
     *
     * @param which key of what tells the rows that are shown
     * @param file in which all of them stand
     */
    static String note(int shown, int all, String which, String file, Texts texts) {
        return shown == all
                ? ""
                : texts.say(
                        "research.shortened",
                        "shown",
                        texts.shown().count(shown),
                        "all",
                        texts.shown().count(all),
                        "which",
                        texts.say(which),
                        "file",
                        file);
    }
}
