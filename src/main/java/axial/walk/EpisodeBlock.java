package axial.walk;

import axial.clinic.Scaled;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Episodes of many patients, packed into whole numbers; unpacked one by one as they are asked for. */
public final class EpisodeBlock implements Iterable<EpisodeRow>, Serializable {
    private static final long serialVersionUID = 2;
    private static final int ARM = 1;
    private static final int CLINIC = 2;
    private static final int CLUSTER = 4;
    private static final int INDEX_DAY = 5;
    private static final int FIXED = 8;

    /** Episodes of a chunk: nothing that is there is copied as a block grows. */
    private static final int CHUNK_BITS = 10;

    private static final int CHUNK = 1 << CHUNK_BITS;

    private final int[] landmarks;
    private final int firstNumber;
    private final int firstBaseline;
    private final int firstChange;
    private final int firstSession;
    private final int width;
    private final EpisodeWords words;
    private final Words practitioners = new Words();
    private transient int[][] chunks = {};
    private transient int size = 0;
    private transient @Nullable Met met;

    /** What was met of the words of the visits at hand. */
    private static final class Met {
        final PatientVisits visits;
        final Recoded clinics = new Recoded();
        final Recoded practitioners = new Recoded();
        final Recoded[] levels;

        Met(PatientVisits visits, int categories) {
            this.visits = visits;
            levels = new Recoded[categories];
            Arrays.setAll(levels, c -> new Recoded());
        }
    }

    public EpisodeBlock(WalkPlan plan) {
        landmarks = plan.landmarks();
        firstNumber = FIXED + plan.categories().size();
        firstBaseline = firstNumber + plan.numbers().size();
        firstChange = firstBaseline + plan.outcomes().size();
        firstSession = firstChange + plan.outcomes().size() * plan.windows().size();
        width = firstSession + landmarks.length;
        words = new EpisodeWords(plan);
    }

    /** How many episodes there are. */
    public int size() {
        return size;
    }

    /** How many number covariates there are. */
    int numbers() {
        return firstBaseline - firstNumber;
    }

    /** How many outcomes there are. */
    int outcomes() {
        return firstChange - firstBaseline;
    }

    /** How many windows there are. */
    int windows() {
        return (firstSession - firstChange) / outcomes();
    }

    EpisodeWords words() {
        return words;
    }

    /** Takes one more episode; a patient's episodes come together. */
    public void add(Episode episode) {
        if (size == chunks.length * CHUNK) {
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[chunks.length - 1] = new int[CHUNK * width];
        }
        PatientVisits visits = episode.visits();
        int index = episode.index();
        Met known = met(visits);
        int[] to = chunks[size / CHUNK];
        int at = size++ % CHUNK * width;
        to[at++] = visits.patient();
        to[at++] = episode.arm();
        to[at++] = known.clinics.of(visits.clinicCode(index), words.clinics, visits::clinicWord);
        to[at++] = known.practitioners.of(visits.practitionerCode(index), practitioners, visits::practitionerWord);
        to[at++] = words.clusters.code(visits.cluster(index));
        to[at++] = episode.indexDay();
        to[at++] = episode.treatedVisits(Episode.DOSE_DAYS);
        to[at++] = episode.lastSeenDay();
        for (int c = 0; c < words.levels.length; c++) {
            to[at++] = level(known, c, visits, index);
        }
        for (int n = 0; n < firstBaseline - firstNumber; n++) {
            to[at++] = visits.number(n, index);
        }
        at = put(episode.baselines(), to, at);
        at = put(episode.changes(), to, at);
        for (int landmark : landmarks) {
            to[at++] = episode.treatedVisits(landmark);
        }
    }

    private Met met(PatientVisits visits) {
        Met known = met;
        if (known == null || known.visits != visits) {
            known = new Met(visits, words.levels.length);
            met = known;
        }
        return known;
    }

    private int level(Met known, int category, PatientVisits visits, int index) {
        return known.levels[category].of(
                visits.categoryCode(category, index),
                words.levels[category],
                code -> visits.categoryWord(category, code));
    }

    private static int put(int[] values, int[] to, int at) {
        System.arraycopy(values, 0, to, at, values.length);
        return at + values.length;
    }

    private int value(int episode, int column) {
        return chunks[episode >>> CHUNK_BITS][(episode & CHUNK - 1) * width + column];
    }

    /** Number of the patient within the block; a patient's episodes stand together. */
    public int patient(int episode) {
        return value(episode, 0);
    }

    public int arm(int episode) {
        return value(episode, ARM);
    }

    /** The number of the clinic among the words of the block. */
    int clinicCode(int episode) {
        return value(episode, CLINIC);
    }

    public String clinic(int episode) {
        return words.clinics.word(clinicCode(episode));
    }

    /** The number of the cluster among the words of the block. */
    int clusterCode(int episode) {
        return value(episode, CLUSTER);
    }

    /** Day of the index visit, since any fixed day. */
    public int indexDay(int episode) {
        return value(episode, INDEX_DAY);
    }

    /** The number of a category's level among the words of the block. */
    int levelCode(int category, int episode) {
        return value(episode, FIXED + category);
    }

    /** A number covariate, in steps. */
    public int number(int which, int episode) {
        return value(episode, firstNumber + which);
    }

    public int baseline(int outcome, int episode) {
        return value(episode, firstBaseline + outcome);
    }

    public int change(int outcomeWindow, int episode) {
        return value(episode, firstChange + outcomeWindow);
    }

    /** Whether no number covariate is missing. */
    public boolean isComplete(int episode) {
        for (int n = firstNumber; n < firstBaseline; n++) {
            if (value(episode, n) == Scaled.MISSING) {
                return false;
            }
        }
        return true;
    }

    /** How many treated visits there were until a landmark of {@link WalkPlan#landmarks}. */
    int sessions(int landmark, int episode) {
        return value(episode, firstSession + landmark);
    }

    /**
     * All episodes, those of a clinic and arm together. Sums of a part are many times what a processor keeps near it, those
     * of a clinic and arm are not: added in this order, most of the time of a walk of ten million visits is not waiting.
     */
    public int[] byClinicAndArm() {
        int arms = 1;
        for (int e = 0; e < size; e++) {
            arms = Math.max(arms, 1 + arm(e));
        }
        int[] from = new int[words.clinics.size() * arms + 1];
        for (int e = 0; e < size; e++) {
            from[clinicCode(e) * arms + arm(e) + 1]++;
        }
        for (int i = 1; i < from.length; i++) {
            from[i] += from[i - 1];
        }
        int[] order = new int[size];
        for (int e = 0; e < size; e++) {
            order[from[clinicCode(e) * arms + arm(e)]++] = e;
        }
        return order;
    }

    /** One episode, unpacked. */
    public EpisodeRow row(int episode) {
        int[] from = chunks[episode / CHUNK];
        int at = episode % CHUNK * width;
        String[] levels = new String[words.levels.length];
        for (int c = 0; c < levels.length; c++) {
            levels[c] = words.levels[c].word(from[at + FIXED + c]);
        }
        return new EpisodeRow(
                from[at],
                from[at + ARM],
                words.clinics.word(from[at + CLINIC]),
                practitioners.word(from[at + 3]),
                words.clusters.word(from[at + CLUSTER]),
                from[at + INDEX_DAY],
                from[at + 6],
                from[at + 7],
                levels,
                Arrays.copyOfRange(from, at + firstNumber, at + firstBaseline),
                Arrays.copyOfRange(from, at + firstBaseline, at + firstChange),
                Arrays.copyOfRange(from, at + firstChange, at + firstSession));
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

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Packed packed = new Packed();
        packed.put(size);
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            packed.put(chunks[chunk], 0, Math.min(CHUNK, size - chunk * CHUNK) * width);
        }
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Packed packed = Packed.read(in);
        size = packed.nextInt();
        chunks = new int[(size + CHUNK - 1) / CHUNK][CHUNK * width];
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            packed.next(chunks[chunk], 0, Math.min(CHUNK, size - chunk * CHUNK) * width);
        }
    }
}
