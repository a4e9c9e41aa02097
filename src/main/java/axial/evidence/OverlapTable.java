package axial.evidence;

import axial.question.Job;
import axial.tables.OverlapRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** How the propensities of both sides of an analysis lie. */
final class OverlapTable {
    private OverlapTable() {}

    static List<OverlapRow> rows(Job job, Job.Question question, Analysis analysis, WeightAnswer answer) {
        List<OverlapRow> rows = new ArrayList<>();
        for (int side = 1; side >= 0; side--) {
            String name = side == 1 ? "arm" : "comparator";
            long of = LongStream.of(answer.bins()[side]).sum();
            for (int b = 0; b < WeightAnswer.BINS; b++) {
                double from = (double) b / WeightAnswer.BINS;
                double to = (b + 1.0) / WeightAnswer.BINS;
                rows.add(row(job, question, analysis, name, "propensity", from, to, answer.bins()[side][b], of));
            }
            rows.add(row(job, question, analysis, name, "preference", 0.3, 0.7, answer.equipoise()[side], of));
        }
        return rows;
    }

    private static OverlapRow row(
            Job job,
            Job.Question question,
            Analysis analysis,
            String side,
            String measure,
            double from,
            double to,
            long n,
            long of) {
        boolean small = n > 0 && n < job.disclosure().minCell();
        return new OverlapRow(
                question.id(),
                analysis.outcome().id(),
                analysis.window().id(),
                side,
                measure,
                from,
                to,
                small ? -1 : n,
                small || of == 0 ? Double.NaN : (double) n / of,
                small ? "withheld" : "counted");
    }
}
