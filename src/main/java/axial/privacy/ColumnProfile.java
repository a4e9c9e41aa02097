package axial.privacy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in one column: counts, never a text, in space that does not grow. Profiles of parts of a column merge to
 * the profile of the whole, in any order. The hashes of the samples are for the verdict alone and must not be stored.
 */
public final class ColumnProfile implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Sign[] SIGNS = Sign.values();

    private static final long NUMBERS = Arrays.stream(SIGNS)
            .filter(Sign::hasCheckDigit)
            .mapToLong(Sign::looks)
            .sum();

    /** A shape is looked for in so many texts of each sign, which shows what is typical. */
    private static final int SHAPED = 1000;

    private final long[] looking = new long[SIGNS.length];
    private final long[] holding = new long[SIGNS.length];
    private final Map<Sign, String> shapes = new EnumMap<>(Sign.class);
    private final DistinctSample texts = new DistinctSample();
    private final DistinctSample numbers = new DistinctSample();
    private final DistinctSample sentences = new DistinctSample();
    private long[] years = {};
    private long filled = 0;
    private long numbered = 0;
    private long characters = 0;
    private long wordsOfTexts = 0;
    private long charactersOfTexts = 0;
    private int mostWords = 0;
    private int shortest = Integer.MAX_VALUE;
    private int longest = 0;
    private transient @Nullable Lately lately;

    /** Counts a text that stands in the column; blanks at its ends do not matter, and a blank text does not count. */
    public void add(String text) {
        add(text, 1);
    }

    /** Counts a text that stands in the column so many times. */
    public void add(String text, long times) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return;
        }
        Cell cell = new Cell(stripped);
        filled += times;
        numbered += cell.digits() >= 3 ? times : 0;
        characters += times * cell.length();
        mostWords = Math.max(mostWords, cell.words());
        shortest = Math.min(shortest, cell.length());
        longest = Math.max(longest, cell.length());
        texts.add(cell.hash(), times, Long::sum);
        long signs = signs(cell);
        if (signs != 0) {
            count(cell, signs, times);
        }
    }

    private long signs(Cell cell) {
        Lately remembered = lately == null ? new Lately() : lately;
        lately = remembered;
        return remembered.signs(cell);
    }

    private void count(Cell cell, long signs, long times) {
        if ((signs & NUMBERS) != 0) {
            numbers.add(cell.hash(), signs, (a, b) -> a | b);
        }
        for (long rest = signs & 0xFFFFFFFFL; rest != 0; rest &= rest - 1) {
            Sign sign = SIGNS[Long.numberOfTrailingZeros(rest)];
            boolean shaped = looking[sign.ordinal()] < SHAPED;
            looking[sign.ordinal()] += times;
            holding[sign.ordinal()] += sign.holdsIn(signs) ? times : 0;
            if (shaped) {
                shapes.merge(sign, MaskedShape.of(cell.text(), 'd'), MaskedShape::lesser);
            }
        }
        if (Sign.TEXT.looksIn(signs)) {
            sentences.add(cell.hash(), times, Long::sum);
            wordsOfTexts += times * cell.words();
            charactersOfTexts += times * cell.length();
        }
        if (Sign.DATE.looksIn(signs)) {
            int year = Dates.year(cell);
            years = years.length == 0 ? new long[Dates.LAST_YEAR - Dates.FIRST_YEAR + 1] : years;
            years[(year == Dates.NONE ? Dates.yearInside(cell.text()) : year) - Dates.FIRST_YEAR] += times;
        }
    }

    /** Adds what was seen in another part of the same column. */
    public void merge(ColumnProfile other) {
        for (int i = 0; i < SIGNS.length; i++) {
            looking[i] += other.looking[i];
            holding[i] += other.holding[i];
        }
        other.shapes.forEach((sign, shape) -> shapes.merge(sign, shape, MaskedShape::lesser));
        texts.merge(other.texts, Long::sum);
        numbers.merge(other.numbers, (a, b) -> a | b);
        sentences.merge(other.sentences, Long::sum);
        mergeYears(other.years);
        filled += other.filled;
        numbered += other.numbered;
        characters += other.characters;
        wordsOfTexts += other.wordsOfTexts;
        charactersOfTexts += other.charactersOfTexts;
        mostWords = Math.max(mostWords, other.mostWords);
        shortest = Math.min(shortest, other.shortest);
        longest = Math.max(longest, other.longest);
    }

    private void mergeYears(long[] others) {
        if (years.length == 0) {
            years = others.clone();
        } else {
            for (int i = 0; i < others.length; i++) {
                years[i] += others[i];
            }
        }
    }

    /** How many texts stand in the column. */
    long filled() {
        return filled;
    }

    /** How many texts hold three digits or more. */
    long numbered() {
        return numbered;
    }

    /** How many texts have the shape of the sign. */
    long looking(Sign sign) {
        return looking[sign.ordinal()];
    }

    /** How many texts have the sign in full. */
    long holding(Sign sign) {
        return holding[sign.ordinal()];
    }

    /** How a text with the sign is written. */
    String shape(Sign sign) {
        return shapes.getOrDefault(sign, "");
    }

    /** About how many distinct texts of several words there are. */
    double distinctSentences() {
        return sentences.distinct();
    }

    /** How many of the sampled distinct texts have the shape of a sign with a check digit. */
    int sampledLooking(Sign sign) {
        return sampled(sign.looks());
    }

    /** How many of the sampled distinct texts have a sign with a check digit in full. */
    int sampledHolding(Sign sign) {
        return sampled(sign.holds());
    }

    private int sampled(long bits) {
        int n = 0;
        for (int i = 0; i < numbers.size(); i++) {
            n += (numbers.at(i) & bits) == bits ? 1 : 0;
        }
        return n;
    }

    /** About how many distinct texts there are. */
    double distinct() {
        return texts.distinct();
    }

    /** The share of distinct texts that stand there once. */
    double once() {
        int n = 0;
        for (int i = 0; i < texts.size(); i++) {
            n += texts.at(i) == 1 ? 1 : 0;
        }
        return texts.size() == 0 ? 0 : n / (double) texts.size();
    }

    double meanLength() {
        return filled == 0 ? 0 : characters / (double) filled;
    }

    /** Mean number of words of those texts that have several. */
    double meanWords() {
        long several = looking(Sign.TEXT);
        return several == 0 ? 0 : wordsOfTexts / (double) several;
    }

    /** Mean length of those texts that have several words. */
    double meanTextLength() {
        long several = looking(Sign.TEXT);
        return several == 0 ? 0 : charactersOfTexts / (double) several;
    }

    int mostWords() {
        return mostWords;
    }

    int longest() {
        return longest;
    }

    boolean isOfOneLength() {
        return shortest == longest;
    }

    /** The year of the latest date, or 0 where there is no date. */
    public int lastYear() {
        for (int i = years.length - 1; i >= 0; i--) {
            if (years[i] > 0) {
                return Dates.FIRST_YEAR + i;
            }
        }
        return 0;
    }

    /** How many dates are of these years, both included. */
    long datesIn(int from, int to) {
        long n = 0;
        for (int at = Math.max(from - Dates.FIRST_YEAR, 0); at <= to - Dates.FIRST_YEAR && at < years.length; at++) {
            n += years[at];
        }
        return n;
    }
}
