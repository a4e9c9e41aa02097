package axial.report;

import axial.question.Job;
import axial.tables.ClinicRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/** Puts the page for the research team together from tables and job. */
final class ResearchOf {
    private static final List<String> ESTIMATES = List.of(
            "outcome",
            "window",
            "estimator",
            "metric",
            "n_arm",
            "n_comparator",
            "clinics",
            "estimate",
            "ci_low",
            "ci_high",
            "std_error",
            "df",
            "p_value",
            "status",
            "reason");
    private final Tables tables;
    private final Job job;
    private final Texts texts;
    private final List<Comparison> comparisons;

    ResearchOf(Tables tables, List<Comparison> comparisons, Job job, Texts texts) {
        this.tables = tables;
        this.job = job;
        this.texts = texts;
        this.comparisons = comparisons;
    }

    ResearchPage page(Page.Looked looked, Page.Head head) {
        Methods methods = new Methods(tables, job, texts);
        return new ResearchPage(
                texts,
                looked,
                head,
                methods.estimands(),
                methods.protocol(),
                studied(),
                heterogeneity(),
                Practitioners.of(comparisons, texts),
                flow(),
                unseen(),
                missing(),
                methods.paragraphs(),
                methods.assumptions(),
                new Checklists(texts).record(),
                new Checklists(texts).target(),
                listings(),
                provenance(),
                "axial run job.yaml");
    }

    private List<ResearchPage.Studied> studied() {
        List<ResearchPage.Studied> studied = new ArrayList<>();
        for (int i = 0; i < comparisons.size(); i++) {
            if (comparisons.get(i).answerable()) {
                studied.add(studied(comparisons.get(i), i + 1));
            }
        }
        return List.copyOf(studied);
    }

    private ResearchPage.Studied studied(Comparison comparison, int number) {
        List<Figure> figures = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        Optional<Answer> first = comparison.mains().stream().findFirst();
        first.ifPresent(answer -> {
            add(figures, absent, "love.none", BalanceFigures.love(tables, answer, "love-" + number, texts));
            add(figures, absent, "overlap.none", BalanceFigures.overlap(tables, answer, "overlap-" + number, texts));
        });
        int made = 0;
        for (Answer answer : comparison.mains()) {
            made++;
            String id = number + "-" + made;
            add(figures, absent, "", SpecificationFigure.of(answer, "specification-" + id, texts));
            add(figures, absent, "", CurveFigure.of(answer, "curve-" + id, texts));
            if (made == 1) {
                add(figures, absent, "", TippingFigure.of(tables, answer, "tipping-" + id, texts));
            }
        }
        add(figures, absent, "", NeededFigure.of(comparison, "needed-" + number, texts));
        if (figures.stream().noneMatch(f -> f.id().startsWith("tipping"))) {
            absent.add(texts.say("tipping.none"));
        }
        return new ResearchPage.Studied(
                number,
                comparison.question().ask(),
                comparison.compares()
                        ? texts.say(
                                "question.compared",
                                "arm",
                                texts.names().arms(comparison.question().arm()),
                                "comparator",
                                texts.names().arms(comparison.question().comparator()))
                        : "",
                first.map(this::trust).orElse(List.of()),
                first.flatMap(a -> groups(a, number)),
                List.copyOf(figures),
                List.copyOf(absent),
                estimates(comparison),
                subgroups(comparison));
    }

    private void add(List<Figure> figures, List<String> absent, String otherwise, Optional<Figure> figure) {
        figure.ifPresentOrElse(figures::add, () -> {
            if (!otherwise.isEmpty()) {
                absent.add(texts.say(otherwise));
            }
        });
    }

    private List<Said> trust(Answer answer) {
        return answer.trust().lines().stream()
                .map(f ->
                        new Said(texts.say("trust." + f.line().word()) + " " + TrustSection.inWords(f, texts), f.ids()))
                .toList();
    }

    private Optional<Listing> groups(Answer answer, int number) {
        String title = texts.say("research.table1", "n", Integer.toString(number));
        return Balance.of(tables, answer).map(b -> BalanceFigures.numbers(b, title, texts));
    }

    /** Everybody's rows of a question; a gate that is shut leaves its rows as words. */
    private Listing estimates(Comparison comparison) {
        Table rows = Tables.where(
                tables.estimates(), "question", comparison.question().id(), "subgroup", "");
        rows = rows.where(Selection.with(told(comparison, rows)));
        String caption = texts.say("research.estimates");
        Listing all = Raw.of(caption, rows, ESTIMATES, texts);
        List<List<Cell>> shown = new ArrayList<>();
        for (int i = 0; i < rows.rowCount(); i++) {
            String outcome = rows.getString(i, "outcome");
            String window = rows.getString(i, "window");
            boolean closed = comparison.answers().stream()
                    .anyMatch(a -> a.closed()
                            && a.outcome().id().equals(outcome)
                            && a.window().id().equals(window));
            shown.add(closed ? shut(all.rows().get(i)) : all.rows().get(i));
        }
        return new Listing(caption, all.columns(), List.copyOf(shown), all.headings());
    }

    /** The rows of the time that each outcome is told by; the others stand in the file. */
    private static int[] told(Comparison comparison, Table rows) {
        List<String> times = comparison.question().outcomes().stream()
                .flatMap(o -> comparison.told(o).stream())
                .map(a -> a.outcome().id() + "/" + a.window().id())
                .toList();
        return IntStream.range(0, rows.rowCount())
                .filter(i -> times.contains(rows.getString(i, "outcome") + "/" + rows.getString(i, "window")))
                .toArray();
    }

    /** Outcome, window, method and metric stay; every number goes. */
    private List<Cell> shut(List<Cell> row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            boolean reason = i == row.size() - 1;
            cells.add(i < 4 ? row.get(i) : Cell.of(reason ? texts.say("gate.row") : "–"));
        }
        return List.copyOf(cells);
    }

    private Optional<Listing> subgroups(Comparison comparison) {
        Table rows = Tables.where(
                tables.estimates(), "question", comparison.question().id());
        Table some = rows.where(rows.stringColumn("subgroup")
                .isNotEqualTo("")
                .and(rows.stringColumn("estimator")
                        .isIn("interaction", "dose")
                        .or(rows.stringColumn("metric").isEqualTo("adjusted_difference"))));
        List<String> names = List.of(
                "outcome",
                "window",
                "subgroup",
                "estimator",
                "metric",
                "n_arm",
                "n_comparator",
                "estimate",
                "ci_low",
                "ci_high",
                "p_value",
                "status",
                "reason");
        return some.isEmpty() || comparison.answers().stream().anyMatch(Answer::closed)
                ? Optional.empty()
                : Optional.of(Raw.of(texts.say("research.subgroups"), some, names, texts));
    }

    private Listing heterogeneity() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < comparisons.size(); i++) {
            for (Answer answer : comparisons.get(i).answers()) {
                int number = i + 1;
                answer.effect("clinics_pooled", "hedges_g").ifPresent(g -> rows.add(pooled(answer, g, number)));
            }
        }
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("research.question")),
                Listing.numbers(texts.say("research.clinics_n")),
                Listing.numbers(texts.say("forest.g")),
                Listing.numbers("τ²"),
                Listing.numbers("I²"),
                Listing.numbers(texts.say("forest.prediction")),
                Listing.numbers(texts.say("research.two_stage")),
                Listing.numbers(texts.say("research.one_stage")));
        return new Listing(texts.say("research.heterogeneity"), columns, List.copyOf(rows), 1);
    }

    private List<Cell> pooled(Answer answer, Effect g, int number) {
        Optional<Effect> profile = answer.effect("clinics_pooled", "tau2_q_profile");
        Optional<Effect> tau2 = answer.effect("clinics_pooled", "tau2");
        Optional<Effect> i2 = answer.effect("clinics_pooled", "i2_percent");
        Optional<Effect> prediction = answer.effect("clinics_pooled", "prediction_interval");
        String to = texts.say("number.to");
        int decimals = Names.decimals(answer.outcome().instrument());
        String unit = " " + texts.names().unit(answer.outcome().instrument());
        return List.of(
                Cell.of(texts.say("question.label", "n", Integer.toString(number)) + ", "
                        + texts.names().label(answer.outcome().instrument()) + ", "
                        + texts.names().days(answer.window())),
                new Cell(texts.shown().count(g.clinics()), g.id()),
                new Cell(texts.shown().withInterval(g.estimate(), g.low(), g.high(), 2, to), g.id()),
                profile.isPresent() ? interval(profile, 3, "") : cell(tau2, 3),
                cell(i2, 0),
                prediction
                        .map(p -> new Cell(texts.shown().interval(p.low(), p.high(), 2, to), p.id()))
                        .orElse(Cell.of("–")),
                interval(answer.effect("clinics_pooled", "two_stage_difference"), decimals, unit),
                interval(answer.effect("clinics_pooled", "one_stage_difference"), decimals, unit));
    }

    private Cell interval(Optional<Effect> effect, int decimals, String unit) {
        String to = texts.say("number.to");
        return effect.map(e -> new Cell(
                        texts.shown().withInterval(e.estimate(), e.low(), e.high(), decimals, to) + unit, e.id()))
                .orElse(Cell.of("–"));
    }

    private Cell cell(Optional<Effect> effect, int decimals) {
        return effect.map(e -> new Cell(texts.shown().number(e.estimate(), decimals), e.id()))
                .orElse(Cell.of("–"));
    }

    private List<Listing> flow() {
        return answerable()
                .map(c -> FlowTables.ofQuestion(tables.flow(), c, comparisons.indexOf(c) + 1, texts))
                .toList();
    }

    private List<Figure> unseen() {
        return answerable()
                .flatMap(c -> MissingFigure.of(tables.flow(), c, comparisons.indexOf(c) + 1, texts).stream())
                .toList();
    }

    private Stream<Comparison> answerable() {
        return comparisons.stream().filter(Comparison::compares);
    }

    private Listing missing() {
        return tables.with("missing", "question", "outcome", "window", "arm", "by", "level", "eligible", "followed")
                .map(t -> Raw.of(
                        texts.say("research.missing"),
                        t.where(t.stringColumn("by").isEqualTo("all")),
                        List.of("question", "outcome", "window", "arm", "eligible", "followed", "share"),
                        texts))
                .orElse(new Listing(texts.say("research.missing"), List.of(), List.of(), 1));
    }

    private void add(List<Listing> listings, String name, String caption, List<String> columns) {
        tables.with(name, columns.toArray(String[]::new))
                .filter(t -> !t.isEmpty())
                .ifPresent(t -> listings.add(Raw.of(texts.say(caption), t, columns, texts)));
    }

    private List<Listing> listings() {
        Table clinics = Tables.where(tables.clinics(), "subgroup", "");
        boolean shut = comparisons.stream().flatMap(c -> c.answers().stream()).anyMatch(Answer::closed);
        List<Listing> listings = new ArrayList<>();
        add(
                listings,
                "certainty",
                "research.certainty",
                List.of("question", "outcome", "window", "domain", "judgement", "levels", "why"));
        add(
                listings,
                "literature",
                "research.literature",
                List.of(
                        "question",
                        "outcome",
                        "window",
                        "source",
                        "metric",
                        "our_estimate",
                        "our_ci_low",
                        "our_ci_high",
                        "their_estimate",
                        "their_ci_low",
                        "their_ci_high",
                        "their_n",
                        "z",
                        "direction",
                        "they_found",
                        "grade",
                        "mismatch",
                        "provenance"));
        add(
                listings,
                "positivity",
                "research.positivity",
                List.of("question", "covariate", "level", "other_covariate", "other_level", "lacking", "n_other"));
        if (!shut) {
            listings.add(clinics(clinics));
        }
        listings.add(HarmTable.of(tables.safety(), texts));
        tables.with("harms", "measure", "arm", "group", "events", "status", "words")
                .filter(t -> !t.isEmpty())
                .ifPresent(t -> listings.add(HarmRates.of(t, texts.say("harm.caption_all"), texts)));
        List<CheckResult> checks = CheckResult.all(tables, job, texts);
        if (!checks.isEmpty()) {
            listings.add(QualitySection.full(checks, texts));
        }
        return List.copyOf(listings);
    }

    /** Clinics as studies; where they are many, of each effect those with most weight. */
    private Listing clinics(Table clinics) {
        List<Integer> all = IntStream.range(0, clinics.rowCount()).boxed().toList();
        List<Integer> shown = LongTable.shown(
                all,
                i -> List.of(
                        clinics.getString(i, "question"),
                        clinics.getString(i, "outcome"),
                        clinics.getString(i, "window")),
                Comparator.comparingDouble(i -> -weight(clinics.row(i))));
        List<String> columns =
                ClinicRow.COLUMNS.stream().filter(c -> !c.equals("subgroup")).toList();
        Listing listing = Raw.of(
                texts.say("research.clinics"),
                clinics.where(Selection.with(
                        shown.stream().mapToInt(Integer::intValue).toArray())),
                columns,
                texts);
        return listing.with(
                LongTable.note(shown.size(), all.size(), "research.shortened.clinics", "clinics.csv", texts));
    }

    private static double weight(Row clinic) {
        double percent = Effect.number(clinic, "weight_percent");
        return Double.isNaN(percent) ? 0 : percent;
    }

    private Listing provenance() {
        List<List<Cell>> rows = new ArrayList<>();
        Stream.of(
                        List.of("research.cluster", job.cluster().word()),
                        List.of(
                                "research.cell",
                                Integer.toString(job.disclosure().minCell())),
                        List.of(
                                "research.washout",
                                Integer.toString(job.cohort().washoutDays())))
                .forEach(e ->
                        rows.add(List.of(Cell.of(texts.say(e.get(0))), Cell.of(texts.sayOr("column.", e.get(1))))));
        tables.manifest()
                .entries()
                .forEach((name, value) -> rows.add(List.of(Cell.of(name), new Cell(value, "manifest:" + name))));
        List<Listing.Column> columns =
                List.of(Listing.words(texts.say("research.entry")), Listing.words(texts.say("research.value")));
        return new Listing(texts.say("research.provenance"), columns, List.copyOf(rows), 1);
    }
}
