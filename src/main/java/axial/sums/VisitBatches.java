package axial.sums;

import axial.walk.VisitColumns;
import axial.walk.VisitLayout;
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
        ColumnCopy[] copies = new ColumnCopy[at.length];
        Arrays.setAll(copies, c -> new ColumnCopy(layout.columns().get(c).type(), visits.words(c)));
        UTF8String current = UTF8String.EMPTY_UTF8;
        while (batches.hasNext()) {
            ColumnarBatch batch = batches.next();
            int before = visits.rows();
            append(batch, visits, copies);
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

    private void append(ColumnarBatch batch, VisitColumns visits, ColumnCopy[] copies) {
        int from = visits.rows();
        visits.grow(batch.numRows());
        for (int c = 0; c < at.length; c++) {
            copies[c].copy(batch.column(at[c]), batch.numRows(), visits.column(c), from);
        }
    }
}
