package axial.walk;

import axial.clinic.Scaled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** An episode's row of the model matrix, without the zeros: 1, baseline, change, the numbers, and its levels. */
final class EpisodeColumns {
    private final int[] columns;
    private final int[] values;
    private final int levels;
    private final boolean complete;

    private EpisodeColumns(int[] columns, int[] values, int levels, boolean complete) {
        this.columns = columns;
        this.values = values;
        this.levels = levels;
        this.complete = complete;
    }

    static EpisodeColumns of(WalkPlan plan, ToIntFunction<String> columnOfLevel, Episode episode) {
        List<Integer> levels = new ArrayList<>();
        for (int c = 0; c < plan.categories().size(); c++) {
            if (plan.modelCategories()[c]) {
                levels.add(columnOfLevel.applyAsInt(
                        plan.categories().get(c) + "=" + episode.visits().category(c, episode.index())));
            }
        }
        levels.sort(null);
        int numbers = plan.numbers().size();
        int[] columns = new int[3 + numbers + levels.size()];
        int[] values = new int[columns.length];
        boolean complete = true;
        for (int i = 0; i < columns.length; i++) {
            boolean isLevel = i >= 3 + numbers;
            columns[i] = isLevel ? levels.get(i - 3 - numbers) : i;
            values[i] = isLevel || i < 3 ? 1 : episode.visits().number(i - 3, episode.index());
            complete &= values[i] != Scaled.MISSING;
        }
        return new EpisodeColumns(columns, values, levels.size(), complete);
    }

    /** Whether every number covariate is there. */
    boolean complete() {
        return complete;
    }

    /** As {@link #addTo(ExactSums, int, int)}, without a change, and with the values of further columns. */
    void addTo(ExactSums sums, int baseline, int[] furtherColumns, int[] furtherValues) {
        int[] allColumns = between(columns, furtherColumns);
        int[] allValues = between(values, furtherValues);
        allValues[ExactSums.BASELINE] = baseline;
        allValues[ExactSums.CHANGE] = 0;
        sums.add(allColumns, allValues, allColumns.length);
    }

    /** The further columns stand before those of the levels. */
    private int[] between(int[] known, int[] further) {
        int[] all = new int[known.length + further.length];
        int numbers = known.length - levels;
        System.arraycopy(known, 0, all, 0, numbers);
        System.arraycopy(further, 0, all, numbers, further.length);
        System.arraycopy(known, numbers, all, numbers + further.length, levels);
        return all;
    }

    void addTo(ExactSums sums, int baseline, int change) {
        values[ExactSums.BASELINE] = baseline;
        values[ExactSums.CHANGE] = change;
        sums.add(columns, values, columns.length);
    }
}
