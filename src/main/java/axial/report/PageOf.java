package axial.report;

import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Puts the report together from tables and job. */
final class PageOf {
    static final int SHORT_ID = 8;
    private final Tables tables;
    private final Job job;
    private final Texts texts;
    private final List<Comparison> comparisons;

    PageOf(Tables tables, List<Comparison> comparisons, Job job, Texts texts) {
        this.tables = tables;
        this.job = job;
        this.texts = texts;
        this.comparisons = comparisons;
    }

    Page page(Page.Looked looked, Changes changes) {
        List<Page.QuestionView> questions = new ArrayList<>();
        List<Figure> missing = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            int number = questions.size() + 1;
            questions.add(question(comparison, number));
            if (comparison.compares() && missing.isEmpty()) {
                MissingFigure.of(tables.flow(), comparison, number, texts).ifPresent(missing::add);
            }
        }
        return new Page(
                texts,
                looked,
                head(),
                KeyFindings.of(comparisons, texts),
                TrustSection.of(comparisons, texts),
                List.copyOf(questions),
                courses(),
                improved(),
                ClinicSection.of(tables, job, texts),
                HarmTable.of(tables.safety(), texts),
                harmRates(),
                changes,
                FlowFigure.of(tables.flow(), comparisons, texts),
                RejectTable.sum(tables.manifest(), texts),
                RejectTable.of(tables.rejects(), texts),
                quality(),
                List.copyOf(missing),
                glossary());
    }

    /** Of the rates of harm those that are about all people, and what has to be said. */
    private Optional<Listing> harmRates() {
        return tables.with("harms", "measure", "arm", "group", "events", "status", "words")
                .map(t -> t.where(t.stringColumn("measure")
                        .isIn(
                                "per_patient",
                                "upper_limit",
                                "rate_ratio_clustered",
                                "screened",
                                "screened_first",
                                "despite_red_flag",
                                "vascular_case",
                                "protopathic")
                        .and(t.stringColumn("group").isIn("", "any", "serious"))))
                .filter(t -> !t.isEmpty())
                .map(t -> HarmRates.of(t, texts.say("harm.caption"), texts));
    }

    private Optional<QualitySection> quality() {
        List<CheckResult> results = CheckResult.all(tables, job, texts);
        return results.isEmpty() ? Optional.empty() : Optional.of(QualitySection.of(results, texts));
    }

    Page.Head head() {
        Manifest manifest = tables.manifest();
        List<Page.Fact> facts = new ArrayList<>();
        facts.add(fact("page.snapshot", manifest.runId().map(PageOf::shortened), "manifest:run_id"));
        facts.add(fact("page.read", counted(manifest.count("read")), "manifest:counts.read"));
        facts.add(fact("page.accepted", counted(manifest.count("accepted")), "manifest:counts.accepted"));
        facts.add(step("page.people", "patients"));
        facts.add(step("page.in_one_arm", "in_one_arm"));
        manifest.version().ifPresent(v -> facts.add(fact("page.version", Optional.of(v), "manifest:version")));
        facts.add(fact(
                "page.profile",
                Optional.of(
                        texts.say("profile." + job.disclosure().profile().name().toLowerCase(java.util.Locale.ROOT))),
                ""));
        return new Page.Head(job.title(), Optional.ofNullable(job.cites()), manifest.synthetic(), List.copyOf(facts));
    }

    private Page.QuestionView question(Comparison comparison, int number) {
        Job.Question question = comparison.question();
        boolean answerable = comparison.compares();
        List<Figure> figures = new ArrayList<>();
        List<String> without = new ArrayList<>();
        boolean drawn = answerable && KeyFindings.onePerPair(comparisons).contains(comparison);
        if (comparison.answerable() && !answerable) {
            without.add(texts.say("results.dose"));
        }
        if (answerable && !drawn) {
            without.add(texts.say("results.other_way"));
        }
        for (Answer answer : drawn ? comparison.mains() : List.<Answer>of()) {
            String id = "forest-" + number + "-" + (figures.size() + 1);
            ForestFigure.of(answer, tables, id, texts)
                    .ifPresentOrElse(figures::add, () -> without.add(ForestFigure.none(answer, texts)));
        }
        return new Page.QuestionView(
                number,
                question.ask(),
                compared(question),
                mirrors(question.mirrors()),
                comparison.notAnswerable().map(Names::plain),
                answerable
                        ? Optional.of(SummaryTable.main(comparison, Integer.toString(number), job, texts))
                        : Optional.empty(),
                drawn ? Optional.of(SummaryTable.full(comparison, number + "-full", job, texts)) : Optional.empty(),
                List.copyOf(figures),
                drawn
                        ? comparison.mains().stream()
                                .flatMap(answer -> Turning.of(answer, texts).stream())
                                .toList()
                        : List.of(),
                List.copyOf(without));
    }

    private String compared(Job.Question question) {
        return question.arm().isEmpty() || question.comparator().isEmpty()
                ? ""
                : texts.say(
                        "question.compared",
                        "arm",
                        texts.names().arms(question.arm()),
                        "comparator",
                        texts.names().arms(question.comparator()));
    }

    private List<Page.Course> courses() {
        List<Page.Course> courses = new ArrayList<>();
        for (Comparison comparison : KeyFindings.onePerPair(comparisons)) {
            int number = comparisons.indexOf(comparison) + 1;
            List<Figure> figures = new ArrayList<>();
            for (String outcome : comparison.compares() ? comparison.question().outcomes() : List.<String>of()) {
                String id = "course-" + number + "-" + (figures.size() + 1);
                CourseFigure.of(comparison, outcome, id, texts).ifPresent(figures::add);
            }
            if (!figures.isEmpty()) {
                courses.add(new Page.Course(number, compared(comparison.question()), List.copyOf(figures)));
            }
        }
        return List.copyOf(courses);
    }

    private List<Figure> improved() {
        return KeyFindings.onePerPair(comparisons).stream()
                .filter(Comparison::compares)
                .flatMap(c -> ImprovedFigure.of(c, comparisons.indexOf(c) + 1, texts).stream())
                .toList();
    }

    private static List<Page.Fact> mirrors(Map<String, String> mirrors) {
        return mirrors.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Page.Fact(Names.capital(Names.plain(e.getKey())), e.getValue(), ""))
                .toList();
    }

    private List<Page.Term> glossary() {
        List<Page.Term> terms = new ArrayList<>();
        for (int i = 1; texts.has("glossary." + i + ".term"); i++) {
            terms.add(new Page.Term(texts.say("glossary." + i + ".term"), texts.say("glossary." + i + ".text")));
        }
        return List.copyOf(terms);
    }

    private Page.Fact fact(String key, Optional<String> value, String id) {
        return new Page.Fact(texts.say(key), value.orElseGet(() -> texts.say("page.unknown")), id);
    }

    private Optional<String> counted(OptionalLong count) {
        return count.isPresent() ? Optional.of(texts.shown().count(count.getAsLong())) : Optional.empty();
    }

    private Page.Fact step(String key, String step) {
        Table one = Tables.where(tables.flow(), "question", "", "step", step);
        for (Row row : one) {
            if (!row.getString("n").isEmpty()) {
                return fact(key, Optional.of(texts.shown().people(Effect.count(row, "n"))), Tables.id(one, row));
            }
        }
        return fact(key, one.isEmpty() ? Optional.empty() : Optional.of(texts.say("flow.withheld")), "");
    }

    private static String shortened(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }
}
