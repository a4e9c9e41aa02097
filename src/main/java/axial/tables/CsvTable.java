package axial.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A table as RFC 4180 text with a header, UTF-8, lines ended by {@code \n}. */
public record CsvTable(List<String> columns, List<List<String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("-?(Inf|\\d+(\\.\\d+)?([eE][-+]?\\d+)?)");

    /**
     * The cells as a spreadsheet may open them: a text that it would take for a formula begins with an apostrophe
     * (OWASP, CSV injection). Numbers stay as they are.
     */
    public static List<String> harmless(List<String> cells) {
        return cells.stream().map(CsvTable::harmless).toList();
    }

    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r\n\0".indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The whole text of the table. */
    public String text() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(harmless(row)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes the table to the file. */
    public void write(Path file) throws IOException {
        Files.write(file, text().getBytes(StandardCharsets.UTF_8));
    }
}
