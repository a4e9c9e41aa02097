package axial.report;

import axial.question.Job;
import axial.report.chart.ForestChart;
import axial.report.chart.ForestChart.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The signature figure: clinics as studies, pooled, and the review's rows beside them. */
final class ForestFigure {
    private final Forest forest;
    private final Texts texts;

    private ForestFigure(Forest forest, Texts texts) {
        this.forest = forest;
        this.texts = texts;
    }

    static Optional<Figure> of(Answer answer, Tables tables, String id, Texts texts) {
        return Forest.of(answer, tables).map(forest -> new ForestFigure(forest, texts).figure(id));
    }

    /** Why there is none. */
    static String none(Answer answer, Texts texts) {
        return texts.say(
                "forest.none", "outcome", texts.names().outcome(answer.outcome().instrument()));
    }

    private Figure figure(String id) {
        Answer answer = forest.answer();
        String about = texts.say(
                "forest.title",
                "outcome",
                texts.names().label(answer.outcome().instrument()),
                "days",
                texts.names().days(answer.window()));
        return new Figure(
                id,
                about + ". " + Claim.of(answer, Grade.of(answer), texts),
                description(),
                chart().drawing(texts.shown()::number),
                caption(),
                numbers(about),
                "clinics.csv");
    }

    private ForestChart chart() {
        List<ForestChart.Row> rows = new ArrayList<>();
        forest.studies()
                .forEach(s -> rows.add(new ForestChart.Row(
                        Kind.STUDY,
                        s.clinic(),
                        people(s.nArm(), s.nComparator()),
                        written(s.g()),
                        s.g().estimate(),
                        s.g().low(),
                        s.g().high(),
                        s.weight(),
                        s.id())));
        rows.add(row(Kind.POOLED, texts.counted("forest.pooled", forest.pooled().clinics()), forest.pooled()));
        forest.prediction().ifPresent(p -> rows.add(row(Kind.PREDICTION, texts.say("forest.prediction"), p)));
        if (!forest.review().isEmpty()) {
            rows.add(heading(texts.say("forest.review")));
            forest.review()
                    .forEach(f -> rows.add(new ForestChart.Row(
                            Kind.REVIEW,
                            f.source(),
                            f.people(),
                            f.smd().known() ? written(f.smd()) : texts.sayOr("literature.", f.words()),
                            f.smd().estimate(),
                            f.smd().low(),
                            f.smd().high(),
                            Double.NaN,
                            f.id())));
        }
        return new ForestChart(
                new ForestChart.Heads(
                        texts.say("forest.clinic"),
                        texts.say("forest.people"),
                        texts.say("forest.axis"),
                        texts.say("forest.g")),
                List.copyOf(rows),
                forest.matters(),
                favours(true),
                favours(false),
                List.of(heterogeneity()));
    }

    private static ForestChart.Row heading(String words) {
        double none = Double.NaN;
        return new ForestChart.Row(Kind.HEADING, words, "", "", none, none, none, none, "");
    }

    private ForestChart.Row row(Kind kind, String name, Effect effect) {
        boolean pooled = kind == Kind.POOLED;
        String people = pooled ? people(effect.nArm(), effect.nComparator()) : "";
        String number = pooled ? written(new Interval(effect.estimate(), effect.low(), effect.high())) : ends(effect);
        return new ForestChart.Row(
                kind, name, people, number, effect.estimate(), effect.low(), effect.high(), Double.NaN, effect.id());
    }

    private String ends(Effect effect) {
        return texts.shown().interval(effect.low(), effect.high(), Shown.G_DECIMALS, texts.say("number.to"));
    }

    private String written(Interval g) {
        return texts.shown().withInterval(g.estimate(), g.low(), g.high(), Shown.G_DECIMALS, texts.say("number.to"));
    }

    private String heterogeneity() {
        return texts.say(
                "forest.heterogeneity",
                "tau2",
                texts.shown()
                        .number(
                                forest.heterogeneity("tau2")
                                        .map(Effect::estimate)
                                        .orElse(Double.NaN),
                                Shown.G_DECIMALS),
                "i2",
                texts.shown()
                        .number(
                                forest.heterogeneity("i2_percent")
                                        .map(Effect::estimate)
                                        .orElse(Double.NaN),
                                0));
    }

    private String favours(boolean left) {
        Job.Question question = forest.answer().question();
        boolean lowIsGood = forest.answer().outcome().instrument().better().benefitSign() < 0;
        return texts.say(
                "forest.favours",
                "arm",
                texts.names().arms(lowIsGood == left ? question.arm() : question.comparator()));
    }

    private String description() {
        Effect pooled = forest.pooled();
        return texts.say(
                forest.prediction().isPresent() ? "forest.desc" : "forest.desc_plain",
                "k",
                texts.shown().count(forest.studies().size()),
                "g",
                texts.shown().number(pooled.estimate(), Shown.G_DECIMALS),
                "low",
                texts.shown().number(pooled.low(), Shown.G_DECIMALS),
                "high",
                texts.shown().number(pooled.high(), Shown.G_DECIMALS),
                "prediction",
                forest.prediction().map(this::ends).orElse(""),
                "note",
                note());
    }

    private String caption() {
        Job.Question question = forest.answer().question();
        String order = texts.say(
                "forest.order",
                "arm",
                texts.names().arms(question.arm()),
                "comparator",
                texts.names().arms(question.comparator()));
        String shade = forest.matters().isPresent() ? texts.say("forest.shade") + " " : "";
        String review = forest.review().isEmpty() ? "" : texts.say("forest.review_note") + " ";
        return order + " " + texts.say("forest.caption") + " " + shade + review + note();
    }

    private String people(long arm, long comparator) {
        return arm < 0 && comparator < 0 ? people(arm) : people(arm) + " / " + people(comparator);
    }

    private String people(long n) {
        return n < 0 ? texts.say("flow.withheld") : texts.shown().people(n);
    }

    private String note() {
        String hidden = forest.hidden() == 0
                ? texts.say("forest.hidden.none")
                : texts.counted("forest.hidden", forest.hidden());
        return forest.further() == 0 ? hidden : hidden + " " + texts.counted("forest.further", forest.further());
    }

    private Listing numbers(String about) {
        List<List<Cell>> rows = new ArrayList<>();
        int decimals = Names.decimals(forest.answer().outcome().instrument());
        forest.studies()
                .forEach(s -> rows.add(Listing.row(
                        s.id(),
                        s.clinic(),
                        texts.shown().people(s.nArm()),
                        texts.shown().number(s.meanArm(), decimals),
                        texts.shown().people(s.nComparator()),
                        texts.shown().number(s.meanComparator(), decimals),
                        written(s.g()),
                        Double.isNaN(s.weight()) ? "–" : weight(s.weight()))));
        Effect pooled = forest.pooled();
        rows.add(Listing.row(
                pooled.id(),
                texts.counted("forest.pooled", pooled.clinics()),
                people(pooled.nArm()),
                "",
                people(pooled.nComparator()),
                "",
                written(new Interval(pooled.estimate(), pooled.low(), pooled.high())),
                ""));
        forest.prediction()
                .ifPresent(p ->
                        rows.add(Listing.row(p.id(), texts.say("forest.prediction"), "", "", "", "", ends(p), "")));
        forest.review()
                .forEach(f -> rows.add(Listing.row(
                        f.id(),
                        f.source(),
                        f.people(),
                        "",
                        "",
                        "",
                        f.smd().known() ? written(f.smd()) : texts.sayOr("literature.", f.words()),
                        "")));
        return new Listing(texts.say("forest.table", "title", about), columns(), List.copyOf(rows), 1);
    }

    private String weight(double percent) {
        return texts.shown().number(percent, texts.shown().roundsPeople() ? 0 : 1) + " %";
    }

    private List<Listing.Column> columns() {
        String arm = texts.names().arms(forest.answer().question().arm());
        String comparator = texts.names().arms(forest.answer().question().comparator());
        return List.of(
                Listing.words(texts.say("forest.clinic")),
                Listing.numbers(texts.say("forest.n_arm", "arm", arm)),
                Listing.numbers(texts.say("forest.mean_arm", "arm", arm)),
                Listing.numbers(texts.say("forest.n_comparator", "comparator", comparator)),
                Listing.numbers(texts.say("forest.mean_comparator", "comparator", comparator)),
                Listing.numbers(texts.say("forest.g")),
                Listing.numbers(texts.say("forest.weight")));
    }
}
