package axial.sums;

import axial.question.Job;
import axial.tables.VisitsTable;
import axial.walk.Cells;
import axial.walk.CovariatePatterns;
import axial.walk.EpisodeBlock;
import axial.walk.WalkPlan;
import axial.walk.WalkSums;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * All patients walked, each once: Spark brings each patient's visits together in order; only sums come back, and the
 * episodes stay where they were walked.
 */
public final class Walked implements Episodes, AutoCloseable {
    private static final int IN_ARM = Cells.STEPS.indexOf("in_one_arm");

    /** Sums of everybody are kept anew once a fiftieth of the visits is not in those that are. */
    private static final int WORTH_KEEPING = 50;

    private final JavaRDD<EpisodeBlock> episodes;
    private final PartWalk.Found all;
    private final @Nullable PartsAtHand<EpisodeBlock> atHand;
    private @Nullable JavaRDD<CovariatePatterns> patterns;

    private Walked(JavaRDD<EpisodeBlock> episodes, PartWalk.Found all) {
        this.episodes = episodes;
        this.all = all;
        this.atHand = all.cells().flow()[IN_ARM] <= PartsAtHand.MOST ? new PartsAtHand<>(episodes.collect()) : null;
    }

    /** Walks visits that lie patient by patient, in order, no patient in two partitions. */
    public static Walked ofSorted(Dataset<Row> visits, Job job) {
        WalkPlan plan = WalkPlan.of(job);
        return of(parts(visits, job, plan, Set.of()), job, plan);
    }

    /**
     * Walks stored visits: only the files that no earlier run has walked by the same rules, where that is known.
     *
     * @param kept what earlier runs found; null where nothing is kept
     */
    public static Walked ofStored(VisitFiles visits, Job job, @Nullable KeptSums kept) throws IOException {
        WalkPlan plan = WalkPlan.of(job);
        KeptSums.Kept earlier = kept == null ? null : kept.most(visits.names());
        if (kept == null || earlier == null) {
            Walked all = of(parts(visits, visits.names(), job, plan), job, plan);
            if (kept != null) {
                all.keepIn(kept, visits.names());
            }
            return all;
        }
        Set<String> rest = new TreeSet<>(visits.names());
        rest.removeAll(earlier.names());
        Walked further = of(parts(visits, rest, job, plan), job, plan);
        long walked = further.cells().flow()[0];
        Walked all = further.with(earlier);
        if (all == null) {
            further.close();
            kept.forget(earlier);
            return ofStored(visits, job, kept);
        }
        if (WORTH_KEEPING * walked > all.cells().flow()[0]) {
            all.keepIn(kept, visits.names());
        }
        return all;
    }

    /** Where keeping fails, as on a full disk, this run is none the worse; what was begun is removed by the next. */
    private void keepIn(KeptSums kept, Set<String> names) {
        try {
            kept.keep(names, all, episodes);
        } catch (Exception unwritten) { // Spark throws checked exceptions that it does not declare
            return;
        }
    }

    /** These and what was found earlier; null where that turns out to be damaged. */
    private @Nullable Walked with(KeptSums.Kept earlier) {
        JavaRDD<EpisodeBlock> blocks = earlier.episodes().union(episodes).persist(StorageLevel.MEMORY_AND_DISK());
        long found = count(blocks);
        PartWalk.Found both = earlier.intact();
        if (both != null) {
            both.addAll(all);
            if (found == both.cells().flow()[IN_ARM]) {
                return new Walked(blocks, both);
            }
        }
        blocks.unpersist();
        return null;
    }

    /** How many episodes there are; −1 where they cannot be read. */
    private static long count(JavaRDD<EpisodeBlock> blocks) {
        try {
            return blocks.map(block -> (long) block.size()).fold(0L, Long::sum);
        } catch (Exception unreadable) { // Spark throws checked exceptions that it does not declare
            return -1;
        }
    }

    private static Walked of(JavaRDD<PartWalk.Found> found, Job job, WalkPlan plan) {
        JavaRDD<PartWalk.Found> parts = found.persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<EpisodeBlock> episodes = parts.map(PartWalk.Found::episodes).persist(StorageLevel.MEMORY_AND_DISK());
        episodes.count();
        PartWalk.Found all = sum(parts, job, plan);
        parts.unpersist();
        return new Walked(episodes, all);
    }

    private static JavaRDD<PartWalk.Found> parts(VisitFiles visits, Set<String> names, Job job, WalkPlan plan)
            throws IOException {
        return parts(visits.reader().visits(names), job, plan, visits.sources());
    }

    private static JavaRDD<PartWalk.Found> parts(Dataset<Row> visits, Job job, WalkPlan plan, Set<String> sources) {
        return StoredBatches.of(visits, job, plan, sources)
                .map(stored -> stored.walk(job, plan))
                .orElseGet(() -> ofRows(
                        sources.isEmpty()
                                ? visits
                                : visits.where(functions.col(VisitsTable.SOURCE).isin(sources.toArray())),
                        job,
                        plan));
    }

    /**
     * The sums of all parts, which are there by now. Those of one executor are added up where they lie, so that each
     * executor sends one.
     */
    private static PartWalk.Found sum(JavaRDD<PartWalk.Found> parts, Job job, WalkPlan plan) {
        if (parts.getNumPartitions() == 0) {
            return PartWalk.nothing(job, plan);
        }
        int executors = parts.context().statusTracker().getExecutorInfos().length;
        return parts.coalesce(Math.max(1, executors - 1))
                .mapPartitions(found -> List.of(sum(found, job, plan)).iterator())
                .reduce((here, there) -> {
                    here.addAll(there);
                    return here;
                });
    }

    /** What is cached stays as it is. */
    private static PartWalk.Found sum(Iterator<PartWalk.Found> parts, Job job, WalkPlan plan) {
        PartWalk.Found all = PartWalk.nothing(job, plan);
        parts.forEachRemaining(all::addAll);
        return all;
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
    public <T extends Serializable> List<T> inEach(Finder<EpisodeBlock, T> finder) {
        return atHand == null ? episodes.map(finder::find).collect() : atHand.inEach(finder);
    }

    @Override
    public Parts<CovariatePatterns> patterns() {
        if (atHand != null) {
            return Episodes.super.patterns();
        }
        if (patterns == null) {
            patterns = PatternShuffle.of(episodes).persist(StorageLevel.MEMORY_AND_DISK());
        }
        JavaRDD<CovariatePatterns> found = patterns;
        return new Parts<>() {
            @Override
            public <T extends Serializable> List<T> inEach(Finder<CovariatePatterns, T> finder) {
                return found.map(finder::find).collect();
            }
        };
    }

    @Override
    public void close() {
        if (patterns != null) {
            patterns.unpersist();
        }
        episodes.unpersist();
    }
}
