package axial.sums;

import axial.clinic.Scaled;
import axial.walk.VisitColumns;
import axial.walk.VisitLayout;
import axial.walk.Words;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Batches of stored visits as Parquet's columns come, each patient's visits together and in order: copied into whole
 * numbers column by column, words by the number that their dictionary has, and handed on patient by patient.
 */
final class VisitBatches implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int NOT_MET = -2;

    private final VisitLayout layout;
    private final int patientAt;
    private final int[] at;
    private final int sourceAt;
    private final Set<String> sources;

    /**
     * Batches of these columns.
     *
     * @param patientAt place of the patient in a batch
     * @param at place in a batch of each column of the layout
     * @param sourceAt place of the source in a batch
     * @param sources whose visits count; empty where all do
     */
    VisitBatches(VisitLayout layout, int patientAt, int[] at, int sourceAt, Set<String> sources) {
        this.layout = layout;
        this.patientAt = patientAt;
        this.at = at.clone();
        this.sourceAt = sourceAt;
        this.sources = new TreeSet<>(sources);
    }

    /** Batches of these columns, all of whose visits count. */
    VisitBatches(VisitLayout layout, int patientAt, int[] at) {
        this(layout, patientAt, at, -1, Set.of());
    }

    /** Hands every patient to the walk. */
    void walk(Iterator<ColumnarBatch> batches, PartWalk walk) {
        VisitColumns visits = walk.columns();
        UTF8String current = UTF8String.EMPTY_UTF8;
        while (batches.hasNext()) {
            ColumnarBatch batch = batches.next();
            int before = visits.rows();
            append(batch, visits);
            BitSet counting = sources.isEmpty() ? null : counting(batch.column(sourceAt), batch.numRows());
            if (counting != null) {
                visits.keep(before, counting);
            }
            current = patients(batch, counting, before, current, walk);
        }
        if (visits.rows() > 0) {
            walk.patient(0, visits.rows());
            visits.forgetBefore(visits.rows());
        }
        walk.end();
    }

    /** Which visits are of the sources that count. */
    private BitSet counting(ColumnVector of, int rows) {
        BitSet counting = new BitSet(rows);
        UTF8String last = UTF8String.EMPTY_UTF8;
        boolean counts = false;
        for (int row = 0; row < rows; row++) {
            UTF8String source = of.getUTF8String(row);
            if (row == 0 || !source.equals(last)) {
                last = source;
                counts = sources.contains(source.toString());
            }
            counting.set(row, counts);
        }
        return counting;
    }

    /** Walks the patients that end in this batch; the visits of the last one wait for the next. */
    private UTF8String patients(
            ColumnarBatch batch, @Nullable BitSet counting, int before, UTF8String last, PartWalk walk) {
        ColumnVector ids = batch.column(patientAt);
        WritableColumnVector coded = ids instanceof WritableColumnVector w && w.hasDictionary() ? w : null;
        UTF8String current = last;
        int code = NOT_MET;
        int first = 0;
        int at = before - 1;
        for (int row = 0; row < batch.numRows(); row++) {
            if (counting != null && !counting.get(row)) {
                continue;
            }
            at++;
            if (coded != null) {
                int here = coded.getDictionaryIds().getDictId(row);
                if (here == code) {
                    continue;
                }
                code = here;
            }
            UTF8String id = ids.getUTF8String(row);
            if (!id.equals(current)) {
                if (at > first) {
                    walk.patient(first, at);
                    first = at;
                }
                current = id;
            }
        }
        walk.columns().forgetBefore(first);
        return current.copy();
    }

    private void append(ColumnarBatch batch, VisitColumns visits) {
        int from = visits.rows();
        visits.grow(batch.numRows());
        for (int c = 0; c < at.length; c++) {
            ColumnVector vector = batch.column(at[c]);
            int[] to = visits.column(c);
            switch (layout.columns().get(c).type()) {
                case WHOLE -> copyWhole(vector, batch.numRows(), to, from);
                case YES_NO -> copyYesNo(vector, batch.numRows(), to, from);
                case WORD -> copyWords(vector, batch.numRows(), to, from, visits.words(c));
            }
        }
    }

    private static void copyWhole(ColumnVector vector, int rows, int[] to, int from) {
        if (vector.numNulls() == rows) {
            Arrays.fill(to, from, from + rows, Scaled.MISSING);
        } else if (vector instanceof WritableColumnVector coded && coded.hasDictionary()) {
            copyCodedWhole(coded, rows, to, from);
        } else if (!vector.hasNull()) {
            System.arraycopy(vector.getInts(0, rows), 0, to, from, rows);
        } else {
            for (int row = 0; row < rows; row++) {
                to[from + row] = vector.isNullAt(row) ? Scaled.MISSING : vector.getInt(row);
            }
        }
    }

    /** A number of the dictionary is looked at once a batch, unless there are more of them than visits. */
    private static void copyCodedWhole(WritableColumnVector vector, int rows, int[] to, int from) {
        int[] ids = vector.getDictionaryIds().getInts(0, rows);
        boolean nulls = vector.hasNull();
        if (!nulls && hasLargerThan(ids, rows)) {
            System.arraycopy(vector.getInts(0, rows), 0, to, from, rows);
            return;
        }
        int[] numbers = new int[rows];
        Arrays.fill(numbers, Scaled.MISSING);
        for (int row = 0; row < rows; row++) {
            if (nulls && vector.isNullAt(row)) {
                to[from + row] = Scaled.MISSING;
                continue;
            }
            int id = ids[row];
            if (id >= rows) {
                to[from + row] = vector.getInt(row);
                continue;
            }
            if (numbers[id] == Scaled.MISSING) {
                numbers[id] = vector.getInt(row);
            }
            to[from + row] = numbers[id];
        }
    }

    private static boolean hasLargerThan(int[] ids, int rows) {
        for (int id : ids) {
            if (id >= rows) {
                return true;
            }
        }
        return false;
    }

    private static void copyYesNo(ColumnVector vector, int rows, int[] to, int from) {
        for (int row = 0; row < rows; row++) {
            to[from + row] = !vector.isNullAt(row) && vector.getBoolean(row) ? 1 : 0;
        }
    }

    private static void copyWords(ColumnVector vector, int rows, int[] to, int from, Words words) {
        if (vector instanceof WritableColumnVector coded && coded.hasDictionary()) {
            copyCoded(coded, rows, to, from, words);
            return;
        }
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

    /** A word of the dictionary is looked at once a batch. */
    private static void copyCoded(WritableColumnVector vector, int rows, int[] to, int from, Words words) {
        if (vector.numNulls() == rows) {
            Arrays.fill(to, from, from + rows, Words.NONE);
            return;
        }
        int[] ids = vector.getDictionaryIds().getInts(0, rows);
        int[] codes = new int[64];
        Arrays.fill(codes, NOT_MET);
        boolean nulls = vector.hasNull();
        for (int row = 0; row < rows; row++) {
            if (nulls && vector.isNullAt(row)) {
                to[from + row] = Words.NONE;
                continue;
            }
            int id = ids[row];
            if (id >= codes.length) {
                int known = codes.length;
                codes = Arrays.copyOf(codes, Math.max(id + 1, 2 * known));
                Arrays.fill(codes, known, codes.length, NOT_MET);
            }
            if (codes[id] == NOT_MET) {
                codes[id] = words.code(vector.getUTF8String(row).toString());
            }
            to[from + row] = codes[id];
        }
    }
}
