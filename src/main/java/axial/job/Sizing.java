package axial.job;

import axial.ingest.SourceSize;
import axial.question.Job;
import axial.store.VisitStore;
import axial.walk.WalkPlan;
import java.util.Locale;
import java.util.Map;

/**
 * What a job will need, before anything is started.
 *
 * <p>Visits and episodes pass through or lie on disk where they do not fit, so that they cost no memory that grows with
 * them. What must fit is the engine, a share for each task that runs at once, and the sums: per clinic one cell for each
 * arm and each level of a subgroup (and all levels together), with cross-products of all columns for each outcome and
 * window. {@code least = 450 MB + clinics × cell}; {@code advised = least + 100 MB × tasks + clinics × cell × (tasks + 1)},
 * for merged sums meet those of finished tasks.
 *
 * @param size what is to be read
 * @param partitions into how many parts patients are spread in the store; also the largest number of tasks that help
 * @param tasks how many run at once
 * @param cellBytes of the sums of one clinic
 * @param memoryBytes that the process was given
 */
public record Sizing(SourceSize size, int partitions, int tasks, long cellBytes, long memoryBytes) {
    private static final long MB = 1L << 20;

    /** What Spark demands of a process before it starts. */
    private static final long ENGINE = 450 * MB;

    private static final long TASK = 100 * MB;

    /** Counts, values and objects beside the cross-products of one outcome in one window. */
    private static final long BESIDE = 500;

    /** How many levels a category is taken to have: stages, sexes, disorders and their like. */
    private static final int LEVELS = 4;

    /** Of a job with these files, on this machine's cores or those that {@code local[n]} names. */
    public static Sizing of(Job job, SourceSize size, String master, Map<String, String> settings) {
        WalkPlan plan = WalkPlan.of(job);
        int tasks = tasks(master, settings);
        return new Sizing(
                size,
                VisitStore.buckets(size.visits()),
                tasks,
                cellBytes(plan),
                Runtime.getRuntime().maxMemory());
    }

    private static int tasks(String master, Map<String, String> settings) {
        String cores = master.replaceFirst("^local\\[(\\d+).*\\]$", "$1");
        if (cores.matches("\\d+")) {
            return Integer.parseInt(cores);
        }
        return master.startsWith("local[")
                ? Runtime.getRuntime().availableProcessors()
                : Integer.parseInt(settings.getOrDefault("spark.executor.cores", "1"));
    }

    private static long cellBytes(WalkPlan plan) {
        long columns = plan.fixedColumns() + (long) LEVELS * plan.categories().size();
        long products = Long.BYTES * columns * (columns + 1) / 2;
        long groups = plan.arms().size() * (1L + (long) LEVELS * plan.subgroups().length);
        return groups * plan.outcomes().size() * plan.windows().size() * (products + BESIDE);
    }

    /** Without so much memory the job cannot end. */
    public long leastBytes() {
        return ENGINE + size.clinics() * cellBytes;
    }

    /** With so much memory the job does not wait for the disk. */
    public long advisedBytes() {
        return leastBytes() + tasks * TASK + size.clinics() * cellBytes * (tasks + 1);
    }

    /** In words, for {@code axial check}. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "Size: about %,d visits (%,d MB) of at least %,d clinics, kept in %,d parts; %,d tasks at once. Memory: %,d MB"
                        + " needed at least (450 for the engine, %,.1f for the sums of each clinic), %,d MB advised, %,d MB"
                        + " given.",
                size.visits(),
                size.bytes() / MB,
                size.clinics(),
                partitions,
                tasks,
                leastBytes() / MB,
                cellBytes / (double) MB,
                advisedBytes() / MB,
                memoryBytes / MB);
    }

    /**
     * Ends a job that cannot end well, before it begins.
     *
     * @throws RunFailed with exit code 6
     */
    public void refuseIfTooSmall() throws RunFailed {
        if (memoryBytes >= leastBytes()) {
            return;
        }
        long gigabytes = Math.max(1, (advisedBytes() + 1024 * MB - 1) / (1024 * MB));
        throw new RunFailed(
                6,
                "the job needs at least " + leastBytes() / MB + " MB of memory, and has " + memoryBytes / MB + " MB: "
                        + size.clinics() + " clinics or more, each with " + cellBytes / MB
                        + " MB of sums. Give more, such as  AXIAL_MEMORY=" + gigabytes
                        + "g  before the command (on a cluster --driver-memory " + gigabytes
                        + "g), or ask for fewer outcomes, windows, subgroups or covariates.");
    }
}
