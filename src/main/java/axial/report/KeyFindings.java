package axial.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The main findings in plain sentences: one of each question, then further outcomes, three at most.
 *
 * @param findings what the numbers say
 * @param limits what they cannot say; never empty
 */
public record KeyFindings(List<Finding> findings, List<String> limits) {
    private static final int MOST = 3;
    private static final Texts TEXTS = Texts.ENGLISH;

    /** @param lead which outcome and when */
    public record Finding(String lead, String body) {
        String text() {
            return lead + ". " + body;
        }
    }

    static KeyFindings of(List<Comparison> comparisons) {
        List<Comparison> pairs = onePerPair(comparisons);
        Stream<Answer> first = pairs.stream().flatMap(c -> c.mains().stream().limit(1));
        Stream<Answer> further = pairs.stream().flatMap(c -> c.mains().stream().skip(1));
        List<Finding> findings = Stream.concat(first, further)
                .limit(MOST)
                .map(KeyFindings::finding)
                .toList();
        return new KeyFindings(findings, limits(comparisons));
    }

    /** The comparisons without those that ask of the same two sides again, the other way round. */
    private static List<Comparison> onePerPair(List<Comparison> comparisons) {
        Set<Set<List<String>>> seen = new HashSet<>();
        return comparisons.stream()
                .filter(c -> c.notAnswerable().isPresent()
                        || seen.add(Set.of(c.question().arm(), c.question().comparator())))
                .toList();
    }

    /** The findings, or the one sentence that there are none. */
    List<String> sentences() {
        return findings.isEmpty()
                ? List.of(TEXTS.say("findings.none"))
                : findings.stream().map(Finding::text).toList();
    }

    private static Finding finding(Answer answer) {
        Grade grade = Grade.of(answer);
        String lead = TEXTS.say(
                "findings.lead", "outcome", answer.outcome().instrument().label(), "days", Names.days(answer.window()));
        String certainty = TEXTS.say(
                "findings.certainty",
                "level",
                TEXTS.say("certainty." + grade.certainty().word()));
        String body = Stream.of(
                        Stream.of(Claim.of(answer, grade)), Sentences.difference(answer).stream(), Stream.of(certainty))
                .flatMap(s -> s)
                .collect(Collectors.joining(" "));
        return new Finding(lead, body);
    }

    private static List<String> limits(List<Comparison> comparisons) {
        List<String> limits = new ArrayList<>();
        limits.add(TEXTS.say("limits.cause"));
        limits.add(TEXTS.say("limits.harm"));
        long open =
                comparisons.stream().filter(c -> c.notAnswerable().isPresent()).count();
        if (open > 0) {
            limits.add(TEXTS.say(open == 1 ? "limits.open.one" : "limits.open.many", "n", Shown.count(open)));
        }
        long withheld = comparisons.stream()
                .flatMap(c -> c.answers().stream())
                .filter(Answer::withheld)
                .count();
        if (withheld > 0) {
            limits.add(TEXTS.say(
                    withheld == 1 ? "limits.withheld.one" : "limits.withheld.many", "n", Shown.count(withheld)));
        }
        return List.copyOf(limits);
    }
}
