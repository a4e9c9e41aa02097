package axial.report;

import axial.report.chart.SpecificationChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many must be treated for one more to improve enough, outcome by outcome. The axis is that of the difference of shares,
 * labelled by its inverse: an interval that holds no difference runs through infinity, as it should (Altman 1998).
 */
final class NeededFigure {
    private final Comparison comparison;
    private final Texts texts;

    private NeededFigure(Comparison comparison, Texts texts) {
        this.comparison = comparison;
        this.texts = texts;
    }

    static Optional<Figure> of(Comparison comparison, String id, Texts texts) {
        List<Answer> answers = comparison.mains().stream()
                .filter(a -> a.effect("responder", "risk_difference")
                        .filter(Effect::hasInterval)
                        .isPresent())
                .toList();
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(new NeededFigure(comparison, texts).figure(answers, id));
    }

    private Figure figure(List<Answer> answers, String id) {
        List<SpecificationChart.Way> ways = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            int place = i;
            Answer answer = answers.get(i);
            Effect e = answer.effect("responder", "risk_difference").orElseThrow();
            String outcome = texts.names().outcome(answer.outcome().instrument());
            String numbers = needed(e.estimate()) + " (" + needed(e.low())
                    + texts.say("number.to")
                    + (e.low() < 0 && e.high() > 0 ? "∞" + texts.say("number.to") : "")
                    + needed(e.high())
                    + ")";
            List<Boolean> made = IntStream.range(0, answers.size())
                    .mapToObj(row -> row == place)
                    .toList();
            ways.add(new SpecificationChart.Way(
                    e.estimate(), e.low(), e.high(), false, made, e.id(), outcome + ": " + numbers));
            outcomes.add(outcome);
            said.add(outcome + ": " + numbers + ".");
            rows.add(Listing.row(e.id(), outcome, texts.names().days(answer.window()), numbers));
        }
        String title = texts.say(
                "needed.title",
                "arm",
                texts.names().arms(comparison.question().arm()),
                "comparator",
                texts.names().arms(comparison.question().comparator()));
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("sof.outcome")),
                Listing.words(texts.say("flow.window")),
                Listing.numbers(texts.say("needed.number")));
        return new Figure(
                id,
                title,
                String.join(" ", said),
                new SpecificationChart(texts.say("needed.axis"), ways, outcomes, Double.NaN)
                        .drawing((share, decimals) -> needed(share)),
                texts.say("needed.caption"),
                new Listing(texts.say("forest.table", "title", title), columns, List.copyOf(rows), 2),
                "estimates.csv");
    }

    /** The inverse of a difference of shares, of benefit or of harm. */
    private String needed(double share) {
        if (Math.abs(share) < 1e-12) {
            return "∞";
        }
        double number = 1 / Math.abs(share);
        return texts.say(share > 0 ? "needed.benefit" : "needed.harm") + " "
                + texts.shown().number(number, number < 10 ? 1 : 0);
    }
}
