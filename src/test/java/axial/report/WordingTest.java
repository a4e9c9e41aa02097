package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final int RESULT_SETS = 10_000;
    private final RandomAnswers random = new RandomAnswers(20260101);

    @Test
    void everySentenceKeepsTheRules() {
        for (int i = 0; i < RESULT_SETS; i++) {
            for (String text : texts(random.comparison())) {
                Prose.holdsNoBannedWord(text);
                Prose.hasShortSentences(text);
            }
        }
    }

    @Test
    void aWideIntervalIsNeverNoDifference() {
        int wide = 0;
        for (int i = 0; i < RESULT_SETS; i++) {
            for (Answer answer : random.comparison().answers()) {
                double mcid = answer.mcid().orElseThrow();
                boolean spans = answer.benefit().map(b -> b.spans(mcid)).orElse(false);
                String claim = Claim.of(answer, Grade.of(answer), Texts.ENGLISH);
                assertTrue(!spans || claim.contains("cannot tell"), claim);
                assertTrue(!spans || !claim.matches(".*(similar|difference|same|alike).*"), claim);
                wide += spans ? 1 : 0;
            }
        }
        assertTrue(wide > 100);
    }

    @Test
    void littleDifferenceNeedsANarrowInterval() {
        for (int i = 0; i < RESULT_SETS; i++) {
            for (Answer answer : random.comparison().answers()) {
                double mcid = answer.mcid().orElseThrow();
                String claim = Claim.of(answer, Grade.of(answer), Texts.ENGLISH);
                boolean narrow = answer.benefit().map(b -> b.within(mcid)).orElse(false);
                assertTrue(narrow || !claim.contains("little to no difference"), claim);
            }
        }
    }

    @Test
    void theSidesAreNamedByBenefit() {
        for (int i = 0; i < RESULT_SETS; i++) {
            for (Answer answer : random.comparison().answers()) {
                String claim = Claim.of(answer, Grade.of(answer), Texts.ENGLISH);
                if (claim.matches(".* (may|likely) brings? (much |slightly )?more .* than .*")) {
                    boolean armFirst = claim.toLowerCase(java.util.Locale.ROOT)
                            .startsWith(
                                    Texts.ENGLISH.names().arms(answer.question().arm()));
                    assertEquals(answer.benefit().orElseThrow().estimate() >= 0, armFirst, claim);
                }
            }
        }
    }

    @Test
    void atLeastAsGoodOnlyWhereTheVerdictSaysSo() {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < RESULT_SETS; i++) {
            for (Answer answer : random.comparison().answers()) {
                String verdict =
                        Sentences.verdict(answer, Texts.ENGLISH).map(Said::text).orElse("");
                String reason = verdict.isEmpty()
                        ? ""
                        : answer.effect("ancova", "noninferiority")
                                .orElseThrow()
                                .reason();
                boolean good = Set.of("superior", "non-inferior", "equivalent").contains(reason);
                assertEquals(good, verdict.contains("at least as good as"), verdict);
                seen.add(reason);
            }
        }
        assertEquals(6, seen.size());
    }

    @Test
    void noTextOfTheResourceHoldsABannedWord() throws Exception {
        String texts = new String(
                WordingTest.class.getResourceAsStream("messages_en.properties").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        texts.lines()
                .filter(l -> !l.startsWith("#") && l.contains("="))
                .map(l -> l.substring(l.indexOf('=') + 1))
                .forEach(Prose::holdsNoBannedWord);
    }

    @Test
    void whatWeCannotSayIsAlwaysSaid() {
        assertFalse(KeyFindings.of(List.of(), Texts.ENGLISH).limits().isEmpty());
        assertEquals(1, KeyFindings.of(List.of(), Texts.ENGLISH).sentences().size());
    }

    private List<String> texts(Comparison comparison) {
        List<String> texts = new ArrayList<>(
                KeyFindings.of(List.of(comparison), Texts.ENGLISH).sentences());
        SummaryTable table = SummaryTable.full(comparison, "1", random.job(), Texts.ENGLISH);
        table.footnotes().forEach(n -> texts.add(n.text()));
        table.groups().stream()
                .flatMap(g -> g.lines().stream())
                .flatMap(l -> Stream.of(l.instead().text(), l.meaning().text()))
                .forEach(texts::add);
        comparison.answers().forEach(a -> Sentences.responders(a, Texts.ENGLISH).ifPresent(s -> texts.add(s.text())));
        return texts;
    }
}
