package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Better;
import axial.clinic.Instrument;
import axial.question.Job;
import axial.question.Pages;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages may say, sentence by sentence, in each language. */
class LanguagesTest {
    private static final Path SENTENCES = Path.of("src/test/resources/report/sentences.txt");
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|of|and|with|people|after|than|more|this|that|which|are|were|not|every|each)\\b");

    private static final Instrument CATALOGUED = Fixture.instrument(
            "pain_nprs", Texts.ENGLISH.say("instrument.pain_nprs"), "points", "0", "10", Better.LOWER, "2");

    @TempDir
    private Path dir;

    @Test
    void everyLanguageHasTheSameKeysAndNoOtherPlaces() {
        assertEquals(Texts.ENGLISH.keys(), Texts.GERMAN.keys());
        Pattern place = Pattern.compile("\\{\\w+}");
        for (String key : Texts.ENGLISH.keys()) {
            Set<String> english = new TreeSet<>();
            Set<String> german = new TreeSet<>();
            place.matcher(Texts.ENGLISH.raw(key)).results().forEach(m -> english.add(m.group()));
            place.matcher(Texts.GERMAN.raw(key)).results().forEach(m -> german.add(m.group()));
            assertEquals(english, german, key);
        }
    }

    /** Four sizes, four levels of certainty, two directions, three kinds of interval. */
    @Test
    void every96SentencesStandAsTheyWereReviewed() throws IOException {
        List<String> said = new ArrayList<>();
        for (Texts texts : List.of(Texts.ENGLISH, Texts.GERMAN)) {
            for (Size size : Size.values()) {
                for (Certainty certainty : Certainty.values()) {
                    for (boolean favoursArm : new boolean[] {true, false}) {
                        for (Claim.Reach reach : Claim.Reach.values()) {
                            said.add(String.join(
                                    " | ",
                                    texts.language(),
                                    size.name(),
                                    certainty.name(),
                                    favoursArm ? "ARM" : "COMPARATOR",
                                    reach.name(),
                                    sentence(texts, size, certainty, favoursArm, reach)));
                        }
                    }
                }
            }
        }
        assertEquals(2 * 96, said.size());
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/sentences.txt"), said);
        assertEquals(Files.readAllLines(SENTENCES), said, "target/sentences.txt holds what is said now");
    }

    private static String sentence(Texts texts, Size size, Certainty certainty, boolean favoursArm, Claim.Reach reach) {
        String sentence = Claim.say(
                Claim.key(certainty, size, reach),
                texts.names().arms("cervical_manipulation"),
                texts.names().arms("cervical_mobilization"),
                texts.names().outcome(CATALOGUED),
                favoursArm,
                texts);
        if (reach == Claim.Reach.SPANNING) {
            assertFalse(sentence.matches(".*(similar|no difference|same|kein Unterschied|gleich).*"), sentence);
        }
        return sentence;
    }

    @Test
    void noEnglishRemainsOnTheGermanPages() throws IOException {
        Fixture.copyTo(dir);
        FurtherTables.write(dir);
        Job job = Fixture.job(
                "Manipulation und Mobilisation",
                List.of(Fixture.question(
                        "mobilization-vs-manipulation",
                        "Ist Mobilisation mindestens so gut?",
                        "cervical_mobilization",
                        "cervical_manipulation",
                        Map.of("pain_nprs", BigDecimal.ONE))));
        for (Pages pages : List.of(new Pages("de", null), new Pages("de", "ein Test"))) {
            Reports.write(dir, job.withPages(pages));
            for (String name : List.of("report.html", "research.html")) {
                String html = Files.readString(dir.resolve(name)).replace("Rotation to the left", "Drehung");
                assertTrue(html.contains("<html lang=\"de\">"));
                List<String> english = Prose.blocks(html).stream()
                        .filter(block -> ENGLISH.matcher(block).find())
                        .filter(block -> !block.startsWith("Entspricht"))
                        .toList();
                assertEquals(List.of(), english, name);
                assertFalse(
                        html.matches("(?s).*<td(?: class=\"n\"| data-id=[^>]*)?>−?\\d+\\.\\d{1,2}<.*"),
                        "a point in " + name);
            }
        }
    }

    @Test
    void keyMessagesAndTrustAreReadAtTheNinthGrade() throws IOException {
        Fixture.copyTo(dir);
        FurtherTables.write(dir);
        Job job = Fixture.job().withPages(new Pages("en", "a test"));
        List<Comparison> comparisons = Comparison.all(Tables.read(dir), job);
        KeyFindings key = KeyFindings.of(comparisons, Texts.ENGLISH);
        List<String> said = new ArrayList<>();
        key.findings().forEach(f -> said.add(f.body().text()));
        said.addAll(key.limits());
        said.add(Texts.ENGLISH.say("trust.intro"));
        said.addAll(TrustSection.of(comparisons, Texts.ENGLISH).notes());
        String text = String.join(" ", said)
                .replaceAll("(cervical|thoracic) (manipulation|mobilization)", "care")
                .replaceAll("pain intensity|Neck Disability Index|rotation to the left", "pain");
        double grade = readingGrade(text);
        assertTrue(grade <= 9, "grade " + grade + " of: " + text);
    }

    /** Flesch and Kincaid (1975); names of treatments and outcomes, which the job gives, count as one short word. */
    private static double readingGrade(String text) {
        double sentences = text.split("[.!?:;]+(\\s|$)").length;
        Matcher words = Pattern.compile("[A-Za-z]+").matcher(text);
        double count = 0;
        double syllables = 0;
        while (words.find()) {
            count++;
            String word = words.group().toLowerCase(Locale.ROOT);
            long vowels = Pattern.compile("[aeiouy]+")
                    .matcher(word.replaceAll("(?<!l)e$|es$|(?<![td])ed$", ""))
                    .results()
                    .count();
            syllables += Math.max(1, vowels);
        }
        return 0.39 * count / sentences + 11.8 * syllables / count - 15.59;
    }
}
