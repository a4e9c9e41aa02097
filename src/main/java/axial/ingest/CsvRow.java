package axial.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the cells of a CSV record as they are parsed, and knows at any time where the parser stands. */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow.Cells> {
    private static final int LONGEST_CELL = 1 << 16;
    private static final int LONGEST = 1 << 20;
    private static final int MOST_CELLS = 100_000;

    /** So many columns, from the first, have their texts remembered. */
    private static final int REMEMBERED = 256;

    static final String CELL_TOO_LONG =
            "the cell is longer than 64 KiB; most often a quotation mark opens here and never closes. Close or remove it.";

    /**
     * One record.
     *
     * @param line where it starts, from 1
     * @param lastLine where it ends: cells in quotation marks may hold line ends
     * @param words the cells whose texts may come again, in their places
     */
    record Cells(
            long line,
            long lastLine,
            List<String> texts,
            @Nullable Word[] words) {}

    private final long linesBefore;
    private final List<Texts> columns = new ArrayList<>();
    private List<String> texts = new ArrayList<>();
    private @Nullable Word[] words = new Word[0];
    private long line = 0;
    private long lastLine = 0;
    private int length = 0;

    /** @param firstLine of the text, within its file */
    CsvRow(long firstLine) {
        this.linesBefore = firstLine - 1;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = linesBefore + startingLine;
        lastLine = line;
        length = 0;
        words = new Word[Math.min(REMEMBERED, texts.size())];
        texts = new ArrayList<>(texts.size());
    }

    @Override
    protected void handleField(int index, char[] buffer, int from, int count, boolean quoted) {
        length += count + 1;
        if (count > LONGEST_CELL) {
            throw new TooLong(CELL_TOO_LONG);
        }
        if (length > LONGEST) {
            throw new TooLong(
                    "the record is longer than 1 MiB. Look for a missing line end, or send the export again.");
        }
        lastLine += quoted ? lineEnds(buffer, from, count) : 0;
        if (index >= MOST_CELLS) {
            throw new TooLong("the record has more than " + MOST_CELLS
                    + " cells. Look for a missing line end, or send the export again.");
        }
        Word word = index < words.length ? word(index, buffer, from, count) : null;
        texts.add(word == null ? new String(buffer, from, count) : word.text());
    }

    private @Nullable Word word(int index, char[] buffer, int from, int count) {
        while (index >= columns.size()) {
            columns.add(new Texts());
        }
        Word word = columns.get(index).of(buffer, from, count);
        words[index] = word;
        return word;
    }

    private static int lineEnds(char[] buffer, int from, int count) {
        int ends = 0;
        for (int i = from; i < from + count; i++) {
            boolean pair = buffer[i] == '\n' && i > from && buffer[i - 1] == '\r';
            ends += (buffer[i] == '\n' && !pair) || buffer[i] == '\r' ? 1 : 0;
        }
        return ends;
    }

    @Override
    protected Cells buildRecord() {
        return new Cells(line, lastLine, texts, words);
    }

    /** Where the record begins that is read now. */
    long line() {
        return line;
    }

    /** Where the cell begins that is read now: line and column, from 1. */
    String place() {
        return "line " + lastLine + ", column " + (texts.size() + 1);
    }

    /** A cell or a record that is longer than any of a visit. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String words;

        TooLong(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
