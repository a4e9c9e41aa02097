package axial.sums;

import axial.clinic.Scaled;
import axial.clinic.SymptomStage;
import axial.clinic.Vocabulary;
import axial.question.Job;
import axial.tables.VisitsTable;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Stored visits as the walk wants them: which columns are read, and a row as a visit. */
final class VisitRows implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int FIXED = 10;

    private final WalkPlan plan;
    private final Job.RedFlags redFlags;
    private final List<String> columns;

    VisitRows(Job job, WalkPlan plan) {
        this.plan = plan;
        this.redFlags = job.cohort().redFlags();
        List<String> read = new ArrayList<>(List.of(
                VisitsTable.PATIENT_ID,
                VisitsTable.VISIT_DAY,
                VisitsTable.TREATMENTS,
                VisitsTable.RED_FLAGS,
                VisitsTable.CLINIC_ID,
                VisitsTable.PRACTITIONER_ID,
                VisitsTable.AGE,
                VisitsTable.ASKED,
                VisitsTable.ADVERSE_EVENT,
                VisitsTable.SEVERITY));
        plan.categories().forEach(c -> read.add(c.equals(WalkPlan.STAGE) ? VisitsTable.DURATION : c));
        read.addAll(plan.numbers());
        plan.outcomes().forEach(read::add);
        plan.outcomes().forEach(outcome -> read.add(VisitsTable.after(outcome)));
        this.columns = List.copyOf(read);
    }

    /** The columns that {@link #visit} reads, in this order; a column may stand there twice. */
    List<String> columns() {
        return columns;
    }

    WalkVisit visit(Row row) {
        String treatments = row.getString(2);
        int outcomes = plan.outcomes().size();
        int numbersAt = FIXED + plan.categories().size();
        int scoresAt = numbersAt + plan.numbers().size();
        return new WalkVisit(
                row.getInt(1),
                !treatments.isEmpty(),
                treatments.isEmpty() ? 0 : plan.armTokens(treatments.split(";")),
                barred(row.getString(3)),
                row.getString(4),
                row.isNullAt(5) ? "" : row.getString(5),
                steps(row, 6),
                categories(row),
                steps(row, numbersAt, plan.numbers().size()),
                steps(row, scoresAt, outcomes),
                steps(row, scoresAt + outcomes, outcomes),
                !row.isNullAt(7) && row.getBoolean(7),
                severity(row));
    }

    private boolean barred(String flags) {
        if (flags.isEmpty()) {
            return false;
        }
        for (String flag : flags.split(";")) {
            if (redFlags.bars(flag)) {
                return true;
            }
        }
        return false;
    }

    private String[] categories(Row row) {
        String[] levels = new String[plan.categories().size()];
        for (int c = 0; c < levels.length; c++) {
            boolean stage = plan.categories().get(c).equals(WalkPlan.STAGE);
            levels[c] = stage ? SymptomStage.of(steps(row, FIXED + c)).word() : row.getString(FIXED + c);
        }
        return levels;
    }

    private static int severity(Row row) {
        if (row.isNullAt(9)) {
            return row.isNullAt(8) ? -1 : Vocabulary.SEVERITY.size();
        }
        return Vocabulary.SEVERITY.indexOf(row.getString(9));
    }

    private static int steps(Row row, int at) {
        return row.isNullAt(at) ? Scaled.MISSING : row.getInt(at);
    }

    private static int[] steps(Row row, int from, int count) {
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = steps(row, from + i);
        }
        return steps;
    }
}
