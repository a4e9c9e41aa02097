package axial.sums;

import axial.question.Job;
import axial.tables.VisitsTable;
import axial.walk.Cells;
import axial.walk.EpisodeRow;
import axial.walk.PatientWalk;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** All patients walked: Spark brings each patient's visits together in order; only sums and episodes come back. */
public final class Walked implements Episodes, AutoCloseable {
    /** What one partition found. */
    record Part(Cells cells, EpisodeRow[] episodes) implements Serializable {}

    private final WalkPlan plan;
    private final JavaRDD<Part> parts;

    private Walked(WalkPlan plan, JavaRDD<Part> parts) {
        this.plan = plan;
        this.parts = parts;
    }

    /** Walks visits in any order, which are brought together first. */
    public static Walked of(Dataset<Row> visits, Job job, WalkPlan plan) {
        return ofSorted(
                visits.repartition(functions.col(VisitsTable.PATIENT_ID))
                        .sortWithinPartitions(
                                VisitsTable.PATIENT_ID,
                                VisitsTable.VISIT_DAY,
                                VisitsTable.VISIT_ID,
                                VisitsTable.SOURCE),
                job,
                plan);
    }

    /** Walks visits that lie patient by patient, in order, no patient in two partitions. */
    public static Walked ofSorted(Dataset<Row> visits, Job job, WalkPlan plan) {
        VisitRows rows = new VisitRows(job, plan);
        Column[] columns = rows.columns().stream().map(functions::col).toArray(Column[]::new);
        JavaRDD<Part> parts = visits.select(columns)
                .javaRDD()
                .mapPartitions(sorted -> walk(sorted, plan, rows))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new Walked(plan, parts);
    }

    private static Iterator<Part> walk(Iterator<Row> sorted, WalkPlan plan, VisitRows rows) {
        Cells cells = new Cells(plan);
        List<EpisodeRow> episodes = new ArrayList<>();
        int windows = plan.windows().size();
        int[] patient = {0};
        PatientWalk walk =
                new PatientWalk(plan, cells, episode -> episodes.add(EpisodeRow.of(patient[0], episode, windows)));
        List<WalkVisit> visits = new ArrayList<>();
        String current = "";
        while (sorted.hasNext()) {
            Row row = sorted.next();
            if (!row.getString(0).equals(current) && !visits.isEmpty()) {
                walk.walk(visits);
                visits.clear();
                patient[0]++;
            }
            current = row.getString(0);
            visits.add(rows.visit(row));
        }
        if (!visits.isEmpty()) {
            walk.walk(visits);
        }
        return List.of(new Part(cells, episodes.toArray(new EpisodeRow[0]))).iterator();
    }

    /** The merged sums of all patients. */
    public Cells cells() {
        Cells all = new Cells(plan);
        parts.map(Part::cells).collect().forEach(all::addAll);
        return all;
    }

    @Override
    public <T extends Serializable> List<T> inEach(Finder<T> finder) {
        return parts.map(part -> finder.find(part.episodes())).collect();
    }

    @Override
    public void close() {
        parts.unpersist();
    }
}
