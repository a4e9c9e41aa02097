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
    void conversionsAndLimitsAreSaid() throws Exception {
        String whole = Places.resource("whole.yaml")
                .replace(
                        "    map: { pain_nprs: NRS }",
                        "    convert: [{ fields: ndi_percent, from: raw_0_50, clinics: [C7, C8] }]")
                .replace("cluster: clinic_id", "quality: { thresholds: { M1: { warn: 2.50 }, P4: { warn: 1 } } }");
        String words = JobInWords.of(JobFile.parse("whole", whole));
        assertTrue(
                words.contains("  ndi_percent of C7, C8: the sum of 0 to 50; twice as much is the percentage.\n"),
                words);
        assertTrue(
                words.contains("Checks of the data: M1 warns above 2.5 %, fails above 20 %; P4 warns above 1 %.\n"),
                words);
    }

    @Test
    void theReviewFitsOnAScreen() throws Exception {
        String words = JobInWords.of(Places.readable(Path.of("jobs/neck-review.yaml")));
        assertTrue(words.lines().count() <= 45, words);
    }
}
