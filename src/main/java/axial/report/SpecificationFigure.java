package axial.report;

import axial.report.chart.SpecificationChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Which estimators make which choice, in the order of the picture. */
    private static final Map<String, Set<String>> CHOICES = choices();

    private SpecificationFigure() {}

    private static Map<String, Set<String>> choices() {
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        choices.put("as_seen", Set.of("unadjusted", "worst_case"));
        choices.put("regression", Set.of("ancova", "augmented", "within_clinic", "mmrm", "jump_to_reference"));
        choices.put(
                "weights",
                Set.of(
                        "overlap_weighted",
                        "overlap_weighted_all_arms",
                        "inverse_probability",
                        "treated_weighted",
                        "augmented"));
        choices.put("clinics", Set.of("clinics_pooled", "within_clinic"));
        choices.put("unseen", Set.of("followed_weighted", "mmrm", "jump_to_reference", "worst_case"));
        return choices;
    }

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
        List<SpecificationChart.Way> ways = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (Effect e : effects) {
            String name = name(e, texts);
            String number =
                    texts.shown().withInterval(e.estimate(), e.low(), e.high(), decimals, texts.say("number.to"));
            boolean main = answer.difference().map(d -> d.id().equals(e.id())).orElse(false);
            List<Boolean> made = CHOICES.values().stream()
                    .map(c -> c.contains(e.estimator()))
                    .toList();
            ways.add(new SpecificationChart.Way(
                    e.estimate(), e.low(), e.high(), main, made, e.id(), name + ": " + number));
            said.add(name + ": " + number + ".");
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
                String.join(" ", said),
                new SpecificationChart(
                                axis,
                                ways,
                                CHOICES.keySet().stream()
                                        .map(c -> texts.say("specification." + c))
                                        .toList(),
                                answer.mcid().orElse(Double.NaN))
                        .drawing(texts.shown()::number),
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
