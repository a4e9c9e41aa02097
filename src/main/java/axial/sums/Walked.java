package axial.sums;

import axial.question.Job;
import axial.tables.VisitsTable;
import axial.walk.Cells;
import axial.walk.EpisodeBlock;
import axial.walk.WalkPlan;
import axial.walk.WalkSums;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * All patients walked, each once: Spark brings each patient's visits together in order; only sums come back, and the
 * episodes stay where they were walked.
 */
public final class Walked implements Episodes, AutoCloseable {
    private final JavaRDD<EpisodeBlock> episodes;
    private final PartWalk.Found all;

    private Walked(JavaRDD<EpisodeBlock> episodes, PartWalk.Found all) {
        this.episodes = episodes;
        this.all = all;
    }

    /** Walks visits in any order, which are brought together first. */
    public static Walked of(Dataset<Row> visits, Job job) {
        return ofSorted(
                visits.repartition(functions.col(VisitsTable.PATIENT_ID))
                        .sortWithinPartitions(
                                VisitsTable.PATIENT_ID,
                                VisitsTable.VISIT_DAY,
                                VisitsTable.VISIT_ID,
                                VisitsTable.SOURCE),
                job);
    }

    /** Walks visits that lie patient by patient, in order, no patient in two partitions. */
    public static Walked ofSorted(Dataset<Row> visits, Job job) {
        WalkPlan plan = WalkPlan.of(job);
        JavaRDD<PartWalk.Found> parts = StoredBatches.of(visits, job, plan)
                .map(stored -> stored.walk(job, plan))
                .orElseGet(() -> ofRows(visits, job, plan))
                .persist(StorageLevel.MEMORY_AND_DISK());
        PartWalk.Found all = sum(parts, job, plan);
        JavaRDD<EpisodeBlock> episodes = parts.map(PartWalk.Found::episodes).persist(StorageLevel.MEMORY_AND_DISK());
        episodes.count();
        parts.unpersist();
        return new Walked(episodes, all);
    }

    private static PartWalk.Found sum(JavaRDD<PartWalk.Found> parts, Job job, WalkPlan plan) {
        if (parts.getNumPartitions() == 0) {
            return PartWalk.nothing(job, plan);
        }
        return parts.map(found -> new PartWalk.Found(found.cells(), found.sums(), new EpisodeBlock(plan)))
                .treeReduce((here, there) -> {
                    here.addAll(there);
                    return here;
                });
    }

    private static JavaRDD<PartWalk.Found> ofRows(Dataset<Row> visits, Job job, WalkPlan plan) {
        VisitRows rows = new VisitRows(Walkers.layout(job, plan));
        Column[] columns = rows.columns().stream().map(functions::col).toArray(Column[]::new);
        return visits.select(columns).javaRDD().mapPartitions(sorted -> walk(sorted, job, plan, rows));
    }

    private static Iterator<PartWalk.Found> walk(Iterator<Row> sorted, Job job, WalkPlan plan, VisitRows rows) {
        PartWalk walk = new PartWalk(job, plan);
        rows.walk(sorted, walk);
        return List.of(walk.found()).iterator();
    }

    /** The sums of the walk from visits to changes, over all patients. */
    public Cells cells() {
        return all.cells();
    }

    /** The sums of another walker that went along, over all patients. */
    public <T extends WalkSums> T sums(Class<T> walker) {
        return all.sums().stream()
                .filter(walker::isInstance)
                .map(walker::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public <T extends Serializable> List<T> inEach(Finder<T> finder) {
        return episodes.map(finder::find).collect();
    }

    @Override
    public void close() {
        episodes.unpersist();
    }
}
