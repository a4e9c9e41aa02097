package axial.report;

import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Puts the report together from tables and job. */
final class PageOf {
    private static final Texts TEXTS = Texts.ENGLISH;
    private static final int SHORT_ID = 8;

    private PageOf() {}

    static Page page(Tables tables, Job job, String css) {
        List<Comparison> comparisons = Comparison.all(tables, job);
        List<Page.QuestionView> questions = new ArrayList<>();
        List<Listing> flow = new ArrayList<>(List.of(FlowTables.shared(tables.flow())));
        for (Comparison comparison : comparisons) {
            int number = questions.size() + 1;
            questions.add(question(comparison, number, tables, job));
            if (comparison.notAnswerable().isEmpty()) {
                flow.add(FlowTables.ofQuestion(tables.flow(), comparison, number));
            }
        }
        return new Page(
                head(tables, job),
                KeyFindings.of(comparisons),
                List.copyOf(questions),
                List.copyOf(flow),
                RejectTable.sum(tables.manifest()),
                RejectTable.of(tables.rejects()),
                quality(tables, job),
                HarmTable.of(tables.safety()),
                glossary(),
                css);
    }

    private static Optional<QualitySection> quality(Tables tables, Job job) {
        List<CheckResult> results = CheckResult.all(tables, job);
        return results.isEmpty() ? Optional.empty() : Optional.of(QualitySection.of(results));
    }

    static Page.Head head(Tables tables, Job job) {
        Manifest manifest = tables.manifest();
        List<Page.Fact> facts = new ArrayList<>();
        facts.add(fact("page.snapshot", manifest.runId().map(PageOf::shortened)));
        facts.add(fact("page.read", counted(manifest.count("read"))));
        facts.add(fact("page.accepted", counted(manifest.count("accepted"))));
        facts.add(fact("page.people", step(tables.flow(), "patients")));
        facts.add(fact("page.in_one_arm", step(tables.flow(), "in_one_arm")));
        manifest.version().ifPresent(v -> facts.add(fact("page.version", Optional.of(v))));
        return new Page.Head(job.title(), Optional.ofNullable(job.cites()), manifest.synthetic(), List.copyOf(facts));
    }

    private static Page.QuestionView question(Comparison comparison, int number, Tables tables, Job job) {
        Job.Question question = comparison.question();
        boolean answerable = comparison.notAnswerable().isEmpty();
        String compared = question.arm().isEmpty() || question.comparator().isEmpty()
                ? ""
                : TEXTS.say(
                        "question.compared",
                        "arm",
                        Names.arms(question.arm()),
                        "comparator",
                        Names.arms(question.comparator()));
        return new Page.QuestionView(
                number,
                question.ask(),
                compared,
                mirrors(question.mirrors()),
                comparison.notAnswerable().map(Names::plain),
                answerable ? Optional.of(SummaryTable.of(comparison, number, job)) : Optional.empty(),
                answerable ? figures(comparison, number, tables.clinics()) : List.of());
    }

    private static List<ForestFigure> figures(Comparison comparison, int number, Table clinics) {
        List<ForestFigure> figures = new ArrayList<>();
        for (Answer answer : comparison.mains()) {
            figures.add(ForestFigure.of(answer, clinics, "figure-" + number + "-" + (figures.size() + 1)));
        }
        return List.copyOf(figures);
    }

    private static List<Page.Fact> mirrors(Map<String, String> mirrors) {
        return mirrors.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Page.Fact(Names.capital(Names.plain(e.getKey())), e.getValue()))
                .toList();
    }

    private static List<Page.Term> glossary() {
        List<Page.Term> terms = new ArrayList<>();
        for (int i = 1; TEXTS.has("glossary." + i + ".term"); i++) {
            terms.add(new Page.Term(TEXTS.say("glossary." + i + ".term"), TEXTS.say("glossary." + i + ".text")));
        }
        return List.copyOf(terms);
    }

    private static Page.Fact fact(String key, Optional<String> value) {
        return new Page.Fact(TEXTS.say(key), value.orElseGet(() -> TEXTS.say("page.unknown")));
    }

    private static Optional<String> counted(OptionalLong count) {
        return count.isPresent() ? Optional.of(Shown.count(count.getAsLong())) : Optional.empty();
    }

    private static Optional<String> step(Table flow, String step) {
        StringColumn n = Tables.where(flow, "question", "", "step", step).stringColumn("n");
        return n.isEmpty() || n.get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(Shown.count(Long.parseLong(n.get(0))));
    }

    private static String shortened(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }
}
