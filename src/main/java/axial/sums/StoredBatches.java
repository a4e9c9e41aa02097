package axial.sums;

import axial.question.Job;
import axial.tables.VisitsTable;
import axial.walk.VisitLayout;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/** Stored visits as Spark's Parquet reader has them before it makes rows of them. */
record StoredBatches(JavaRDD<ColumnarBatch> batches, VisitBatches columns) {
    /**
     * A task walks several files one after the other, so that few sums are sent and merged, but no more than this, some four
     * million visits, so that what it holds at once does not grow with the registry.
     */
    private static final long BYTES_PER_TASK = 64L << 20;

    /**
     * The batches behind a table of visits; none where rows are left out or brought together first.
     *
     * @param sources whose visits count; empty where all do
     */
    static Optional<StoredBatches> of(Dataset<Row> visits, Job job, WalkPlan plan, Set<String> sources) {
        VisitLayout layout = Walkers.layout(job, plan);
        Column[] wanted = Stream.of(
                        Stream.of(VisitsTable.PATIENT_ID),
                        sources.isEmpty() ? Stream.<String>empty() : Stream.of(VisitsTable.SOURCE),
                        layout.columns().stream().map(VisitLayout.Column::name))
                .flatMap(names -> names)
                .map(functions::col)
                .toArray(Column[]::new);
        SparkPlan spark = visits.select(wanted).queryExecution().sparkPlan();
        List<SparkPlan> leaves = CollectionConverters.asJava(spark.collectLeaves());
        boolean whole = leaves.size() == 1 && isAsStored(spark);
        if (!whole || !(leaves.get(0) instanceof FileSourceScanExec scan) || !scan.supportsColumnar()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        CollectionConverters.asJava(scan.output()).forEach(attribute -> names.add(attribute.name()));
        int[] at = layout.columns().stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
        JavaRDD<ColumnarBatch> batches = scan.executeColumnar().toJavaRDD();
        long bytes = scan.relation().location().sizeInBytes();
        long tasks = tasks(bytes, batches.context().defaultParallelism());
        return Optional.of(new StoredBatches(
                batches.coalesce((int) Math.max(1, Math.min(tasks, batches.getNumPartitions()))),
                new VisitBatches(
                        layout,
                        names.indexOf(VisitsTable.PATIENT_ID),
                        at,
                        names.indexOf(VisitsTable.SOURCE),
                        sources)));
    }

    /** As many on each core: one that is done before the others waits for them here and in each pass over the episodes. */
    static long tasks(long bytes, int cores) {
        long furtherRounds = (bytes - 1) / (cores * BYTES_PER_TASK);
        return cores * (1 + furtherRounds);
    }

    /** Whether columns are chosen and nothing else is done. */
    private static boolean isAsStored(SparkPlan plan) {
        List<SparkPlan> under = CollectionConverters.asJava(plan.children());
        return under.isEmpty() || (plan instanceof ProjectExec && isAsStored(under.get(0)));
    }

    JavaRDD<PartWalk.Found> walk(Job job, WalkPlan plan) {
        VisitBatches visits = columns;
        return batches.mapPartitions(part -> walk(part, job, plan, visits));
    }

    private static Iterator<PartWalk.Found> walk(
            Iterator<ColumnarBatch> part, Job job, WalkPlan plan, VisitBatches visits) {
        PartWalk walk = new PartWalk(job, plan);
        visits.walk(part, walk);
        return List.of(walk.found()).iterator();
    }
}
