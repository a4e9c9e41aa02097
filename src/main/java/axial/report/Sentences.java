package axial.report;

import axial.clinic.Instrument;
import java.math.BigDecimal;
import java.util.Optional;

/** The numbers of an answer as sentences. */
final class Sentences {
    private static final Texts TEXTS = Texts.ENGLISH;

    private Sentences() {}

    /** How much more or less people improved after the arm, with the interval in words. */
    static Optional<String> difference(Answer answer) {
        return answer.benefit().filter(Interval::known).map(benefit -> {
            int decimals = Names.decimals(answer.outcome().instrument());
            String size = Shown.number(Math.abs(benefit.estimate()), decimals);
            boolean none = size.matches("0(\\.0+)?");
            String key = none ? "numbers.level" : answer.adjusted() ? "numbers.adjusted" : "numbers.plain";
            return TEXTS.say(
                    key,
                    "arm",
                    Names.arms(answer.question().arm()),
                    "comparator",
                    Names.arms(answer.question().comparator()),
                    "size",
                    Names.measure(size, answer.outcome().instrument()),
                    "way",
                    way(benefit.estimate()),
                    "low",
                    sided(benefit.low(), decimals),
                    "high",
                    sided(benefit.high(), decimals));
        });
    }

    /** How many of a hundred improved enough, on either side. */
    static Optional<String> responders(Answer answer) {
        Instrument instrument = answer.outcome().instrument();
        BigDecimal mcid = instrument.mcid();
        if (mcid == null) {
            return Optional.empty();
        }
        return Responders.of(answer)
                .map(r -> TEXTS.say(
                        "numbers.responders",
                        "arm",
                        Names.arms(answer.question().arm()),
                        "comparator",
                        Names.arms(answer.question().comparator()),
                        "inArm",
                        Shown.perHundred(r.arm()),
                        "inComparator",
                        Shown.perHundred(r.comparator()),
                        "mcid",
                        Names.measure(mcid, instrument)));
    }

    /** The non-inferiority verdict in words, by the margin set in the job. */
    static Optional<String> verdict(Answer answer) {
        BigDecimal margin = answer.question().margins().get(answer.outcome().id());
        if (margin == null) {
            return Optional.empty();
        }
        return answer.effect("ancova", "noninferiority")
                .filter(v -> TEXTS.has("verdict." + v.reason()))
                .map(v -> TEXTS.say(
                        "verdict." + v.reason(),
                        "comparator",
                        Names.arms(answer.question().comparator()),
                        "margin",
                        Names.measure(margin, answer.outcome().instrument())));
    }

    private static String way(double benefit) {
        return TEXTS.say(benefit >= 0 ? "way.more" : "way.less");
    }

    private static String sided(double benefit, int decimals) {
        return Shown.number(Math.abs(benefit), decimals) + " " + way(benefit);
    }
}
