package axial.bench;

import axial.question.Job;
import axial.question.JobFile;
import axial.store.VisitStore;
import axial.sums.Walked;
import axial.tables.VisitsTable;
import axial.walk.Cells;
import axial.walk.ChosenCells;
import axial.walk.WalkPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Axial in one process: the bare scan of stored visits, then the walk with all its sums, each twice. */
public final class AxialWalk {
    private AxialWalk() {}

    /** Arguments: the job file, the folder of the store. */
    public static void main(String[] arguments) throws Exception {
        Job job = JobFile.read(Path.of(arguments[0]));
        Stopwatch watch = new Stopwatch();
        try (SparkSession spark = Session.start(Map.of());
                VisitStore store = VisitStore.open(spark, job, arguments[1])) {
            Dataset<Row> visits = store.current();
            watch.phase("engine");
            for (String time : new String[] {"first", "second"}) {
                scan(visits, job);
                watch.phase("scan, " + time);
                double analysed = walk(visits, job);
                watch.phase("walk, " + time);
                Stopwatch.say("analysed", analysed);
            }
        }
        Stopwatch.peakMemory();
        Stopwatch.sinceProcessStart("process");
    }

    private static void scan(Dataset<Row> visits, Job job) {
        Column[] sums = job.outcomes().stream()
                .flatMap(outcome -> java.util.stream.Stream.of(
                        functions.sum(outcome.id()), functions.sum(VisitsTable.after(outcome.id()))))
                .toArray(Column[]::new);
        Column[] all = Arrays.copyOf(sums, sums.length + 6);
        String[] texts = {"patient_id", "visit_id", "clinic_id", "treatments", "red_flags", "age_years"};
        for (int i = 0; i < texts.length; i++) {
            all[sums.length + i] = functions.max(texts[i]);
        }
        visits.agg(functions.sum("visit_day"), all).collectAsList();
    }

    /** The arrow that is measured: from stored visits to merged sums. */
    private static double walk(Dataset<Row> visits, Job job) {
        try (Walked walked = Walked.ofSorted(visits, job)) {
            return analysed(walked.cells(), job);
        }
    }

    /** How many changes of everybody, over outcomes and windows, were added. */
    private static double analysed(Cells cells, Job job) {
        WalkPlan plan = WalkPlan.of(job);
        List<Integer> arms = plan.numbersOf(plan.arms());
        ChosenCells everybody = cells.of(arms, "");
        long changes = 0;
        for (int at = 0; at < plan.outcomes().size() * plan.windows().size(); at++) {
            changes += everybody.analysed(at);
        }
        return changes;
    }
}
