package axial.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Visits as rows of text by column, to be written in other formats. */
public final class VisitSheet {
    private VisitSheet() {}

    /** The rows of a CSV file of visits. */
    public static List<Map<String, String>> read(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    /** Rows under a header; cells that a row lacks are empty. */
    static void write(Path file, List<String> columns, List<Map<String, String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(columns);
            for (Map<String, String> row : rows) {
                csv.writeRecord(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toList());
            }
        }
    }

    /** Every token that stands in a column, sorted. */
    static List<String> tokens(List<Map<String, String>> visits, String column) {
        TreeSet<String> tokens = new TreeSet<>();
        visits.forEach(
                visit -> tokens.addAll(List.of(visit.getOrDefault(column, "").split(";"))));
        tokens.remove("");
        return List.copyOf(tokens);
    }

    /** Every text that stands in a column, sorted. */
    static List<String> texts(List<Map<String, String>> visits, String column) {
        TreeSet<String> texts = new TreeSet<>();
        visits.forEach(visit -> texts.add(visit.getOrDefault(column, "")));
        texts.remove("");
        return List.copyOf(texts);
    }

    /** A line of YAML: {@code name: { a: b, … }} with every text in quotes. */
    static String block(String name, Map<String, String> entries) {
        return name + ": { "
                + String.join(
                        ", ",
                        entries.entrySet().stream()
                                .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                                .toList())
                + " }";
    }
}
