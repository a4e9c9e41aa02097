package axial.evidence;

import axial.question.Job;
import axial.stats.ClusterRobust;
import axial.tables.ClinicRow;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import axial.tables.FlowRow;
import axial.tables.SafetyRow;
import axial.walk.Cells;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The arrow from sums to answers. First {@link #requests}, then, with what the passes found, the tables. */
public final class Evidence {
    private static final Metric WITHHELD = new Metric("none", "withheld", Estimand.NOBODY, "none");

    private final Job job;
    private final WalkPlan plan;
    private final Cells cells;
    private final Map<String, List<Analysis>> byQuestion = new TreeMap<>();

    public Evidence(Job job, WalkPlan plan, Cells cells) {
        this.job = job;
        this.plan = plan;
        this.cells = cells;
        job.questions().forEach(question -> byQuestion.put(question.id(), analyses(question)));
    }

    private List<Analysis> analyses(Job.Question question) {
        List<Analysis> analyses = new ArrayList<>();
        if (question.notAnswerable() != null) {
            return analyses;
        }
        for (String outcome : question.outcomes()) {
            for (String window : question.windows()) {
                analyses.add(analysis(question, job.outcome(outcome), job.window(window), ""));
                for (String level : levels(question)) {
                    analyses.add(analysis(question, job.outcome(outcome), job.window(window), level));
                }
            }
        }
        return analyses;
    }

    private List<String> levels(Job.Question question) {
        TreeSet<String> found = new TreeSet<>();
        cells.all().keySet().forEach(key -> found.add(key.subgroup()));
        List<String> levels = new ArrayList<>();
        for (String category : question.subgroups()) {
            found.stream().filter(level -> level.startsWith(category + "=")).forEach(levels::add);
        }
        return levels;
    }

    private Analysis analysis(Job.Question question, Job.Outcome outcome, Job.Window window, String subgroup) {
        long steps = outcome.instrument().stepsPerUnit();
        int at = outcomeWindow(outcome, window);
        Side arm = Side.of(cells, chosen(question.arm(), subgroup), at, steps);
        Side comparator = Side.of(cells, chosen(question.comparator(), subgroup), at, steps);
        ExactSums both = new ExactSums();
        both.addAll(arm.all(), Side.identity(cells));
        both.addAll(comparator.all(), Side.identity(cells));
        return new Analysis(
                job,
                question,
                outcome,
                window,
                subgroup,
                arm,
                comparator,
                Models.design(job, plan, cells, both, steps));
    }

    private int outcomeWindow(Job.Outcome outcome, Job.Window window) {
        return plan.outcomes().indexOf(outcome.id()) * plan.windows().size()
                + plan.windows().indexOf(window);
    }

    private Map<Cells.Key, Cells.Cell> chosen(List<String> arms, String subgroup) {
        Map<Cells.Key, Cells.Cell> chosen = new TreeMap<>();
        cells.all().forEach((key, cell) -> {
            if (key.subgroup().equals(subgroup) && arms.contains(plan.arms().get(key.arm()))) {
                chosen.put(key, cell);
            }
        });
        return chosen;
    }

    /** The models that need passes over the episodes. */
    public List<ModelRequest> requests() {
        List<ModelRequest> requests = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            for (Analysis analysis : of(question)) {
                if (!analysis.withheld()) {
                    requests.add(request(question, analysis));
                }
            }
        }
        return requests;
    }

    /** Every analysis, in the order of the job. */
    List<Analysis> analyses() {
        return job.questions().stream().flatMap(q -> of(q).stream()).toList();
    }

    private List<Analysis> of(Job.Question question) {
        return byQuestion.getOrDefault(question.id(), List.of());
    }

    private ModelRequest request(Job.Question question, Analysis analysis) {
        int[] sides = plan.arms().stream()
                .mapToInt(arm ->
                        question.arm().contains(arm) ? 1 : question.comparator().contains(arm) ? 0 : -1)
                .toArray();
        String[] level = analysis.subgroup().split("=", 2);
        boolean patients = analysis.patientsAreClusters();
        boolean robust = patients && !job.cluster().equals(Job.Cluster.NONE);
        return new ModelRequest(
                analysis.key(),
                analysis.design(),
                Models.propensityColumns(Models.crossProducts(
                        analysis.design(),
                        analysis.arm().all(),
                        analysis.comparator().all())),
                sides,
                plan.outcomes().indexOf(analysis.outcome().id()),
                outcomeWindow(analysis.outcome(), analysis.window()),
                analysis.subgroup().isEmpty() ? -1 : plan.categories().indexOf(level[0]),
                level.length > 1 ? level[1] : "",
                patients,
                robust ? new ClusterRobust(analysis.fit(), Ancova.ARM_COLUMN) : null);
    }

    /** Gives the analyses what passes over the episodes found, by the key of the request. */
    public void accept(Map<String, ModelAnswer> answers) {
        byQuestion
                .values()
                .forEach(analyses -> analyses.forEach(analysis -> {
                    ModelAnswer answer = answers.get(analysis.key());
                    if (answer != null) {
                        analysis.answer(answer);
                    }
                }));
    }

    /** Every effect, in the order of the job. */
    public List<EstimateRow> estimates() {
        List<EstimateRow> rows = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            if (question.notAnswerable() != null) {
                rows.add(notAnswerable(question, question.notAnswerable()));
            }
            for (Analysis analysis : of(question)) {
                if (analysis.withheld()) {
                    rows.add(withheld(analysis));
                } else {
                    Estimators.ALL.forEach(estimator -> rows.addAll(estimator.rows(analysis)));
                }
            }
            Inquiry inquiry = new Inquiry(job, plan, cells, question, of(question));
            Estimators.OF_QUESTIONS.forEach(estimator -> rows.addAll(estimator.rows(inquiry)));
        }
        return rows;
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
        List<ClinicRow> rows = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            for (Analysis analysis : of(question)) {
                if (!analysis.withheld()) {
                    rows.addAll(ClinicStudies.rows(job, question, analysis));
                }
            }
        }
        return rows;
    }

    /** Who is counted: the steps all questions share, then per question, outcome, window and side. */
    public List<FlowRow> flow() {
        return ParticipantFlow.rows(job, plan, cells, this::chosenFor);
    }

    private Map<Cells.Key, Cells.Cell> chosenFor(List<String> arms) {
        return chosen(arms, "");
    }

    /** Harms by arm. */
    public List<SafetyRow> safety() {
        return Harms.rows(job, plan, cells);
    }
}
