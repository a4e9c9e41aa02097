package axial.report;

import axial.clinic.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One outcome at one time, ready to print.
 *
 * @param instead the words in place of numbers; empty where there are numbers
 */
public record SummaryLine(
        String window,
        String days,
        Said instead,
        Side comparator,
        Side arm,
        Number difference,
        String adjusted,
        Number perHundred,
        Number standardised,
        People people,
        Sureness sureness,
        Said meaning) {
    private static final Number NO_NUMBER = new Number("–", "", "");
    private static final Side NO_SIDE = new Side("–", "", "", "");

    /** An estimate and its interval. */
    public record Number(String estimate, String interval, String id) {}

    /** The change on one side, and how many of a hundred improved enough. */
    public record Side(String change, String id, String responders, String respondersId) {}

    /** Who stands behind the numbers. */
    public record People(String analysed, String clinics, String id, String eligible, String eligibleId) {}

    /** The certainty in words and circles, with the footnotes that say why. */
    public record Sureness(String word, String circles, List<SummaryTable.Note> notes) {}

    static SummaryLine of(
            Answer answer, List<String> reasons, List<SummaryTable.Note> notes, int minCell, Texts texts) {
        return answer.difference()
                .map(d -> new Filling(answer, d, texts).line(reasons, notes))
                .orElseGet(() -> empty(answer, minCell, texts));
    }

    private static SummaryLine empty(Answer answer, int minCell, Texts texts) {
        return new SummaryLine(
                texts.names().window(answer.window()),
                texts.names().days(answer.window()),
                instead(answer, minCell, texts),
                NO_SIDE,
                NO_SIDE,
                NO_NUMBER,
                "",
                NO_NUMBER,
                NO_NUMBER,
                new People("", "", "", "", ""),
                new Sureness("", "", List.of()),
                Said.of(""));
    }

    private static Said instead(Answer answer, int minCell, Texts texts) {
        if (answer.closed()) {
            return Sentences.shut(answer, texts);
        }
        if (answer.withheld()) {
            return Said.of(texts.say("sof.withheld", "n", Integer.toString(minCell)));
        }
        if (answer.effects().isEmpty()) {
            return Said.of(texts.say("sof.absent"));
        }
        String reason = answer.reason().map(texts.names()::reason).orElseGet(() -> texts.say("sof.no_reason"));
        return Said.of(texts.say("sof.not_estimable", "reason", reason));
    }

    /** Fills a line from an answer that has a difference. */
    private record Filling(Answer answer, Effect difference, Texts texts) {

        SummaryLine line(List<String> reasons, List<SummaryTable.Note> notes) {
            Grade grade = Grade.of(answer);
            Instrument instrument = answer.outcome().instrument();
            Optional<Responders> responders = instrument.mcid() == null ? Optional.empty() : Responders.of(answer);
            return new SummaryLine(
                    texts.names().window(answer.window()),
                    texts.names().days(answer.window()),
                    Said.of(""),
                    side(
                            "comparator",
                            responders.map(r -> texts.shown().perHundred(r.comparator(), r.nComparator())),
                            responders),
                    side("arm", responders.map(r -> texts.shown().perHundred(r.arm(), r.nArm())), responders),
                    shown(difference, Names.decimals(instrument)),
                    texts.say(answer.adjusted() ? "sof.adjusted" : "sof.plain"),
                    perHundred(),
                    answer.effect("unadjusted", "hedges_g")
                            .map(g -> shown(g, Shown.G_DECIMALS))
                            .orElse(NO_NUMBER),
                    people(),
                    sureness(grade, reasons, notes),
                    meaning(grade));
        }

        private Said meaning(Grade grade) {
            return Said.together(Stream.of(
                            Stream.of(new Said(Claim.of(answer, grade, texts), difference.id())),
                            Sentences.verdict(answer, texts).stream())
                    .flatMap(s -> s)
                    .toList());
        }

        private Number shown(Effect effect, int decimals) {
            return new Number(
                    texts.shown().number(effect.estimate(), decimals),
                    effect.hasInterval()
                            ? "("
                                    + texts.shown()
                                            .interval(effect.low(), effect.high(), decimals, texts.say("number.to"))
                                    + ")"
                            : "",
                    effect.id());
        }

        /** How many more of a hundred improved enough after the arm. */
        private Number perHundred() {
            return answer.effect("responder", "risk_difference")
                    .filter(Effect::hasInterval)
                    .map(e -> new Number(
                            texts.say(
                                    e.estimate() >= 0 ? "sof.more_of_100" : "sof.fewer_of_100",
                                    "n",
                                    texts.shown().perHundred(Math.abs(e.estimate()))),
                            "("
                                    + texts.shown().interval(e.low() * 100, e.high() * 100, 0, texts.say("number.to"))
                                    + ")",
                            e.id()))
                    .orElse(new Number("", "", ""));
        }

        private Side side(String side, Optional<String> perHundred, Optional<Responders> responders) {
            Optional<Effect> mean = answer.effect(side, "mean_change");
            return new Side(
                    mean.map(e -> texts.shown()
                                    .number(
                                            e.estimate(),
                                            Names.decimals(answer.outcome().instrument())))
                            .orElse("–"),
                    mean.map(Effect::id).orElse(""),
                    perHundred.map(n -> texts.say("sof.responders", "n", n)).orElse(""),
                    responders.map(Responders::id).orElse(""));
        }

        private People people() {
            String analysed = texts.say(
                    "sof.people_cell",
                    "comparator",
                    texts.shown().people(difference.nComparator()),
                    "arm",
                    texts.shown().people(difference.nArm()));
            String clinics = difference.clinics() < 0 ? "" : texts.counted("sof.clinics", difference.clinics());
            long eligible = answer.followed().eligible();
            return new People(
                    analysed,
                    clinics,
                    difference.id(),
                    eligible < 0
                            ? ""
                            : texts.say("sof.eligible", "n", texts.shown().people(eligible)),
                    answer.followed().eligibleIds());
        }

        private Sureness sureness(Grade grade, List<String> reasons, List<SummaryTable.Note> notes) {
            return new Sureness(
                    Names.capital(texts.say("certainty." + grade.certainty().word())),
                    grade.certainty().circles(),
                    grade.reasons().stream()
                            .map(reasons::indexOf)
                            .sorted()
                            .map(notes::get)
                            .toList());
        }
    }
}
