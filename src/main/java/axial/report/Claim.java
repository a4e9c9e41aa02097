package axial.report;

import java.util.OptionalDouble;

/** The one sentence that an answer allows, by its interval, its certainty, its size and its direction. */
final class Claim {
    private Claim() {}

    static String of(Answer answer, Grade grade) {
        return answer.benefit()
                .filter(Interval::known)
                .map(benefit -> say(key(answer, grade, benefit), answer, benefit))
                .orElseGet(() -> say("claim.cannot_tell", answer, new Interval(0, 0, 0)));
    }

    static String key(Answer answer, Grade grade, Interval benefit) {
        OptionalDouble mcid = answer.mcid();
        if (mcid.isEmpty() ? benefit.holdsZero() : benefit.spans(mcid.getAsDouble())) {
            return "claim.cannot_tell";
        }
        if (grade.certainty() == Certainty.VERY_LOW) {
            return "claim.very_low";
        }
        String level = "claim." + grade.certainty().word() + ".";
        return mcid.isEmpty() ? level + "unsized" : level + sized(benefit, mcid.getAsDouble());
    }

    private static String sized(Interval benefit, double mcid) {
        Size size = Size.of(benefit.estimate(), mcid);
        if (size == Size.TRIVIAL) {
            return benefit.within(mcid) ? "trivial" : "open.trivial";
        }
        return benefit.holdsZero() ? "open." + size.word() : size.word();
    }

    private static String say(String key, Answer answer, Interval benefit) {
        String arm = Names.arms(answer.question().arm());
        String comparator = Names.arms(answer.question().comparator());
        boolean favoursArm = benefit.estimate() >= 0;
        return Texts.ENGLISH.say(
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
                Names.outcome(answer.outcome().instrument()));
    }
}
