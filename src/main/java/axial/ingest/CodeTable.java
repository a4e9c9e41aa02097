package axial.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables of codes that are part of the program. */
final class CodeTable {
    private CodeTable() {}

    /** The rows of the table with that name, in its order. */
    static List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(CodeTable.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
