package axial.report;

import axial.clinic.Instrument;
import java.util.List;
import java.util.Optional;

/**
 * One outcome at one time, ready to print.
 *
 * @param instead the words in place of numbers; empty where there are numbers
 */
public record SummaryLine(
        String window,
        String days,
        String instead,
        Side comparator,
        Side arm,
        Number difference,
        String adjusted,
        Number standardised,
        People people,
        Sureness sureness,
        String meaning,
        String verdict) {
    private static final Texts TEXTS = Texts.ENGLISH;
    private static final Number NO_NUMBER = new Number("–", "");
    private static final Side NO_SIDE = new Side("–", "");

    /** An estimate and its interval. */
    public record Number(String estimate, String interval) {}

    /** The change on one side, and how many of a hundred improved enough. */
    public record Side(String change, String responders) {}

    /** Who stands behind the numbers. */
    public record People(String analysed, String clinics, String eligible) {}

    /** The certainty in words and circles, with the footnotes that say why. */
    public record Sureness(String word, String circles, List<SummaryTable.Note> notes) {}

    static SummaryLine of(Answer answer, List<String> reasons, List<SummaryTable.Note> notes, int minCell) {
        return answer.difference().map(d -> filled(answer, d, reasons, notes)).orElseGet(() -> empty(answer, minCell));
    }

    private static SummaryLine empty(Answer answer, int minCell) {
        return new SummaryLine(
                Names.capital(Names.plain(answer.window().id())),
                Names.days(answer.window()),
                instead(answer, minCell),
                NO_SIDE,
                NO_SIDE,
                NO_NUMBER,
                "",
                NO_NUMBER,
                new People("", "", ""),
                new Sureness("", "", List.of()),
                "",
                "");
    }

    private static String instead(Answer answer, int minCell) {
        if (answer.withheld()) {
            return TEXTS.say("sof.withheld", "n", Integer.toString(minCell));
        }
        if (answer.effects().isEmpty()) {
            return TEXTS.say("sof.absent");
        }
        String reason = answer.reason().map(Names::plain).orElseGet(() -> TEXTS.say("sof.no_reason"));
        return TEXTS.say("sof.not_estimable", "reason", reason);
    }

    private static SummaryLine filled(
            Answer answer, Effect difference, List<String> reasons, List<SummaryTable.Note> notes) {
        Grade grade = Grade.of(answer);
        Instrument instrument = answer.outcome().instrument();
        Optional<Responders> responders = instrument.mcid() == null ? Optional.empty() : Responders.of(answer);
        return new SummaryLine(
                Names.capital(Names.plain(answer.window().id())),
                Names.days(answer.window()),
                "",
                side(answer, "comparator", responders.map(Responders::comparator)),
                side(answer, "arm", responders.map(Responders::arm)),
                shown(difference, Names.decimals(instrument)),
                TEXTS.say(answer.adjusted() ? "sof.adjusted" : "sof.plain"),
                answer.effect("unadjusted", "hedges_g")
                        .map(g -> shown(g, Shown.G_DECIMALS))
                        .orElse(NO_NUMBER),
                people(answer, difference),
                sureness(grade, reasons, notes),
                Claim.of(answer, grade),
                Sentences.verdict(answer).orElse(""));
    }

    private static Number shown(Effect effect, int decimals) {
        return new Number(
                Shown.number(effect.estimate(), decimals),
                effect.hasInterval() ? "(" + Shown.interval(effect.low(), effect.high(), decimals) + ")" : "");
    }

    private static Side side(Answer answer, String side, Optional<Double> responders) {
        Instrument instrument = answer.outcome().instrument();
        String change = answer.effect(side, "mean_change")
                .map(e -> Shown.number(e.estimate(), Names.decimals(instrument)))
                .orElse("–");
        return new Side(
                change,
                responders
                        .map(r -> TEXTS.say("sof.responders", "n", Shown.perHundred(r)))
                        .orElse(""));
    }

    private static People people(Answer answer, Effect difference) {
        String analysed = TEXTS.say(
                "sof.people_cell",
                "comparator",
                Shown.count(difference.nComparator()),
                "arm",
                Shown.count(difference.nArm()));
        String clinics = difference.clinics() == 1
                ? TEXTS.say("sof.clinic")
                : difference.clinics() < 0 ? "" : TEXTS.say("sof.clinics", "n", Shown.count(difference.clinics()));
        long eligible = answer.followed().eligible();
        return new People(analysed, clinics, eligible < 0 ? "" : TEXTS.say("sof.eligible", "n", Shown.count(eligible)));
    }

    private static Sureness sureness(Grade grade, List<String> reasons, List<SummaryTable.Note> notes) {
        return new Sureness(
                Names.capital(TEXTS.say("certainty." + grade.certainty().word())),
                grade.certainty().circles(),
                grade.reasons().stream()
                        .map(reasons::indexOf)
                        .sorted()
                        .map(notes::get)
                        .toList());
    }
}
