package axial.evidence;

import axial.question.Job;
import axial.stats.Finding;
import axial.tables.BalanceRow;
import axial.tables.CertaintyRow;
import axial.tables.ClinicRow;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import axial.tables.FlowRow;
import axial.tables.FunnelRow;
import axial.tables.HarmRow;
import axial.tables.LiteratureRow;
import axial.tables.MissingRow;
import axial.tables.OverlapRow;
import axial.tables.PositivityRow;
import axial.tables.SafetyRow;
import axial.tables.SpcRow;
import axial.tables.TippingRow;
import axial.walk.Cells;
import axial.walk.ExactSums;
import axial.walk.HarmSums;
import axial.walk.VascularSums;
import axial.walk.WalkPlan;
import axial.walk.WindowSums;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The arrow from sums to answers. First {@link #requests}, then, with what the passes found, the tables. */
public final class Evidence {
    /** How many that stand together are dealt to different runs of the cores. */
    private static final int TURNS = 16;

    private static final Metric WITHHELD = new Metric("none", "withheld", Estimand.NOBODY, "none");

    private final Job job;
    private final WalkPlan plan;
    private final Cells cells;
    private final WindowSums windows;
    private final Map<String, List<Analysis>> byQuestion;
    private @Nullable EpisodeCounts counted;

    /** From the sums of the changes, and those over the windows of the same patients. */
    public Evidence(Job job, WalkPlan plan, Cells cells, WindowSums windows) {
        this.job = job;
        this.windows = windows;
        this.plan = plan;
        this.cells = cells;
        this.byQuestion = Analyses.of(job, plan, cells);
    }

    private int outcomeWindow(Job.Outcome outcome, Job.Window window) {
        return plan.outcomes().indexOf(outcome.id()) * plan.windows().size()
                + plan.windows().indexOf(window);
    }

    /** Counts of the strata in which nobody is counted yet; what is counted is given to {@link #accept}. */
    public EpisodeCounts nobody() {
        Job.Outcome first = job.outcomes().get(0);
        int outcome = plan.outcomes().indexOf(first.id());
        int fullest = outcomeWindow(first, Requests.fullest(first, plan, cells));
        return new EpisodeCounts(Strata.of(job, plan), plan, new PractitionerSums(plan, cells, outcome, fullest));
    }

    /** Takes the counts, on which {@link #requests} depend. */
    public void accept(EpisodeCounts found) {
        counted = found;
    }

    /** The models that need passes over the episodes. */
    public PassRequests requests() {
        Requests from = new Requests(job, plan, cells, counts());
        List<ModelRequest> requests = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            for (Analysis analysis : of(question)) {
                if (!analysis.withheld()) {
                    requests.add(from.of(question, analysis));
                }
            }
        }
        return new PassRequests(requests, from.several());
    }

    /** A question with all its analyses. */
    Inquiry inquiry(Job.Question question) {
        return new Inquiry(job, plan, cells, windows, question, of(question));
    }

    /** Every analysis, in the order of the job. */
    List<Analysis> analyses() {
        return job.questions().stream().flatMap(q -> of(q).stream()).toList();
    }

    private List<Analysis> of(Job.Question question) {
        return byQuestion.getOrDefault(question.id(), List.of());
    }

    /** Gives the analyses what passes over the episodes found of what was asked. */
    public void accept(PassRequests asked, PassAnswers found) {
        Requests from = new Requests(job, plan, cells, counts());
        List<ArmsRequest> several = asked.arms();
        for (int a = 0; a < several.size(); a++) {
            List<Job.Question> comparing = from.comparing(several.get(a));
            for (int q = 0; q < comparing.size(); q++) {
                together(comparing.get(q), several.get(a), found.arms().get(a).get(q));
            }
        }
        job.questions()
                .forEach(question -> of(question).forEach(analysis -> {
                    ModelAnswer answer = found.models().get(analysis.key());
                    if (answer != null) {
                        analysis.answer(answer);
                    }
                    analysis.unseenBaselines(
                            unseenBaseline(question.comparator(), analysis, analysis.comparator()),
                            unseenBaseline(question.arm(), analysis, analysis.arm()));
                    practitioners(question, analysis);
                }));
    }

    private void practitioners(Job.Question question, Analysis analysis) {
        PractitionerSums sums = counts().practitioners();
        if (analysis.subgroup().isEmpty() && sums.isOf(outcomeWindow(analysis.outcome(), analysis.window()))) {
            analysis.practitioners(new Analysis.Practitioners(
                    sums.of(plan.numbersOf(question.arm())), sums.of(plan.numbersOf(question.comparator()))));
        }
    }

    private double unseenBaseline(List<String> arms, Analysis analysis, Side side) {
        if (side.unseen() == 0) {
            return 0;
        }
        List<Integer> places = arms.stream().map(plan.arms()::indexOf).toList();
        long all = counts().baselines(
                        places, plan.outcomes().indexOf(analysis.outcome().id()));
        BigInteger unseen = BigInteger.valueOf(all).subtract(side.all().product(ExactSums.ONE, ExactSums.BASELINE));
        return unseen.doubleValue() / side.unseen() / side.stepsPerUnit();
    }

    private void together(Job.Question question, ArmsRequest arms, Finding finding) {
        of(question).stream()
                .filter(a -> a.subgroup().isEmpty() && outcomeWindow(a.outcome(), a.window()) == arms.outcomeWindow())
                .forEach(a -> a.together(finding));
    }

    /** Every effect, in the order of the job. */
    public List<EstimateRow> estimates() {
        List<Supplier<List<EstimateRow>>> asked = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            String why = question.notAnswerable();
            if (why != null) {
                asked.add(() -> List.of(notAnswerable(question, why)));
            }
            of(question).forEach(analysis -> asked.add(() -> estimates(analysis)));
            Inquiry inquiry = inquiry(question);
            Estimators.OF_QUESTIONS.forEach(estimator -> asked.add(() -> estimator.rows(inquiry)));
        }
        return sideBySide(asked);
    }

    /**
     * Answers on all cores, in the order of what is asked. Those that take long stand together, so cores are dealt them in
     * turn, not in runs.
     */
    private static <T> List<T> sideBySide(List<Supplier<List<T>>> asked) {
        List<List<T>> answers = new ArrayList<>(Collections.nCopies(asked.size(), List.of()));
        IntStream.range(0, TURNS)
                .flatMap(turn -> IntStream.range(0, asked.size()).filter(i -> i % TURNS == turn))
                .boxed()
                .toList()
                .parallelStream()
                .forEach(i -> answers.set(i, asked.get(i).get()));
        return answers.stream().flatMap(List::stream).toList();
    }

    private List<EstimateRow> estimates(Analysis analysis) {
        return analysis.withheld()
                ? List.of(withheld(analysis))
                : Estimators.ALL.stream()
                        .flatMap(estimator -> estimator.rows(analysis).stream())
                        .toList();
    }

    private EstimateRow withheld(Analysis analysis) {
        double none = Double.NaN;
        String why = "fewer than " + job.disclosure().minCell() + " analysed in an arm";
        return analysis.row(WITHHELD, none, none, none, none, none, none, Status.WITHHELD, why);
    }

    private static EstimateRow notAnswerable(Job.Question question, String why) {
        double none = Double.NaN;
        return new EstimateRow(
                question.id(),
                "",
                "",
                "",
                "none",
                "not_answerable",
                Job.Question.together(question.arm()),
                Job.Question.together(question.comparator()),
                -1,
                -1,
                -1,
                none,
                none,
                none,
                none,
                none,
                none,
                Status.NOT_ESTIMABLE,
                why,
                Estimand.NOBODY,
                "none");
    }

    /** Every clinic of every pooled effect. */
    public List<ClinicRow> clinics() {
        return rows(analysis -> true, ClinicStudies::rows);
    }

    /** Where each clinic stands among all. */
    public List<FunnelRow> funnel() {
        return new Funnels(job, plan, cells).rows();
    }

    /** Each clinic over time, by its months; {@code lastDay} is that of the last visit of all. */
    public List<SpcRow> overTime(List<ClinicMonth> months, int lastDay) {
        return new OverTime(job, months, lastDay).rows();
    }

    /** Who is counted: the steps all questions share, then per question, outcome, window and side. */
    public List<FlowRow> flow() {
        return ParticipantFlow.rows(job, plan, cells, this::of);
    }

    /** How alike the sides of each analysis of everybody are before and after weighting. */
    public List<BalanceRow> balance() {
        return rows((question, analysis) -> {
            WeightAnswer weights = weights(analysis);
            return weights == null ? List.of() : BalanceTable.rows(job, plan, cells, question, analysis, weights);
        });
    }

    /** How the propensities of each analysis of everybody lie. */
    public List<OverlapRow> overlap() {
        return rows((question, analysis) -> {
            WeightAnswer weights = weights(analysis);
            return weights == null || weights.weighted().isEmpty()
                    ? List.of()
                    : OverlapTable.rows(job, question, analysis, weights);
        });
    }

    private static @Nullable WeightAnswer weights(Analysis analysis) {
        ModelAnswer answer = analysis.answer();
        return answer == null ? null : answer.weights();
    }

    /** Which kinds of people only one side of a question has. */
    public List<PositivityRow> positivity() {
        return job.questions().stream()
                .filter(question -> question.notAnswerable() == null)
                .flatMap(question -> PositivityMap.rows(job, plan, question, counts().pairs()).stream())
                .toList();
    }

    /** Who was followed. */
    public List<MissingRow> missing() {
        FollowUpTable table = new FollowUpTable(job, plan, counts());
        List<MissingRow> rows = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            of(question).stream()
                    .filter(analysis -> analysis.subgroup().isEmpty())
                    .forEach(analysis -> rows.addAll(table.rows(question, analysis)));
        }
        return rows;
    }

    /** Each outcome, had the unseen done otherwise: the first of a question on the whole grid, others on a coarser one. */
    public List<TippingRow> tipping() {
        return rows((question, analysis) -> Tipping.rows(
                question,
                analysis,
                analysis.outcome().id().equals(question.outcomes().get(0))));
    }

    private EpisodeCounts counts() {
        return Objects.requireNonNull(counted, "the episodes were not counted");
    }

    /** The rows of every analysis of everybody that may be shown. */
    private <T> List<T> rows(BiFunction<Job.Question, Analysis, List<T>> of) {
        return rows(analysis -> analysis.subgroup().isEmpty(), of);
    }

    /** The rows of some analyses, of those that may be shown. */
    private <T> List<T> rows(Predicate<Analysis> which, BiFunction<Job.Question, Analysis, List<T>> of) {
        List<Supplier<List<T>>> asked = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            of(question).stream()
                    .filter(analysis -> !analysis.withheld() && which.test(analysis))
                    .forEach(analysis -> asked.add(() -> of.apply(question, analysis)));
        }
        return sideBySide(asked);
    }

    /** Rates, ratios, vascular events and screening, from what the walkers counted. */
    public List<HarmRow> harms(HarmSums harms, VascularSums vascular) {
        List<HarmRow> rows = new ArrayList<>(new HarmRates(job, plan, harms).rows());
        rows.addAll(VascularHarms.rows(job, vascular));
        rows.addAll(ScreeningBeforeThrust.rows(job, harms));
        return rows;
    }

    /** How sure each answer is, from its rows. */
    public List<CertaintyRow> certainty(
            List<EstimateRow> estimates, List<BalanceRow> balance, List<OverlapRow> overlap) {
        Answers found = new Answers(estimates);
        return rows((question, analysis) -> CertaintyRules.rows(
                job,
                question,
                analysis,
                found,
                balance.stream()
                        .filter(r -> isOf(analysis, question, r.question(), r.outcome(), r.window()))
                        .toList(),
                overlap.stream()
                        .filter(r -> isOf(analysis, question, r.question(), r.outcome(), r.window()))
                        .toList()));
    }

    private static boolean isOf(Analysis analysis, Job.Question question, String of, String outcome, String window) {
        return question.id().equals(of)
                && analysis.outcome().id().equals(outcome)
                && analysis.window().id().equals(window);
    }

    /** What the literature found beside the estimates. */
    public List<LiteratureRow> literature(List<EstimateRow> estimates) {
        return new Agreement(job, new Answers(estimates)).rows();
    }

    /** Harms by arm. */
    public List<SafetyRow> safety() {
        return Harms.rows(plan, cells);
    }
}
