package axial.sums;

import axial.clinic.Scaled;
import axial.walk.CovariateRows;
import axial.walk.EpisodeRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The episodes of one part in columns of whole numbers, so that many models can read them in one pass. */
final class EpisodeColumns implements CovariateRows {
    private static final int PATIENT = 0;
    private static final int ARM = 1;
    private static final int COMBINATION = 2;
    private static final int CLUSTER = 3;
    private static final int CLINIC = 4;
    private static final int NUMBERS = 5;

    private final Map<List<String>, Integer> combinations = new HashMap<>();
    private final List<String[]> levels = new ArrayList<>();
    private final Words clusters = new Words();
    private final Words clinics = new Words();
    private int[][] columns = {};
    private int baselines;
    private int changes;
    private int size = 0;

    /** Words and their numbers, in the order in which they are met. */
    private static final class Words {
        final Map<String, Integer> numbers = new HashMap<>();
        final List<String> words = new ArrayList<>();

        int number(String word) {
            return numbers.computeIfAbsent(word, w -> {
                words.add(w);
                return words.size() - 1;
            });
        }
    }

    private EpisodeColumns() {}

    static EpisodeColumns of(Iterable<EpisodeRow> episodes) {
        EpisodeColumns columns = new EpisodeColumns();
        episodes.forEach(columns::add);
        return columns;
    }

    private void add(EpisodeRow episode) {
        if (columns.length == 0) {
            baselines = NUMBERS + episode.numbers().length;
            changes = baselines + episode.baselines().length;
            columns = new int[changes + episode.changes().length][64];
        }
        if (size == columns[0].length) {
            columns = Arrays.stream(columns)
                    .map(column -> Arrays.copyOf(column, 2 * size))
                    .toArray(int[][]::new);
        }
        columns[PATIENT][size] = episode.patient();
        columns[ARM][size] = episode.arm();
        columns[COMBINATION][size] = combination(episode.categories());
        columns[CLUSTER][size] = clusters.number(episode.clusterOrClinic());
        columns[CLINIC][size] = clinics.number(episode.clinic());
        put(episode.numbers(), NUMBERS);
        put(episode.baselines(), baselines);
        put(episode.changes(), changes);
        size++;
    }

    private int combination(String[] categories) {
        Integer known = combinations.get(Arrays.asList(categories));
        if (known != null) {
            return known;
        }
        combinations.put(List.of(categories), levels.size());
        levels.add(categories);
        return levels.size() - 1;
    }

    private void put(int[] values, int from) {
        for (int i = 0; i < values.length; i++) {
            columns[from + i][size] = values[i];
        }
    }

    @Override
    public int size() {
        return size;
    }

    /** Number of the patient within the part; a patient's episodes stand together. */
    int patient(int episode) {
        return columns[PATIENT][episode];
    }

    @Override
    public int arm(int episode) {
        return columns[ARM][episode];
    }

    @Override
    public int combination(int episode) {
        return columns[COMBINATION][episode];
    }

    @Override
    public List<String[]> combinations() {
        return levels;
    }

    int cluster(int episode) {
        return columns[CLUSTER][episode];
    }

    /** The clusters of the standard error in words, by number. */
    List<String> clusters() {
        return clusters.words;
    }

    String clinic(int episode) {
        return clinics.words.get(columns[CLINIC][episode]);
    }

    @Override
    public int number(int which, int episode) {
        return columns[NUMBERS + which][episode];
    }

    @Override
    public int baseline(int outcome, int episode) {
        return columns[baselines + outcome][episode];
    }

    @Override
    public int episodes(int episode) {
        return 1;
    }

    @Override
    public int followed(int outcomeWindow, int episode) {
        return columns[changes + outcomeWindow][episode] == Scaled.MISSING ? 0 : 1;
    }

    @Override
    public long changes(int outcomeWindow, int episode) {
        return columns[changes + outcomeWindow][episode];
    }

    @Override
    public long squares(int outcomeWindow, int episode) {
        return changes(outcomeWindow, episode) * changes(outcomeWindow, episode);
    }
}
