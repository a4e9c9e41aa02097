package axial.bench;

import axial.evidence.Evidence;
import axial.question.Job;
import axial.question.JobFile;
import axial.store.VisitStore;
import axial.sums.ModelPasses;
import axial.sums.Walked;
import axial.walk.Cells;
import axial.walk.LevelSums;
import axial.walk.WalkPlan;
import axial.walk.WindowSums;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Axial in one process, from stored visits to estimates: the walk, the models that pass over episodes, the estimates. */
public final class AxialModels {
    private AxialModels() {}

    /** Arguments: the job file, the folder of the store. */
    public static void main(String[] arguments) throws Exception {
        Job job = JobFile.read(Path.of(arguments[0]));
        Stopwatch watch = new Stopwatch();
        try (SparkSession spark = Session.start(Map.of());
                VisitStore store = VisitStore.open(spark, job, arguments[1])) {
            watch.phase("engine");
            try (Walked walked = Walked.ofSorted(store.current(), job)) {
                watch.phase("walk");
                Cells cells = walked.cells();
                cells.addAll(walked.sums(LevelSums.class).cells());
                Evidence evidence = new Evidence(job, WalkPlan.of(job), cells, walked.sums(WindowSums.class));
                watch.phase("evidence");
                ModelPasses passes = new ModelPasses(walked);
                passes.count(evidence);
                watch.phase("counts");
                Stopwatch.say("asked", passes.fit(evidence));
                watch.phase("models");
                Stopwatch.say("rows", evidence.estimates().size());
                watch.phase("estimates");
            }
        }
        Stopwatch.peakMemory();
        Stopwatch.sinceProcessStart("process");
    }
}
