package axial.walk;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Episodes of many patients, packed into whole numbers; unpacked one by one as they are asked for. */
public final class EpisodeBlock implements Iterable<EpisodeRow>, Serializable {
    private static final long serialVersionUID = 1;
    private static final int FIXED = 8;

    private final int categories;
    private final int numbers;
    private final int baselines;
    private final int changes;
    private final Words clinics = new Words();
    private final Words practitioners = new Words();
    private final Words clusters = new Words();
    private final Words[] levels;
    private int[] packed = {};
    private int size = 0;

    public EpisodeBlock(WalkPlan plan) {
        categories = plan.categories().size();
        numbers = plan.numbers().size();
        baselines = plan.outcomes().size();
        changes = baselines * plan.windows().size();
        levels = new Words[categories];
        Arrays.setAll(levels, c -> new Words());
    }

    /** How many episodes there are. */
    public int size() {
        return size;
    }

    private int width() {
        return FIXED + categories + numbers + baselines + changes;
    }

    /** Takes one more episode; a patient's episodes come together. */
    public void add(EpisodeRow episode) {
        int at = size++ * width();
        if (at >= packed.length) {
            packed = Arrays.copyOf(packed, Math.max(64 * width(), 2 * packed.length));
        }
        packed[at++] = episode.patient();
        packed[at++] = episode.arm();
        packed[at++] = clinics.code(episode.clinic());
        packed[at++] = practitioners.code(episode.practitioner());
        packed[at++] = clusters.code(episode.cluster());
        packed[at++] = episode.indexDay();
        packed[at++] = episode.treatedVisits();
        packed[at++] = episode.lastSeenDay();
        for (int c = 0; c < categories; c++) {
            packed[at++] = levels[c].code(episode.categories()[c]);
        }
        at = put(episode.numbers(), at);
        at = put(episode.baselines(), at);
        put(episode.changes(), at);
    }

    private int put(int[] values, int at) {
        System.arraycopy(values, 0, packed, at, values.length);
        return at + values.length;
    }

    private EpisodeRow row(int episode) {
        int at = episode * width();
        int next = at + FIXED;
        String[] words = new String[categories];
        for (int c = 0; c < categories; c++) {
            words[c] = levels[c].word(packed[next++]);
        }
        int firstBaseline = next + numbers;
        int firstChange = firstBaseline + baselines;
        return new EpisodeRow(
                packed[at],
                packed[at + 1],
                clinics.word(packed[at + 2]),
                practitioners.word(packed[at + 3]),
                clusters.word(packed[at + 4]),
                packed[at + 5],
                packed[at + 6],
                packed[at + 7],
                words,
                Arrays.copyOfRange(packed, next, firstBaseline),
                Arrays.copyOfRange(packed, firstBaseline, firstChange),
                Arrays.copyOfRange(packed, firstChange, firstChange + changes));
    }

    @Override
    public Iterator<EpisodeRow> iterator() {
        return new Iterator<>() {
            private int next = 0;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public EpisodeRow next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return row(next++);
            }
        };
    }
}
