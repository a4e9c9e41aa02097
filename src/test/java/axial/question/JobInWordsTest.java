package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JobInWordsTest {

    @Test
    void aWholeJobIsExplained() throws Exception {
        assertEquals(
                Places.resource("whole.txt"), JobInWords.of(JobFile.parse("whole", Places.resource("whole.yaml"))));
    }

    @Test
    void theReviewFitsOnAScreen() throws Exception {
        String words = JobInWords.of(Places.readable(Path.of("jobs/neck-review.yaml")));
        assertTrue(words.lines().count() <= 45, words);
    }
}
