package axial.report;

import axial.question.Job;
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
                .map(forest -> drawn(forest, id, title))
                .orElseGet(() -> none(answer, id, title));
    }

    private static ForestFigure drawn(Forest forest, String id, String title) {
        Job.Question question = forest.answer().question();
        return new ForestFigure(
                id,
                title,
                description(forest),
                Optional.of(ForestDrawing.of(forest)),
                TEXTS.say(
                        "forest.order",
                        "arm",
                        Names.arms(question.arm()),
                        "comparator",
                        Names.arms(question.comparator())),
                note(forest.hidden()),
                Optional.of(numbers(forest, title)));
    }

    private static ForestFigure none(Answer answer, String id, String title) {
        String why = TEXTS.say(
                "forest.none", "outcome", Names.outcome(answer.outcome().instrument()));
        return new ForestFigure(id, title, "", Optional.empty(), "", why, Optional.empty());
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
        List<List<String>> rows = new ArrayList<>();
        int decimals = Names.decimals(forest.answer().outcome().instrument());
        forest.studies().forEach(s -> rows.add(row(s, decimals)));
        rows.add(pooled(forest));
        forest.prediction().ifPresent(p -> {
            String ends = Shown.interval(p.low(), p.high(), Shown.G_DECIMALS);
            rows.add(List.of(TEXTS.say("forest.prediction"), "", "", "", "", ends, ""));
        });
        String caption = TEXTS.say("forest.table", "title", title);
        return new Listing(caption, columns(forest.answer().question()), List.copyOf(rows), 1);
    }

    private static List<Listing.Column> columns(Job.Question question) {
        String arm = Names.arms(question.arm());
        String comparator = Names.arms(question.comparator());
        return List.of(
                Listing.words(TEXTS.say("forest.clinic")),
                Listing.numbers(TEXTS.say("forest.n_arm", "arm", arm)),
                Listing.numbers(TEXTS.say("forest.mean_arm", "arm", arm)),
                Listing.numbers(TEXTS.say("forest.n_comparator", "comparator", comparator)),
                Listing.numbers(TEXTS.say("forest.mean_comparator", "comparator", comparator)),
                Listing.numbers(TEXTS.say("forest.g")),
                Listing.numbers(TEXTS.say("forest.weight")));
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
