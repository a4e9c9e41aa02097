package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.ingest.LocalSpark;
import axial.question.Job;
import axial.tables.VisitsTable;
import axial.walk.VisitLayout;
import axial.walk.WalkPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches are read as they are stored only where nothing but a choice of columns stands between. */
class StoredBatchesTest {
    private static final long MEGABYTE = 1 << 20;

    private final Job job = JobFixture.job().build();
    private final WalkPlan plan = WalkPlan.of(job);

    @TempDir
    private Path dir = Path.of("");

    private Dataset<Row> stored() {
        StructType type = new StructType().add(VisitsTable.PATIENT_ID, DataTypes.StringType);
        for (VisitLayout.Column column : Walkers.layout(job, plan).columns()) {
            type = type.add(column.name(), type(column.type()));
        }
        String place = dir.resolve("visits").toUri().toString();
        SparkSession spark = LocalSpark.session().newSession();
        spark.conf().set("spark.sql.codegen.wholeStage", true); // without it Parquet is read row by row
        spark.createDataFrame(List.of(), type).write().parquet(place);
        return spark.read().parquet(place);
    }

    private static DataType type(VisitLayout.Type type) {
        return switch (type) {
            case WHOLE -> DataTypes.IntegerType;
            case YES_NO -> DataTypes.BooleanType;
            case WORD -> DataTypes.StringType;
        };
    }

    private boolean areReadAsStored(Dataset<Row> visits) {
        return StoredBatches.of(visits, job, plan, Set.of()).isPresent();
    }

    @Test
    void visitsThatAreLeftOutOrBroughtIntoAnotherOrderAreNotReadAsTheyAreStored() {
        Dataset<Row> visits = stored();
        assertTrue(areReadAsStored(visits));
        assertTrue(areReadAsStored(visits.select("*")));
        assertFalse(areReadAsStored(
                visits.where(functions.col(VisitsTable.VISIT_DAY).gt(3))));
        assertFalse(areReadAsStored(visits.repartition(functions.col(VisitsTable.PATIENT_ID))));
        assertFalse(areReadAsStored(visits.sortWithinPartitions(VisitsTable.PATIENT_ID)));
        assertFalse(areReadAsStored(visits.distinct()));
        assertFalse(areReadAsStored(visits.union(visits)));
    }

    @Test
    void everyCoreHasAsManyTasksAndNoTaskReadsMoreThanSixtyFourMegabytes() {
        for (int cores = 1; cores <= 9; cores++) {
            for (long bytes = 0; bytes < 2000 * MEGABYTE; bytes += 7 * MEGABYTE) {
                long tasks = StoredBatches.tasks(bytes, cores);
                assertEquals(0, tasks % cores, bytes + " bytes on " + cores + " cores");
                assertTrue(tasks * 64 * MEGABYTE >= bytes, bytes + " bytes on " + cores + " cores");
            }
        }
    }

    @Test
    void noMoreTasksThanThatTakes() {
        assertEquals(2, StoredBatches.tasks(0, 2));
        assertEquals(2, StoredBatches.tasks(128 * MEGABYTE, 2));
        assertEquals(4, StoredBatches.tasks(128 * MEGABYTE + 1, 2));
        assertEquals(4, StoredBatches.tasks(210 * MEGABYTE, 2));
    }
}
