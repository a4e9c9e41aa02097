package axial.walk;

import axial.clinic.Scaled;
import java.util.ArrayList;
import java.util.List;

/** An episode's row of the model matrix, without the zeros: 1, baseline, change, the numbers, and its levels. */
final class EpisodeColumns {
    private final int[] columns;
    private final int[] values;
    private final boolean complete;

    private EpisodeColumns(int[] columns, int[] values, boolean complete) {
        this.columns = columns;
        this.values = values;
        this.complete = complete;
    }

    static EpisodeColumns of(WalkPlan plan, Cells cells, Episode episode) {
        List<Integer> levels = new ArrayList<>();
        for (int c = 0; c < plan.categories().size(); c++) {
            if (plan.modelCategories()[c]) {
                levels.add(cells.column(
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
        return new EpisodeColumns(columns, values, complete);
    }

    /** Whether every number covariate is there. */
    boolean complete() {
        return complete;
    }

    void addTo(ExactSums sums, int baseline, int change) {
        values[ExactSums.BASELINE] = baseline;
        values[ExactSums.CHANGE] = change;
        sums.add(columns, values, columns.length);
    }
}
