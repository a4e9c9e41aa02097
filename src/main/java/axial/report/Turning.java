package axial.report;

import java.util.Optional;

/** Where the verdict turns, had those who were not seen done otherwise, in a sentence. */
final class Turning {
    private Turning() {}

    /** Empty where the run's tables do not say, or nothing may be compared. */
    static Optional<Said> of(Answer answer, Texts texts) {
        Effect turn = answer.effects().get("tipping/tipping_delta");
        if (turn == null || turn.status().equals("withheld")) {
            return Optional.empty();
        }
        if (!turn.stands()) {
            return Optional.of(new Said(
                    texts.say(
                            "turn.never",
                            "outcome",
                            texts.names().label(answer.outcome().instrument()),
                            "days",
                            texts.names().days(answer.window()),
                            "reason",
                            texts.names().reason(turn.reason())),
                    turn.id()));
        }
        String[] ends = turn.reason().split(" to ", 2);
        return Optional.of(new Said(
                texts.say(
                        turn.estimate() > 0 ? "turn.higher" : "turn.lower",
                        "outcome",
                        texts.names().label(answer.outcome().instrument()),
                        "days",
                        texts.names().days(answer.window()),
                        "arm",
                        texts.names().arms(answer.question().arm()),
                        "delta",
                        texts.shown()
                                .number(
                                        Math.abs(turn.estimate()),
                                        Names.decimals(answer.outcome().instrument())),
                        "unit",
                        texts.names().unit(answer.outcome().instrument()),
                        "from",
                        texts.names().reason(ends[0]),
                        "to",
                        ends.length > 1 ? texts.names().reason(ends[1]) : "–"),
                turn.id()));
    }
}
