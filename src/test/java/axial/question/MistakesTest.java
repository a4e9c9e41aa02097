package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Node.Mapping;
import axial.question.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said of each mistake, and where; the cases stand in {@code mistakes.yaml}. */
class MistakesTest {

    @TestFactory
    Stream<DynamicTest> eachIsNamedWithItsPlace() throws Exception {
        String whole = Places.resource("whole.yaml");
        JobFile.parse("whole.yaml", whole);
        Node cases = YamlTree.read(Places.resource("mistakes.yaml"), new Problems());
        assertTrue(cases instanceof Sequence);
        return cases instanceof Sequence sequence
                ? sequence.items().stream().map(item -> mistake(whole, (Mapping) item))
                : Stream.of();
    }

    private static DynamicTest mistake(String whole, Mapping item) {
        String find = Values.text(item, "find", "");
        String put = Values.text(item, "put", "");
        return DynamicTest.dynamicTest(put.isEmpty() ? "without " + find : put, () -> {
            assertTrue(whole.contains(find), find);
            String broken = whole.replaceFirst(Pattern.quote(find), Matcher.quoteReplacement(put));
            assertEquals(String.join("\n", Values.texts(Values.words(item, "says"))), said(broken));
        });
    }

    private static String said(String yaml) {
        InvalidJob invalid = assertThrows(InvalidJob.class, () -> JobFile.parse("broken.yaml", yaml));
        return invalid.problems().stream()
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.path() + ": " + problem.what())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void tenMistakesAreNamedAtOnce() throws Exception {
        InvalidJob invalid =
                assertThrows(InvalidJob.class, () -> JobFile.parse("ten.yaml", Places.resource("ten-mistakes.yaml")));
        assertEquals("ten.yaml has 10 problems", invalid.getMessage());
        assertEquals(
                List.of(3, 6, 9, 10, 13, 16, 19, 20, 24, 25),
                invalid.problems().stream().map(Problem::line).toList());
    }

    @Test
    void aFileWithoutKeysIsOneProblem() {
        String begin = "1:1 : A job file is a block of keys that begins with \"axial: 1\", but this file is ";
        assertEquals(begin + "empty. See jobs/README.md for one.", said(""));
        assertEquals(begin + "empty. See jobs/README.md for one.", said("# nothing\n"));
        assertEquals(begin + "a list. See jobs/README.md for one.", said("- axial: 1\n"));
        assertEquals(begin + "the text \"axial\". See jobs/README.md for one.", said("axial"));
    }

    @Test
    void whateverStandsInALineIsReadOrRefused() throws Exception {
        List<String> odd = List.of("", "[]", "{}", "~", "-1", "1e99", "0x1F", "[[1]]", "[~]", "{ a: { b: c } }", "' '");
        List<String> lines = Places.resource("whole.yaml").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String value : odd) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, lines.get(i).replaceFirst(":.*", ": " + value));
                assertReadOrRefused(String.join("\n", changed));
                assertReadOrRefused(String.join("\n", changed.subList(0, i + 1)));
            }
        }
    }

    private static void assertReadOrRefused(String yaml) {
        try {
            assertFalse(JobFile.parse("odd.yaml", yaml).questions().isEmpty());
        } catch (InvalidJob refused) {
            assertTrue(refused.problems().stream().allMatch(one -> one.line() >= 1 && one.column() >= 1));
        }
    }
}
