package axial.evidence;

import axial.question.Job;
import axial.stats.ClusterRobust;
import axial.stats.CrossProducts;
import axial.walk.Bands;
import axial.walk.Cells;
import axial.walk.ChosenCells;
import axial.walk.Design;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From analyses to what has to be asked of passes over the episodes. */
final class Requests {
    private static final int SEVERAL = 3;

    private final Job job;
    private final WalkPlan plan;
    private final Cells cells;
    private final EpisodeCounts counts;

    Requests(Job job, WalkPlan plan, Cells cells, EpisodeCounts counts) {
        this.counts = counts;
        this.job = job;
        this.plan = plan;
        this.cells = cells;
    }

    ModelRequest of(Job.Question question, Analysis analysis) {
        int[] sides = plan.arms().stream()
                .mapToInt(arm ->
                        question.arm().contains(arm) ? 1 : question.comparator().contains(arm) ? 0 : -1)
                .toArray();
        String[] level = analysis.subgroup().split("=", 2);
        boolean patients = analysis.patientsAreClusters();
        boolean robust = patients && !job.cluster().equals(Job.Cluster.NONE);
        boolean everybody = analysis.subgroup().isEmpty();
        CrossProducts arm =
                Models.crossProducts(analysis.design(), analysis.arm().all(), null);
        CrossProducts comparator = Models.crossProducts(
                analysis.design(), null, analysis.comparator().all());
        Kinds barred = lackedBySome(List.of(analysis.arm(), analysis.comparator()));
        int[] columns = columns(analysis.design(), analysis.propensityColumns(), barred, false);
        return new ModelRequest(
                analysis.key(),
                analysis.design(),
                columns,
                sides,
                plan.outcomes().indexOf(analysis.outcome().id()),
                outcomeWindow(analysis.outcome(), analysis.window()),
                everybody ? -1 : plan.categories().indexOf(level[0]),
                level.length > 1 ? level[1] : "",
                level[0].equals(Bands.SEVERITY)
                        ? plan.severityBands()
                                .get(plan.outcomes().indexOf(analysis.outcome().id()))
                        : null,
                patients,
                robust ? new ClusterRobust(analysis.fit(), Ancova.ARM_COLUMN) : null,
                everybody,
                everybody && barred.levels().isEmpty()
                        ? WeightRequest.of(Models.of(arm, columns), Models.of(comparator, columns))
                        : null,
                barred,
                everybody && analysis.arm().unseen() + analysis.comparator().unseen() > 0
                        ? followUp(question, analysis)
                        : null);
    }

    private FollowUpRequest followUp(Job.Question question, Analysis analysis) {
        List<Integer> arms = new ArrayList<>();
        question.arm().forEach(arm -> arms.add(plan.arms().indexOf(arm)));
        question.comparator().forEach(arm -> arms.add(plan.arms().indexOf(arm)));
        List<Kinds.Kind> certain = new ArrayList<>();
        List<Kinds.Kind> hopeless = new ArrayList<>();
        counts.followed(
                        arms,
                        plan.outcomes().indexOf(analysis.outcome().id()),
                        plan.windows().indexOf(analysis.window()))
                .forEach((level, n) -> {
                    int category = plan.categories().indexOf(level.covariate());
                    if (category >= 0 && plan.modelCategories()[category] && n[1] == n[0]) {
                        certain.add(new Kinds.Kind(category, level.level()));
                    } else if (category >= 0 && plan.modelCategories()[category] && n[1] == 0) {
                        hopeless.add(new Kinds.Kind(category, level.level()));
                    }
                });
        boolean[] certainSide = {
            analysis.comparator().unseen() == 0, analysis.arm().unseen() == 0
        };
        Kinds out = new Kinds(Stream.concat(certain.stream(), hopeless.stream()).toList());
        boolean withArm = !certainSide[0] && !certainSide[1];
        return new FollowUpRequest(
                columns(analysis.design(), analysis.fit().kept(), out, withArm),
                new Kinds(certain),
                new Kinds(hopeless),
                certainSide);
    }

    /**
     * Of some columns of a design those that are left when kinds are left out: of each category the first level that is
     * left becomes the reference where its own was left out.
     */
    private int[] columns(Design design, int[] columns, Kinds out, boolean withArm) {
        List<Integer> left = new ArrayList<>();
        TreeSet<Integer> without = new TreeSet<>();
        for (int category = 0; category < plan.categories().size(); category++) {
            if (out.levels().stream().anyMatch(lacksColumn(design, category))) {
                without.add(category);
            }
        }
        for (int column : columns) {
            Design.Column of = design.columns().get(column);
            boolean level = of.kind() == Design.Kind.LEVEL;
            if (of.kind() == Design.Kind.ARM && !withArm || level && out.has(of.source(), of.level())) {
                continue;
            }
            if (level && without.remove(of.source())) {
                continue;
            }
            left.add(column);
        }
        return left.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a kind is its category's reference, which has no column. */
    private static Predicate<Kinds.Kind> lacksColumn(Design design, int category) {
        return kind -> kind.category() == category
                && design.columns().stream()
                        .noneMatch(c -> c.kind() == Design.Kind.LEVEL
                                && c.source() == category
                                && c.level().equals(kind.level()));
    }

    /** All arms at once, per outcome for which three or more may be shown and a question compares two of them. */
    List<ArmsRequest> several() {
        return job.outcomes().stream()
                .map(this::several)
                .filter(Objects::nonNull)
                .toList();
    }

    /** In the window in which most are analysed; null where fewer than three arms may be shown or none are compared. */
    private @Nullable ArmsRequest several(Job.Outcome outcome) {
        Job.Window window = fullest(outcome, plan, cells);
        int at = outcomeWindow(outcome, window);
        int[] places = new int[plan.arms().size()];
        Arrays.fill(places, -1);
        int arms = 0;
        ExactSums all = new ExactSums();
        TreeSet<String> clusters = new TreeSet<>();
        List<Side> sides = new ArrayList<>();
        for (int a = 0; a < places.length; a++) {
            Side side = side(List.of(plan.arms().get(a)), at, outcome);
            if (side.n() >= job.disclosure().minCell()) {
                places[a] = arms++;
                sides.add(side);
                all.addAll(side.all());
                clusters.addAll(side.byCluster().keySet());
            }
        }
        List<int[]> contrasts = contrasts(places, outcome, window);
        if (arms < SEVERAL || contrasts.isEmpty()) {
            return null;
        }
        long steps = outcome.instrument().stepsPerUnit();
        Design design = Models.design(job, plan, cells, all, steps);
        Kinds barred = lackedBySome(sides);
        int[] columns =
                columns(design, Models.propensityColumns(Models.crossProducts(design, all, null)), barred, false);
        boolean patients = job.cluster().equals(Job.Cluster.NONE) || clusters.size() == 1;
        return new ArmsRequest(
                design, columns, places, arms, plan.outcomes().indexOf(outcome.id()), at, barred, contrasts, patients);
    }

    /** The levels of the model's categories that some of the sides have and others do not. */
    private Kinds lackedBySome(List<Side> sides) {
        List<Kinds.Kind> lacked = new ArrayList<>();
        cells.levels().forEach((level, column) -> {
            String[] parts = level.split("=", 2);
            long having = sides.stream()
                    .filter(side -> side.all().product(column, column).signum() > 0)
                    .count();
            if (having > 0 && having < sides.size()) {
                lacked.add(new Kinds.Kind(plan.categories().indexOf(parts[0]), parts[1]));
            }
        });
        lacked.sort(Comparator.comparingInt(Kinds.Kind::category).thenComparing(Kinds.Kind::level));
        return new Kinds(lacked);
    }

    /** The questions that compare one arm of the model with one other, in the order of the job. */
    List<Job.Question> comparing(ArmsRequest arms) {
        Job.Outcome outcome = job.outcomes().get(arms.outcome());
        Job.Window window =
                plan.windows().get(arms.outcomeWindow() % plan.windows().size());
        return job.questions().stream()
                .filter(q -> place(q, arms.places(), outcome, window) != null)
                .toList();
    }

    private List<int[]> contrasts(int[] places, Job.Outcome outcome, Job.Window window) {
        List<int[]> contrasts = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            int[] pair = place(question, places, outcome, window);
            if (pair != null) {
                contrasts.add(pair);
            }
        }
        return contrasts;
    }

    private int @Nullable [] place(Job.Question question, int[] places, Job.Outcome outcome, Job.Window window) {
        if (question.notAnswerable() != null
                || question.arm().size() != 1
                || question.comparator().size() != 1
                || !question.outcomes().contains(outcome.id())
                || !question.windows().contains(window.id())) {
            return null;
        }
        int arm = places[plan.arms().indexOf(question.arm().get(0))];
        int comparator = places[plan.arms().indexOf(question.comparator().get(0))];
        return arm < 0 || comparator < 0 ? null : new int[] {arm, comparator};
    }

    /** The window in which most are analysed. */
    static Job.Window fullest(Job.Outcome outcome, WalkPlan plan, Cells cells) {
        Job.Window fullest = plan.windows().get(0);
        ChosenCells everybody = cells.of(plan.numbersOf(plan.arms()), "");
        long most = -1;
        for (Job.Window window : plan.windows()) {
            int at = plan.outcomes().indexOf(outcome.id()) * plan.windows().size()
                    + plan.windows().indexOf(window);
            long n = everybody.analysed(at);
            if (n > most) {
                most = n;
                fullest = window;
            }
        }
        return fullest;
    }

    private Side side(List<String> arms, int outcomeWindow, Job.Outcome outcome) {
        return Side.of(
                cells.of(plan.numbersOf(arms), ""),
                outcomeWindow,
                outcome.instrument().stepsPerUnit());
    }

    private int outcomeWindow(Job.Outcome outcome, Job.Window window) {
        return plan.outcomes().indexOf(outcome.id()) * plan.windows().size()
                + plan.windows().indexOf(window);
    }
}
