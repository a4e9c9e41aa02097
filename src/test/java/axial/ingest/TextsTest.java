package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Texts that come again are the same, and those that only look alike are not. */
class TextsTest {
    private final Texts texts = new Texts();

    private Word of(String text) {
        char[] within = ("<" + text + ">").toCharArray();
        Word word = texts.of(within, 1, text.length());
        assertNotNull(word, text);
        return word;
    }

    @Test
    void aTextThatComesAgainIsTheSame() {
        for (String text : List.of("", "6", "female", "2020-01-15", "fifteen letters", "caf\u00e9")) {
            Word first = of(text);
            assertEquals(text, first.text());
            assertSame(first, of(text));
        }
    }

    @Test
    void textsOfTheSameLettersAreToldApart() {
        List<String> alike = List.of(
                "",
                "\0",
                "\0\0",
                "a",
                "\0a",
                "a\0",
                "\0\0\0\0\0\0\0\0",
                "\0\0\0\0\0\0\0\0a",
                "12345678",
                "123456780",
                "012345678");
        for (int round = 0; round < 3; round++) {
            alike.forEach(text -> assertEquals(text, of(text).text()));
        }
    }

    @Test
    void longTextsAndThoseOfOtherScriptsAreLeftToTheParser() {
        assertNull(texts.of("sixteen letters!".toCharArray(), 0, 16));
        assertNull(texts.of("\u0416\u0435\u043d\u0430".toCharArray(), 0, 4));
        assertNull(texts.of("a\u0161".toCharArray(), 0, 2));
    }

    @Test
    void aColumnWhoseTextsHardlyComeAgainIsLeftAlone() {
        for (int i = 0; i < 8192; i++) {
            of("V" + i);
        }
        assertNull(texts.of("V1".toCharArray(), 0, 2));
    }

    @Test
    void everyTextIsCountedAsOftenAsItCame() {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Long> came = new TreeMap<>();
        Map<String, Long> counted = new TreeMap<>();
        Repeats repeats = new Repeats((text, times) -> counted.merge(text, times, Long::sum));
        for (int i = 0; i < 50_000; i++) {
            String text = "T" + Math.min(random.nextInt(9_000), random.nextInt(9_000));
            came.merge(text, 1L, Long::sum);
            Word word = texts.of(text.toCharArray(), 0, text.length());
            if (word == null || i % 7 == 0) {
                repeats.add(text);
            } else {
                repeats.add(word);
            }
        }
        repeats.settle();
        assertEquals(came, counted);
    }

    @Test
    void twoFieldsOfOneColumnEachReadItTheirWay() {
        Word word = of("12");
        RawRecord.Cells cells = new RawRecord.Cells() {
            @Override
            public String apply(String name) {
                return "12";
            }

            @Override
            public Word word(int place) {
                return word;
            }
        };
        RawRecord record = new RawRecord(2, List.of("n"), cells, "");
        FieldReader number =
                new FieldReader("n", text -> true, (cell, one, reasons) -> Integer.valueOf(String.valueOf(cell)));
        FieldReader plain = new FieldReader("n", text -> true, (cell, one, reasons) -> "text " + cell);
        for (int round = 0; round < 3; round++) {
            assertEquals(12, number.read(record, new ArrayList<>()));
            assertEquals("text 12", plain.read(record, new ArrayList<>()));
        }
    }
}
