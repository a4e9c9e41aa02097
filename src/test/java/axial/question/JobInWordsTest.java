package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobInWordsTest {

    @Test
    void aWholeJobIsExplained() throws Exception {
        assertEquals(
                Places.resource("whole.txt"), JobInWords.of(JobFile.parse("whole", Places.resource("whole.yaml"))));
    }

    @Test
    void whatCodesMeanIsExplained() throws Exception {
        String job = Places.resource("whole.yaml")
                .replace(
                        "  - path: two.csv",
                        "  - { path: two.csv, code_lists: [a.csv, b.csv], resolve: [{ code: 98941,"
                                + " when: { dx: [M99.01, M54*], side: left }, is: manipulation:cervical }] }");
        assertEquals(
                List.of(
                        "Visits: two.csv (csv), kept as two.csv.",
                        "  What treatment codes mean stands in a.csv, b.csv.",
                        "  The code 98941 means manipulation:cervical where dx is M99.01 or M54* and side is left."),
                JobInWords.of(JobFile.parse("whole", job))
                        .lines()
                        .skip(2)
                        .limit(3)
                        .toList());
    }

    @Test
    void theReviewFitsOnAScreen() throws Exception {
        String words = JobInWords.of(Places.readable(Path.of("jobs/neck-review.yaml")));
        assertTrue(words.lines().count() <= 45, words);
    }
}
