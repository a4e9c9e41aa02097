package axial.report;

import axial.report.chart.DotsChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every way in which the difference was estimated, in the unit of the instrument, sorted. */
final class SpecificationFigure {
    /** Differences in the unit of the instrument, arm minus comparator on the change. */
    private static final Set<String> DIFFERENCES = Set.of(
            "mean_difference",
            "adjusted_difference",
            "one_stage_difference",
            "two_stage_difference",
            "mean_difference_least",
            "mean_difference_most");

    private SpecificationFigure() {}

    static Optional<Figure> of(Answer answer, String id, Texts texts) {
        List<Effect> effects = answer.effects().values().stream()
                .filter(e -> e.stands() && e.hasInterval() && DIFFERENCES.contains(e.metric()))
                .filter(e -> !Double.isInfinite(e.low() + e.high()))
                .sorted(Comparator.comparingDouble(Effect::estimate).thenComparing(Effect::key))
                .toList();
        return effects.size() < 2 ? Optional.empty() : Optional.of(figure(effects, answer, id, texts));
    }

    private static Figure figure(List<Effect> effects, Answer answer, String id, Texts texts) {
        int decimals = Names.decimals(answer.outcome().instrument());
        List<DotsChart.Row> rows = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (Effect e : effects) {
            String name = name(e, texts);
            String number =
                    texts.shown().withInterval(e.estimate(), e.low(), e.high(), decimals, texts.say("number.to"));
            boolean main = answer.difference().map(d -> d.id().equals(e.id())).orElse(false);
            rows.add(new DotsChart.Row(name, Double.NaN, e.estimate(), e.low(), e.high(), number, main, e.id()));
            cells.add(Listing.row(
                    e.id(),
                    name,
                    number,
                    texts.shown().people(e.nComparator()) + " / "
                            + texts.shown().people(e.nArm())));
        }
        String title = texts.say(
                "specification.title",
                "outcome",
                texts.names().label(answer.outcome().instrument()),
                "days",
                texts.names().days(answer.window()));
        List<Double> guides = new ArrayList<>(List.of(0.0));
        String axis = texts.say(
                "specification.axis",
                "unit",
                texts.names().unit(answer.outcome().instrument()),
                "arm",
                texts.names().arms(answer.question().arm()),
                "comparator",
                texts.names().arms(answer.question().comparator()));
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("specification.method")),
                Listing.numbers(texts.say("sof.difference")),
                Listing.numbers(texts.say("forest.people")));
        return new Figure(
                id,
                title,
                String.join(
                        " ",
                        rows.stream()
                                .map(r -> r.name() + ": " + r.number() + ".")
                                .toList()),
                new DotsChart(axis, rows, guides, false, "", "").drawing(texts.shown()::number),
                texts.say("specification.caption"),
                new Listing(texts.say("forest.table", "title", title), columns, List.copyOf(cells), 1),
                "estimates.csv");
    }

    static String name(Effect effect, Texts texts) {
        String key = "method." + effect.estimator() + "." + effect.metric();
        return texts.has(key)
                ? texts.say(key)
                : texts.sayOr("method.", effect.estimator()) + ", " + texts.sayOr("metric.", effect.metric());
    }
}
