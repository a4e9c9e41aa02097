package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * A forest plot with its words and its numbers.
 *
 * @param drawing empty where there is nothing to draw; then {@code note} says why
 */
public record ForestFigure(
        String id,
        String title,
        String description,
        Optional<ForestDrawing> drawing,
        String order,
        String note,
        Optional<Listing> numbers) {
    private static final Texts TEXTS = Texts.ENGLISH;

    static ForestFigure of(Answer answer, Table clinics, String id) {
        String title = TEXTS.say(
                "forest.title", "outcome", answer.outcome().instrument().label(), "days", Names.days(answer.window()));
        return Forest.of(answer, clinics)
                .map(forest -> new ForestFigure(
                        id,
                        title,
                        description(forest),
                        Optional.of(ForestDrawing.of(forest)),
                        TEXTS.say(
                                "forest.order",
                                "arm",
                                Names.arms(answer.question().arm()),
                                "comparator",
                                Names.arms(answer.question().comparator())),
                        note(forest.hidden()),
                        Optional.of(numbers(forest, title))))
                .orElseGet(() -> new ForestFigure(
                        id,
                        title,
                        "",
                        Optional.empty(),
                        "",
                        TEXTS.say(
                                "forest.none",
                                "outcome",
                                Names.outcome(answer.outcome().instrument())),
                        Optional.empty()));
    }

    private static String description(Forest forest) {
        Effect pooled = forest.pooled();
        Optional<Effect> prediction = forest.prediction();
        return TEXTS.say(
                prediction.isPresent() ? "forest.desc" : "forest.desc_plain",
                "k",
                Shown.count(forest.studies().size()),
                "g",
                Shown.number(pooled.estimate(), Shown.G_DECIMALS),
                "low",
                Shown.number(pooled.low(), Shown.G_DECIMALS),
                "high",
                Shown.number(pooled.high(), Shown.G_DECIMALS),
                "plow",
                Shown.number(prediction.map(Effect::low).orElse(Double.NaN), Shown.G_DECIMALS),
                "phigh",
                Shown.number(prediction.map(Effect::high).orElse(Double.NaN), Shown.G_DECIMALS),
                "note",
                note(forest.hidden()));
    }

    private static String note(long hidden) {
        if (hidden == 0) {
            return TEXTS.say("forest.hidden.none");
        }
        return hidden == 1 ? TEXTS.say("forest.hidden.one") : TEXTS.say("forest.hidden.many", "n", Shown.count(hidden));
    }

    private static Listing numbers(Forest forest, String title) {
        String arm = Names.arms(forest.answer().question().arm());
        String comparator = Names.arms(forest.answer().question().comparator());
        List<Listing.Column> columns = List.of(
                Listing.words(TEXTS.say("forest.clinic")),
                Listing.numbers(TEXTS.say("forest.n_arm", "arm", arm)),
                Listing.numbers(TEXTS.say("forest.mean_arm", "arm", arm)),
                Listing.numbers(TEXTS.say("forest.n_comparator", "comparator", comparator)),
                Listing.numbers(TEXTS.say("forest.mean_comparator", "comparator", comparator)),
                Listing.numbers(TEXTS.say("forest.g")),
                Listing.numbers(TEXTS.say("forest.weight")));
        List<List<String>> rows = new ArrayList<>();
        int decimals = Names.decimals(forest.answer().outcome().instrument());
        forest.studies().forEach(s -> rows.add(row(s, decimals)));
        rows.add(pooled(forest));
        forest.prediction()
                .ifPresent(p -> rows.add(List.of(
                        TEXTS.say("forest.prediction"),
                        "",
                        "",
                        "",
                        "",
                        Shown.interval(p.low(), p.high(), Shown.G_DECIMALS),
                        "")));
        return new Listing(TEXTS.say("forest.table", "title", title), columns, List.copyOf(rows), 1);
    }

    private static List<String> row(Forest.Study study, int decimals) {
        return List.of(
                study.clinic(),
                Shown.count(study.nArm()),
                Shown.number(study.meanArm(), decimals),
                Shown.count(study.nComparator()),
                Shown.number(study.meanComparator(), decimals),
                ForestDrawing.interval(study.g()),
                Double.isNaN(study.weight()) ? "–" : Shown.number(study.weight(), 1) + " %");
    }

    private static List<String> pooled(Forest forest) {
        Effect pooled = forest.pooled();
        return List.of(
                TEXTS.say("forest.pooled", "k", Shown.count(pooled.clinics())),
                Shown.count(pooled.nArm()),
                "",
                Shown.count(pooled.nComparator()),
                "",
                Shown.withInterval(pooled.estimate(), pooled.low(), pooled.high(), Shown.G_DECIMALS),
                "");
    }
}
