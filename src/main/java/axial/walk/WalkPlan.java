package axial.walk;

import axial.clinic.Scaled;
import axial.question.Dose;
import axial.question.Job;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the walk needs of a job, in the shape it works with.
 *
 * @param redFlags which red flags bar an episode
 * @param clusterBy what the standard errors are clustered by
 * @param clusterColumn the stored column of the cluster; empty where the clinic is the cluster
 * @param tokens every token that appears in an arm; a token's place is its bit
 * @param armMasks the exact token set of each arm, as bits
 * @param categories category columns of the visit that the model or a subgroup uses, {@code symptom_stage} among them
 * @param numbers number columns of the visit that the model uses, {@code baseline} apart
 * @param modelCategories which of {@code categories} the model adjusts for
 * @param subgroups which of {@code categories} are also answered level by level
 * @param stepsPerUnit of each outcome
 * @param ageBands the levels of {@code age_band}
 * @param severityBands the levels of {@code baseline_severity}, for each outcome
 * @param landmarks days after the index visit until which some question counts sessions, ascending
 */
public record WalkPlan(
        int washoutDays,
        boolean firstEpisodeOnly,
        int minAgeSteps,
        int baselineDays,
        Job.RedFlags redFlags,
        ClusterBy clusterBy,
        String clusterColumn,
        List<String> outcomes,
        List<Job.Window> windows,
        List<String> arms,
        long[] armMasks,
        Map<String, Integer> tokens,
        List<String> categories,
        List<String> numbers,
        boolean[] modelCategories,
        int[] subgroups,
        long[] stepsPerUnit,
        Bands ageBands,
        List<Bands> severityBands,
        int[] landmarks)
        implements Serializable {

    public static final String AGE = "age_years";
    public static final String DURATION = "symptom_duration_days";
    public static final String STAGE = "symptom_stage";
    public static final String BASELINE = "baseline";

    /** Stands for the cluster where the clinic is it. */
    public static final int NO_CLUSTER = Scaled.MISSING;

    /** What makes a cluster of the standard errors: the clinic, the word of a column, or the number in one. */
    public enum ClusterBy {
        CLINIC,
        CATEGORY,
        NUMBER
    }

    /** The plan for a job. */
    public static WalkPlan of(Job job) {
        Map<String, Integer> tokens = tokens(job);
        List<String> categories = categories(job);
        List<String> numbers =
                job.adjustFor().stream().filter(c -> isNumber(job, c)).toList();
        boolean[] model = new boolean[categories.size()];
        for (int c = 0; c < model.length; c++) {
            model[c] = job.adjustFor().contains(categories.get(c));
        }
        return new WalkPlan(
                job.cohort().washoutDays(),
                job.cohort().firstEpisodeOnly(),
                Scaled.steps(job.cohort().minAge(), Scaled.AGE_DECIMALS),
                job.cohort().baselineDays(),
                job.cohort().redFlags(),
                clusterBy(job),
                clusterBy(job) == ClusterBy.CLINIC ? "" : job.cluster().word(),
                job.outcomes().stream().map(Job.Outcome::id).toList(),
                job.windows(),
                job.arms().stream().map(Job.Arm::id).toList(),
                job.arms().stream().mapToLong(a -> mask(a.tokens(), tokens)).toArray(),
                tokens,
                categories,
                numbers,
                model,
                subgroups(job, categories),
                job.outcomes().stream()
                        .mapToLong(o -> o.instrument().stepsPerUnit())
                        .toArray(),
                Bands.of(job.ageBands(), Scaled.AGE_DECIMALS),
                job.outcomes().stream()
                        .map(o -> Bands.of(o.instrument(), o.bands()))
                        .toList(),
                job.questions().stream()
                        .map(Job.Question::dose)
                        .filter(Objects::nonNull)
                        .mapToInt(Dose::landmarkDay)
                        .distinct()
                        .sorted()
                        .toArray());
    }

    private static ClusterBy clusterBy(Job job) {
        if (job.cluster().equals(Job.Cluster.CLINIC_ID) || job.cluster().equals(Job.Cluster.NONE)) {
            return ClusterBy.CLINIC;
        }
        return isNumber(job, job.cluster().word()) ? ClusterBy.NUMBER : ClusterBy.CATEGORY;
    }

    /** What a cluster is called before its word: {@code practitioner}, or the field. */
    public String clusterName() {
        return clusterColumn.equals(Job.Cluster.PRACTITIONER_ID.word()) ? "practitioner" : clusterColumn;
    }

    private static Map<String, Integer> tokens(Job job) {
        Map<String, Integer> tokens = new TreeMap<>();
        job.arms().forEach(arm -> arm.tokens().forEach(token -> tokens.put(token, 0)));
        int bit = 0;
        for (Map.Entry<String, Integer> token : tokens.entrySet()) {
            token.setValue(bit++);
        }
        return tokens;
    }

    private static List<String> categories(Job job) {
        List<String> categories = new ArrayList<>();
        job.adjustFor().stream()
                .filter(c -> !c.equals(BASELINE) && !isNumber(job, c))
                .forEach(categories::add);
        job.questions().stream()
                .flatMap(q -> q.subgroups().stream())
                .filter(s -> !categories.contains(s) && !s.equals(Bands.SEVERITY))
                .distinct()
                .sorted()
                .forEach(categories::add);
        return categories;
    }

    private static int[] subgroups(Job job, List<String> categories) {
        return job.questions().stream()
                .flatMap(q -> q.subgroups().stream())
                .filter(s -> !s.equals(Bands.SEVERITY))
                .distinct()
                .sorted()
                .mapToInt(categories::indexOf)
                .toArray();
    }

    /** Whether a covariate of the job is a number. */
    public static boolean isNumber(Job job, String covariate) {
        return covariate.equals(AGE)
                || covariate.equals(DURATION)
                || job.fields().stream().anyMatch(f -> f.number() && f.id().equals(covariate));
    }

    /** The decimals that a number covariate is stored with. */
    public static int decimals(String number) {
        return switch (number) {
            case AGE -> Scaled.AGE_DECIMALS;
            case DURATION -> Scaled.DURATION_DECIMALS;
            default -> Scaled.FIELD_DECIMALS;
        };
    }

    private static long mask(List<String> treatments, Map<String, Integer> tokens) {
        long mask = 0;
        for (String token : treatments) {
            Integer bit = tokens.get(token);
            mask |= bit == null ? 0 : 1L << bit;
        }
        return mask;
    }

    /** The bits of those treatments that appear in some arm. */
    public long armTokens(String[] treatments) {
        return mask(List.of(treatments), tokens);
    }

    /** The arm whose token set is exactly this one, or -1. */
    public int armOf(long armTokens) {
        for (int arm = 0; armTokens != 0 && arm < armMasks.length; arm++) {
            if (armMasks[arm] == armTokens) {
                return arm;
            }
        }
        return -1;
    }

    /** The places of these arms among {@link #arms}. */
    public List<Integer> numbersOf(List<String> ids) {
        return ids.stream().map(arms::indexOf).toList();
    }

    /** How many numbers stand before the levels among the columns of {@link ExactSums}. */
    public int fixedColumns() {
        return 3 + numbers.size();
    }
}
