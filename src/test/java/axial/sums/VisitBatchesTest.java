package axial.sums;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import axial.JobFixture;
import axial.question.Job;
import axial.walk.VisitLayout;
import axial.walk.WalkPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.execution.vectorized.Dictionary;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However Parquet's columns are cut into batches, and whether or not their words and numbers are coded, the patients are the same. */
class VisitBatchesTest {
    private final Job job = JobFixture.job().build();
    private final WalkPlan plan = WalkPlan.of(job);
    private final VisitLayout layout = Walkers.layout(job, plan);
    private final List<Object[]> rows = new ArrayList<>();

    /** The words of a column, or its numbers, by the numbers that they are coded with. */
    private record Coded(List<String> words) implements Dictionary {
        @Override
        public int decodeToInt(int id) {
            return Integer.parseInt(words.get(id));
        }

        @Override
        public long decodeToLong(int id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float decodeToFloat(int id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double decodeToDouble(int id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] decodeToBinary(int id) {
            return words.get(id).getBytes(StandardCharsets.UTF_8);
        }
    }

    VisitBatchesTest() {
        Random dice = new Random(3);
        for (int p = 0; p < 200; p++) {
            int visits = 1 + dice.nextInt(9);
            for (int v = 0; v < visits; v++) {
                rows.add(row(dice, "P" + (1000 + p), v * (1 + dice.nextInt(20))));
            }
        }
    }

    private Object[] row(Random dice, String patient, int day) {
        Object[] row = new Object[1 + layout.columns().size()];
        row[0] = patient;
        for (int c = 0; c < layout.columns().size(); c++) {
            row[1 + c] = switch (layout.columns().get(c).type()) {
                case WHOLE -> dice.nextInt(4) == 0 ? null : (Object) (dice.nextInt(11) * 1_000_000);
                case YES_NO -> dice.nextInt(3) == 0 ? null : (Object) dice.nextBoolean();
                case WORD -> dice.nextInt(3) == 0 ? null : "word" + dice.nextInt(3);
            };
        }
        row[1 + layout.day()] = day;
        row[1 + layout.age()] = 400_000;
        row[1 + layout.clinic()] = "C" + dice.nextInt(3);
        row[1 + layout.redFlags()] = "";
        row[1 + layout.severity()] = dice.nextBoolean() ? null : "minor";
        row[1 + layout.treatments()] = List.of(
                        "", JobFixture.CERVICAL_MANIPULATION, JobFixture.CERVICAL_MOBILIZATION, "exercise")
                .get(dice.nextInt(4));
        return row;
    }

    private PartWalk walk(int batchSize, boolean coded) {
        List<ColumnarBatch> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += batchSize) {
            int end = Math.min(rows.size(), from + batchSize);
            batches.add(batch(rows.subList(from, end), coded && (from / batchSize) % 3 != 1));
        }
        int[] at = new int[layout.columns().size()];
        for (int c = 0; c < at.length; c++) {
            at[c] = c + 1;
        }
        PartWalk walk = new PartWalk(job, plan);
        new VisitBatches(layout, 0, at).walk(batches.iterator(), walk);
        return walk;
    }

    private ColumnarBatch batch(List<Object[]> part, boolean coded) {
        ColumnVector[] vectors = new ColumnVector[1 + layout.columns().size()];
        for (int c = 0; c < vectors.length; c++) {
            vectors[c] = vector(part, c, coded);
        }
        return new ColumnarBatch(vectors, part.size());
    }

    private ColumnVector vector(List<Object[]> part, int column, boolean coded) {
        VisitLayout.Type type = column == 0
                ? VisitLayout.Type.WORD
                : layout.columns().get(column - 1).type();
        DataType stored = switch (type) {
            case WHOLE -> DataTypes.IntegerType;
            case YES_NO -> DataTypes.BooleanType;
            case WORD -> DataTypes.StringType;
        };
        OnHeapColumnVector vector = new OnHeapColumnVector(part.size(), stored);
        List<String> words = new ArrayList<>();
        boolean dictionary = coded && type != VisitLayout.Type.YES_NO;
        OnHeapColumnVector ids = dictionary ? (OnHeapColumnVector) vector.reserveDictionaryIds(part.size()) : vector;
        for (int row = 0; row < part.size(); row++) {
            put(vector, ids, dictionary ? words : null, row, part.get(row)[column]);
        }
        if (dictionary) {
            vector.setDictionary(new Coded(words));
        }
        return vector;
    }

    private static void put(
            OnHeapColumnVector vector,
            OnHeapColumnVector ids,
            @Nullable List<String> words,
            int row,
            @Nullable Object value) {
        if (value == null) {
            vector.putNull(row);
        } else if (words == null && value instanceof Integer whole) {
            vector.putInt(row, whole);
        } else if (value instanceof Boolean yes) {
            vector.putBoolean(row, yes);
        } else if (words == null) {
            vector.putByteArray(row, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
        } else {
            String word = String.valueOf(value);
            if (!words.contains(word)) {
                words.add(word);
            }
            ids.putInt(row, words.indexOf(word));
        }
    }

    private static byte[] bytes(PartWalk walk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(walk.found().cells());
        }
        return out.toByteArray();
    }

    @Test
    void everyCutIntoBatchesGivesTheSameSums() throws IOException {
        PartWalk whole = walk(rows.size(), false);
        assertEquals(rows.size(), whole.found().cells().flow()[0]);
        assertEquals(200, whole.found().cells().flow()[1]);
        for (int size : new int[] {1, 2, 3, 7, 50, 333}) {
            assertArrayEquals(bytes(whole), bytes(walk(size, false)), "batches of " + size);
            assertArrayEquals(bytes(whole), bytes(walk(size, true)), "coded batches of " + size);
        }
    }
}
