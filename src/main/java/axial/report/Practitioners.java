package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far practitioners of one clinic lie apart: a summary of all of them, never one. */
final class Practitioners {
    private static final String METHOD = "between_practitioners";

    private Practitioners() {}

    /** One row for each question where it was asked; empty where the run's tables have none. */
    static Optional<Listing> of(List<Comparison> comparisons, Texts texts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < comparisons.size(); i++) {
            for (Answer answer : comparisons.get(i).answers()) {
                Effect sd = answer.effects().get(METHOD + "/between_practitioner_sd");
                if (sd != null) {
                    rows.add(row(answer, sd, i + 1, texts));
                }
            }
        }
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("research.question")),
                Listing.words(texts.say("practitioners.who")),
                Listing.numbers(texts.say("practitioners.sd")),
                Listing.numbers(texts.say("practitioners.share")),
                Listing.numbers(texts.say("practitioners.shrunken")));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Listing(texts.say("practitioners.title"), columns, List.copyOf(rows), 1));
    }

    private static List<Cell> row(Answer answer, Effect sd, int number, Texts texts) {
        String unit = " " + texts.names().unit(answer.outcome().instrument());
        Optional<Effect> shrunken = answer.effect(METHOD, "shrunken_practitioner_sd");
        return List.of(
                Cell.of(texts.say("question.label", "n", Integer.toString(number)) + ", "
                        + texts.names().label(answer.outcome().instrument()) + ", "
                        + texts.names().days(answer.window())),
                new Cell(texts.names().reason(sd.reason()), sd.id()),
                interval(answer.effect(METHOD, "between_practitioner_sd"), unit, texts),
                interval(answer.effect(METHOD, "practitioner_icc"), "", texts),
                shrunken.map(e -> new Cell(texts.shown().number(e.estimate(), 2) + unit, e.id()))
                        .orElse(Cell.of("–")));
    }

    private static Cell interval(Optional<Effect> effect, String unit, Texts texts) {
        return effect.map(e -> new Cell(
                        texts.shown().withInterval(e.estimate(), e.low(), e.high(), 2, texts.say("number.to")) + unit,
                        e.id()))
                .orElse(Cell.of("–"));
    }
}
