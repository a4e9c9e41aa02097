package axial.sums;

import axial.clinic.Scaled;
import axial.tables.VisitsTable;
import axial.walk.VisitColumns;
import axial.walk.VisitLayout;
import axial.walk.Words;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Rows of stored visits, each patient's together and in order, turned into columns and handed on patient by patient. */
final class VisitRows implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROOM = 4096;

    private final VisitLayout layout;

    VisitRows(VisitLayout layout) {
        this.layout = layout;
    }

    /** The columns of the rows, in this order. */
    List<String> columns() {
        return Stream.concat(
                        Stream.of(VisitsTable.PATIENT_ID),
                        layout.columns().stream().map(VisitLayout.Column::name))
                .toList();
    }

    /** Hands every patient to the walk. */
    void walk(Iterator<Row> sorted, PartWalk walk) {
        VisitColumns visits = walk.columns();
        String current = "";
        int first = 0;
        while (sorted.hasNext()) {
            Row row = sorted.next();
            int here = visits.rows();
            if (!row.getString(0).equals(current) && here > first) {
                walk.patient(first, here);
                first = here;
                if (first > ROOM) {
                    visits.forgetBefore(first);
                    first = 0;
                }
            }
            current = row.getString(0);
            append(row, visits);
        }
        if (visits.rows() > first) {
            walk.patient(first, visits.rows());
        }
        walk.end();
    }

    private void append(Row row, VisitColumns visits) {
        int at = visits.rows();
        visits.grow(1);
        for (int c = 0; c < layout.columns().size(); c++) {
            boolean none = row.isNullAt(c + 1);
            visits.column(c)[at] = switch (layout.columns().get(c).type()) {
                case WHOLE -> none ? Scaled.MISSING : row.getInt(c + 1);
                case YES_NO -> !none && row.getBoolean(c + 1) ? 1 : 0;
                case WORD -> none ? Words.NONE : visits.words(c).code(row.getString(c + 1));
            };
        }
    }
}
