package axial.ingest;

import axial.question.Job;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of one CSV file below its header line. */
final class CsvRecords implements Format.Records {
    /** Room for the longest cell, wherever the parser starts to read it. */
    private static final int BUFFER = 1 << 17;

    private static final Word[] NO_WORDS = {};
    private static final String ANOTHER_DELIMITER =
            " If another sign than declared separates the columns, say so:  options: { delimiter: \";\" }.";

    private final SourceFile file;
    private final DecodedText text;
    private final CsvRow row;
    private final CsvReader<CsvRow.Cells> csv;
    private final CloseableIterator<CsvRow.Cells> records;
    private final List<String> header;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();

    CsvRecords(SourceFile file, Job.Source source) throws IOException {
        this.file = file;
        this.row = new CsvRow(file.stretch().line());
        this.text = file.text(source.options().getOrDefault("encoding", ""));
        this.csv = CsvReader.builder()
                .fieldSeparator(source.options().getOrDefault("delimiter", ",").charAt(0))
                .skipEmptyLines(true)
                .maxBufferSize(BUFFER)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .build(row, text);
        this.records = csv.iterator();
        this.header = file.stretch().isLater() ? headerOf(file.whole(), source) : readHeader();
        this.columns = header.stream().filter(name -> !name.isEmpty()).toList();
        for (int i = 0; i < header.size(); i++) {
            places.put(header.get(i), i);
        }
    }

    private List<String> headerOf(SourceFile whole, Job.Source source) throws IOException {
        try (CsvRecords first = new CsvRecords(whole, source)) {
            return first.header;
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken;
        }
    }

    private List<String> readHeader() throws IOException {
        try {
            if (hasNext()) {
                return records.next().texts().stream().map(String::strip).toList();
            }
            throw new InputRefused(file.shown()
                    + ": the file is empty. A header line and at least one visit are needed; send the export again.");
        } catch (RuntimeException broken) {
            close();
            throw broken;
        }
    }

    /** The names in the header line, in their order, without those of columns that have none. */
    List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException broken) {
            throw new InputRefused(file.shown() + ", " + row.place() + ": " + inWords(broken));
        } catch (UncheckedIOException broken) {
            throw file.unreadable(broken, row.line() - 1);
        }
    }

    private String inWords(CsvParseException broken) {
        if (broken.getCause() instanceof CsvRow.TooLong tooLong) {
            return tooLong.words();
        }
        boolean inHeader = places.isEmpty();
        if (inHeader && HeaderAdvice.isJson(text.first())) {
            return HeaderAdvice.JSON;
        }
        boolean overflow = String.valueOf(broken.getMessage()).contains("buffer size");
        return overflow
                ? CsvRow.CELL_TOO_LONG
                : "a quotation mark opens here and does not close where the cell ends. Add the one that is missing,"
                        + " or double those that belong to the text." + (inHeader ? ANOTHER_DELIMITER : "");
    }

    @Override
    public RawRecord next() {
        CsvRow.Cells cells = records.next();
        return new RawRecord(cells.line(), columns, new ByPlace(cells), fault(cells));
    }

    /** The cells of a record, by name and, where each column has one, by place. */
    private final class ByPlace implements RawRecord.Cells {
        private final List<String> texts;
        private final @Nullable Word[] words;

        ByPlace(CsvRow.Cells cells) {
            this.texts = cells.texts();
            this.words = columns.size() == header.size() ? cells.words() : NO_WORDS;
        }

        @Override
        public @Nullable String apply(@Nullable String name) {
            Integer place = places.get(name);
            return place == null ? null : text(place);
        }

        @Override
        public @Nullable String at(int place, String name) {
            return columns.size() == header.size() ? text(place) : apply(name);
        }

        @Override
        public @Nullable Word word(int place) {
            return place < words.length ? words[place] : null;
        }

        @Override
        public boolean areAllNamed() {
            return true;
        }

        private @Nullable String text(int place) {
            return place < texts.size() ? texts.get(place) : null;
        }
    }

    private String fault(CsvRow.Cells cells) {
        List<String> texts = cells.texts();
        int found = texts.size();
        if (found != header.size()) {
            refuseCutOff(cells);
            String hint = cells.lastLine() > cells.line()
                    ? " and runs on to line " + cells.lastLine() + "; look for a stray quotation mark"
                    : found == header.size() + 1 && texts.get(found - 1).isBlank()
                            ? "; a delimiter stands at the end of the line"
                            : "";
            return "has " + found + " cells where the header has " + header.size() + hint;
        }
        for (int i = 0; columns.size() < found && i < found; i++) {
            if (header.get(i).isEmpty() && !texts.get(i).isBlank()) {
                return "has text in column " + (i + 1) + ", which has no name in the header";
            }
        }
        return repeatsHeader(texts) ? "is the header line again" : "";
    }

    private boolean repeatsHeader(List<String> texts) {
        return texts.get(0).strip().equals(header.get(0))
                && texts.stream().map(String::strip).toList().equals(header);
    }

    /** A last line that is too short and has no end was not written whole. */
    private void refuseCutOff(CsvRow.Cells cells) {
        if (cells.texts().size() < header.size() && !hasNext() && text.endsInLine()) {
            throw new InputRefused(file.shown() + ", line " + cells.line()
                    + ": the file ends in the middle of this line; it was cut off. Send the file again.");
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
