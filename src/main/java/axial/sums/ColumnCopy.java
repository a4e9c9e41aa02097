package axial.sums;

import axial.clinic.Scaled;
import axial.walk.VisitLayout;
import axial.walk.Words;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.Dictionary;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Copies one column of a part, batch by batch, into whole numbers; words by the number that they have.
 *
 * <p>What an entry of the column's dictionary means is looked at once as long as batches share the dictionary, that is once
 * a file. Which dictionary a batch has is a field of Spark's without a public method; where there is no such field, each
 * batch is taken to have its own.
 */
final class ColumnCopy {
    private static final int NOT_MET = Scaled.MISSING + 1;

    /** Of larger dictionaries the further entries are looked at each time. */
    private static final int MOST = 1 << 16;

    private static final @Nullable VarHandle DICTIONARY = dictionaryOf();

    private final VisitLayout.Type type;
    private final Words words;
    private @Nullable Object dictionary;
    private int[] met = {};

    /** @param words of the column, where it is one of words */
    ColumnCopy(VisitLayout.Type type, Words words) {
        this.type = type;
        this.words = words;
    }

    private static @Nullable VarHandle dictionaryOf() {
        try {
            return MethodHandles.privateLookupIn(WritableColumnVector.class, MethodHandles.lookup())
                    .findVarHandle(WritableColumnVector.class, "dictionary", Dictionary.class);
        } catch (ReflectiveOperationException elsewhere) {
            return null;
        }
    }

    /** Copies the rows of a batch to where the column goes on. */
    void copy(ColumnVector vector, int rows, int[] to, int from) {
        if (type == VisitLayout.Type.YES_NO) {
            copyYesNo(vector, rows, to, from);
        } else if (vector.numNulls() == rows) {
            Arrays.fill(to, from, from + rows, type == VisitLayout.Type.WHOLE ? Scaled.MISSING : Words.NONE);
        } else if (vector instanceof WritableColumnVector coded && coded.hasDictionary()) {
            copyCoded(coded, rows, to, from);
        } else if (type == VisitLayout.Type.WHOLE) {
            copyWhole(vector, rows, to, from);
        } else {
            copyWords(vector, rows, to, from);
        }
    }

    private static void copyYesNo(ColumnVector vector, int rows, int[] to, int from) {
        for (int row = 0; row < rows; row++) {
            to[from + row] = !vector.isNullAt(row) && vector.getBoolean(row) ? 1 : 0;
        }
    }

    private static void copyWhole(ColumnVector vector, int rows, int[] to, int from) {
        if (!vector.hasNull()) {
            System.arraycopy(vector.getInts(0, rows), 0, to, from, rows);
            return;
        }
        for (int row = 0; row < rows; row++) {
            to[from + row] = vector.isNullAt(row) ? Scaled.MISSING : vector.getInt(row);
        }
    }

    private void copyWords(ColumnVector vector, int rows, int[] to, int from) {
        UTF8String last = null;
        int code = Words.NONE;
        for (int row = 0; row < rows; row++) {
            if (vector.isNullAt(row)) {
                to[from + row] = Words.NONE;
                continue;
            }
            UTF8String word = vector.getUTF8String(row);
            if (!word.equals(last)) {
                last = word;
                code = words.code(word.toString());
            }
            to[from + row] = code;
        }
    }

    private void copyCoded(WritableColumnVector vector, int rows, int[] to, int from) {
        Object now = DICTIONARY == null ? null : DICTIONARY.get(vector);
        if (now == null || now != dictionary) {
            Arrays.fill(met, NOT_MET);
            dictionary = now;
        }
        int none = type == VisitLayout.Type.WHOLE ? Scaled.MISSING : Words.NONE;
        int[] ids = vector.getDictionaryIds().getInts(0, rows);
        boolean nulls = vector.hasNull();
        int[] known = met;
        for (int row = 0; row < rows; row++) {
            if (nulls && vector.isNullAt(row)) {
                to[from + row] = none;
                continue;
            }
            int id = ids[row];
            int value = id < known.length ? known[id] : NOT_MET;
            if (value == NOT_MET) {
                value = meet(vector, row, id);
                known = met;
            }
            to[from + row] = value;
        }
    }

    private int meet(WritableColumnVector vector, int row, int id) {
        int value = type == VisitLayout.Type.WHOLE
                ? vector.getInt(row)
                : words.code(vector.getUTF8String(row).toString());
        if (id >= MOST) {
            return value;
        }
        if (id >= met.length) {
            int known = met.length;
            met = Arrays.copyOf(met, Math.min(MOST, Math.max(64, 2 * id + 2)));
            Arrays.fill(met, known, met.length, NOT_MET);
        }
        met[id] = value;
        return value;
    }
}
