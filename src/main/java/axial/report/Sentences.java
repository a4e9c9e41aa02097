package axial.report;

import axial.clinic.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers of an answer as sentences. */
final class Sentences {
    private Sentences() {}

    /** How much more or less people improved after the arm, with the interval in words. */
    static Optional<Said> difference(Answer answer, Texts texts) {
        return answer.benefit().filter(Interval::known).map(benefit -> {
            int decimals = Names.decimals(answer.outcome().instrument());
            String size = texts.shown().number(Math.abs(benefit.estimate()), decimals);
            boolean none = size.matches("0([.,]0+)?");
            String key = none ? "numbers.level" : answer.adjusted() ? "numbers.adjusted" : "numbers.plain";
            String text = texts.say(
                    key,
                    "arm",
                    texts.names().arms(answer.question().arm()),
                    "comparator",
                    texts.names().arms(answer.question().comparator()),
                    "size",
                    texts.names().measure(size, answer.outcome().instrument()),
                    "way",
                    way(benefit.estimate(), texts),
                    "low",
                    sided(benefit.low(), decimals, texts),
                    "high",
                    sided(benefit.high(), decimals, texts));
            return new Said(text, answer.difference().orElseThrow().id());
        });
    }

    /** How many of a hundred improved enough, on either side. */
    static Optional<Said> responders(Answer answer, Texts texts) {
        Instrument instrument = answer.outcome().instrument();
        BigDecimal mcid = instrument.mcid();
        if (mcid == null) {
            return Optional.empty();
        }
        return Responders.of(answer)
                .map(r -> new Said(
                        texts.say(
                                "numbers.responders",
                                "arm",
                                texts.names().arms(answer.question().arm()),
                                "comparator",
                                texts.names().arms(answer.question().comparator()),
                                "inArm",
                                texts.shown().perHundred(r.arm(), r.nArm()),
                                "inComparator",
                                texts.shown().perHundred(r.comparator(), r.nComparator()),
                                "mcid",
                                texts.names().measure(mcid, instrument)),
                        r.id()));
    }

    /** How many of those with a first score stand behind the numbers. */
    static Optional<Said> followed(Answer answer, Texts texts) {
        Followed followed = answer.followed();
        return followed.eligible() < 0 || answer.analysed() == 0
                ? Optional.empty()
                : Optional.of(new Said(
                        texts.say(
                                "numbers.followed",
                                "n",
                                texts.shown().people(answer.analysed()),
                                "eligible",
                                texts.shown().people(followed.eligible())),
                        followed.ids()));
    }

    /** The non-inferiority verdict in words, by the margin set in the job. */
    static Optional<Said> verdict(Answer answer, Texts texts) {
        BigDecimal margin = answer.question().margins().get(answer.outcome().id());
        if (margin == null) {
            return Optional.empty();
        }
        return answer.effect("ancova", "noninferiority")
                .filter(v -> texts.has("verdict." + v.reason()))
                .map(v -> new Said(
                        texts.say(
                                "verdict." + v.reason(),
                                "comparator",
                                texts.names().arms(answer.question().comparator()),
                                "margin",
                                texts.names().measure(margin, answer.outcome().instrument())),
                        v.id()));
    }

    /** Why the groups are not comparable, in place of a number. */
    static Said shut(Answer answer, Texts texts) {
        List<Trust.Finding> why = answer.trust().notComparable();
        String reasons = why.stream()
                .map(f -> texts.say("gate." + f.line().word()))
                .collect(Collectors.joining(texts.say("list.and")));
        return new Said(
                texts.say("gate.shut", "reasons", reasons),
                Said.ids(why.stream().map(Trust.Finding::ids).toList()));
    }

    private static String way(double benefit, Texts texts) {
        return texts.say(benefit >= 0 ? "way.more" : "way.less");
    }

    private static String sided(double benefit, int decimals, Texts texts) {
        return texts.shown().number(Math.abs(benefit), decimals) + " " + way(benefit, texts);
    }
}
