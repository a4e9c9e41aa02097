package axial.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** The one sentence that an answer allows, by its interval, its certainty, its size and its direction. */
final class Claim {

    /** How far an interval reaches. */
    enum Reach {
        /** On one side of zero; or, of a trivial difference, wholly smaller than what matters. */
        CLEAR,
        /** Over zero, or past what matters on one side, but not from a harm that matters to a benefit that matters. */
        OPEN,
        /** From a harm that matters to a benefit that matters. */
        SPANNING;

        static Reach of(Interval benefit, OptionalDouble mcid) {
            if (mcid.isEmpty() ? benefit.holdsZero() : benefit.spans(mcid.getAsDouble())) {
                return SPANNING;
            }
            boolean trivial = mcid.isPresent() && Size.of(benefit.estimate(), mcid.getAsDouble()) == Size.TRIVIAL;
            boolean clear = trivial ? benefit.within(mcid.getAsDouble()) : !benefit.holdsZero();
            return clear ? CLEAR : OPEN;
        }
    }

    private Claim() {}

    static String of(Answer answer, Grade grade, Texts texts) {
        return answer.benefit()
                .filter(Interval::known)
                .map(benefit -> say(key(answer, grade, benefit), answer, benefit, texts))
                .orElseGet(() -> say("claim.cannot_tell", answer, new Interval(0, 0, 0), texts));
    }

    private static String key(Answer answer, Grade grade, Interval benefit) {
        OptionalDouble mcid = answer.mcid();
        Reach reach = Reach.of(benefit, mcid);
        return mcid.isEmpty()
                ? unsized(grade.certainty(), reach)
                : key(grade.certainty(), Size.of(benefit.estimate(), mcid.getAsDouble()), reach);
    }

    private static String unsized(Certainty certainty, Reach reach) {
        if (reach == Reach.SPANNING) {
            return "claim.cannot_tell";
        }
        return certainty == Certainty.VERY_LOW ? "claim.very_low" : "claim." + certainty.word() + ".unsized";
    }

    /** Which text says so much of a difference of that size, and no more. */
    static String key(Certainty certainty, Size size, Reach reach) {
        if (reach == Reach.SPANNING) {
            return "claim.cannot_tell";
        }
        if (certainty == Certainty.VERY_LOW) {
            return "claim.very_low";
        }
        String open = reach == Reach.OPEN ? "open." : "";
        return "claim." + certainty.word() + "." + open + size.name().toLowerCase(Locale.ROOT);
    }

    private static String say(String key, Answer answer, Interval benefit, Texts texts) {
        return say(
                key,
                texts.names().arms(answer.question().arm()),
                texts.names().arms(answer.question().comparator()),
                texts.names().outcome(answer.outcome().instrument()),
                benefit.estimate() >= 0,
                texts);
    }

    static String say(String key, String arm, String comparator, String outcome, boolean favoursArm, Texts texts) {
        return texts.say(
                key,
                "Arm",
                Names.capital(arm),
                "arm",
                arm,
                "comparator",
                comparator,
                "Winner",
                Names.capital(favoursArm ? arm : comparator),
                "other",
                favoursArm ? comparator : arm,
                "outcome",
                outcome);
    }
}
