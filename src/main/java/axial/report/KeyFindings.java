package axial.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The main findings in plain sentences: one of each question, then further outcomes, three at most.
 *
 * @param findings what the numbers say
 * @param limits what they cannot say; never empty
 */
public record KeyFindings(List<Finding> findings, List<String> limits, String none) {
    private static final int MOST = 3;

    /** @param lead which outcome and when */
    public record Finding(String lead, Said body) {
        String text() {
            return lead + ". " + body.text();
        }
    }

    static KeyFindings of(List<Comparison> comparisons, Texts texts) {
        List<Comparison> pairs = onePerPair(comparisons);
        Stream<Answer> first = pairs.stream().flatMap(c -> c.mains().stream().limit(1));
        Stream<Answer> further = pairs.stream().flatMap(c -> c.mains().stream().skip(1));
        List<Finding> findings = Stream.concat(first, further)
                .limit(MOST)
                .map(answer -> finding(answer, texts))
                .toList();
        return new KeyFindings(findings, limits(comparisons, texts), texts.say("findings.none"));
    }

    /** The comparisons without those that ask of the same two sides again, the other way round. */
    static List<Comparison> onePerPair(List<Comparison> comparisons) {
        Set<Set<List<String>>> seen = new HashSet<>();
        return comparisons.stream()
                .filter(c -> !c.answerable()
                        || seen.add(Set.of(c.question().arm(), c.question().comparator())))
                .toList();
    }

    /** The findings, or the one sentence that there are none. */
    List<String> sentences() {
        return findings.isEmpty()
                ? List.of(none)
                : findings.stream().map(Finding::text).toList();
    }

    private static Finding finding(Answer answer, Texts texts) {
        Grade grade = Grade.of(answer);
        String lead = texts.say(
                "findings.lead",
                "outcome",
                texts.names().label(answer.outcome().instrument()),
                "days",
                texts.names().days(answer.window()));
        Said certainty = Said.of(texts.say(
                "findings.certainty",
                "level",
                texts.say("certainty." + grade.certainty().word())));
        List<Said> body = Stream.of(
                        Stream.of(Said.of(Claim.of(answer, grade, texts))),
                        Sentences.difference(answer, texts).stream(),
                        Stream.of(certainty))
                .flatMap(s -> s)
                .toList();
        return new Finding(lead, Said.together(body));
    }

    private static List<String> limits(List<Comparison> comparisons, Texts texts) {
        List<String> limits = new ArrayList<>();
        limits.add(texts.say("limits.cause"));
        limits.add(texts.say("limits.harm"));
        add(
                limits,
                "limits.open",
                comparisons.stream().filter(c -> !c.answerable()).count(),
                texts);
        add(
                limits,
                "limits.withheld",
                answers(comparisons).filter(Answer::withheld).count(),
                texts);
        add(limits, "limits.shut", answers(comparisons).filter(Answer::closed).count(), texts);
        return List.copyOf(limits);
    }

    private static Stream<Answer> answers(List<Comparison> comparisons) {
        return comparisons.stream().flatMap(c -> c.answers().stream());
    }

    private static void add(List<String> limits, String key, long n, Texts texts) {
        if (n > 0) {
            limits.add(texts.counted(key, n));
        }
    }
}
