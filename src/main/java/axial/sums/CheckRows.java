package axial.sums;

import axial.clinic.Scaled;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Stored visits as the checks want them: those of the walk, with further scores behind. */
final class CheckRows implements Serializable {
    private static final long serialVersionUID = 1;

    private final CheckPlan plan;
    private final VisitRows walked;

    CheckRows(CheckPlan plan, VisitRows walked) {
        this.plan = plan;
        this.walked = walked;
    }

    /** The columns that {@link #visit} reads, in this order. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(walked.columns());
        plan.fields().forEach(field -> columns.add(field.name()));
        return columns;
    }

    CheckedVisit visit(Row row) {
        int from = walked.columns().size();
        int[] scores = new int[plan.fields().size()];
        for (int f = 0; f < scores.length; f++) {
            scores[f] = row.isNullAt(from + f) ? Scaled.MISSING : row.getInt(from + f);
        }
        return new CheckedVisit(walked.visit(row), scores);
    }
}
