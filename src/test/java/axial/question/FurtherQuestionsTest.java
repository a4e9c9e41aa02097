package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a question may ask beyond one comparison. */
class FurtherQuestionsTest {
    private static final String JOB = """
            axial: 1
            title: Further questions
            visits: [{ path: visits.csv }]
            arms: { a: [x], b: [y], c: [x, z], d: [y, z] }
            outcomes:
              pain_nprs: { bands: [4, 7], usual: { mean: 4.5, correlation: 0.45, source: a book } }
              ndi_percent: {}
            age_bands: [50]
            windows: { later: { from: 43, to: 91, target: 60 } }
            questions:
              - id: pairs
                ask: Does adding help a more than b?
                arm: c
                comparator: a
                against: { arm: d, comparator: [b] }
                margins: { pain_nprs: { value: 1.5, source: the review }, ndi_percent: 5 }
                subgroups: [age_band, baseline_severity]
              - id: sessions
                ask: How many?
                arm: a
                windows: [later]
                dose: { sessions: [1, 2-4, 5+] }
            """;

    private static Job job() throws InvalidJob {
        return JobFile.parse("further.yaml", JOB);
    }

    @Test
    void aMarginIsANumberOrCites() throws Exception {
        Job.Question pairs = job().questions().get(0);
        assertEquals(Map.of("pain_nprs", new BigDecimal("1.5"), "ndi_percent", BigDecimal.valueOf(5)), pairs.margins());
        assertEquals(Map.of("pain_nprs", "the review"), pairs.marginSources());
    }

    @Test
    void anotherPairIsRead() throws Exception {
        Job.Pair against = Objects.requireNonNull(job().questions().get(0).against());
        assertEquals(List.of("d"), against.arm());
        assertEquals(List.of("b"), against.comparator());
    }

    @Test
    void sessionsHaveClassesAndALandmark() throws Exception {
        Job.Question question = job().questions().get(1);
        Dose dose = Objects.requireNonNull(question.dose());
        assertEquals(42, dose.landmarkDay());
        assertEquals(
                List.of("1", "2-4", "5+"),
                dose.classes().stream().map(Dose.Sessions::word).toList());
        assertTrue(dose.classes().get(2).contains(400));
        assertTrue(question.comparator().isEmpty());
    }

    @Test
    void bandsAndTheUsualScoreBelongToAnOutcome() throws Exception {
        Job.Outcome pain = job().outcome("pain_nprs");
        assertEquals(List.of(BigDecimal.valueOf(4), BigDecimal.valueOf(7)), pain.bands());
        assertEquals("a book", Objects.requireNonNull(pain.usual()).source());
        assertEquals(List.of(BigDecimal.valueOf(50)), job().ageBands());
    }

    @Test
    void theJobInWordsSaysSo() throws Exception {
        String words = JobInWords.of(job());
        assertTrue(words.contains("c against a"), words);
        assertTrue(words.contains("and how far that is from d against b"), words);
        assertTrue(words.contains("a, by sessions until day 42 (1, 2-4, 5+)"), words);
    }
}
