package axial.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * One finding of the literature, as {@code literature.csv} holds it; numbers that are not there are NaN or -1.
 *
 * @param provenance {@code found}, or {@code memory-verify}: nobody may cite it before it is checked
 */
record PublishedFinding(
        String key,
        String source,
        String comparisonId,
        String intervention,
        String comparator,
        List<String> outcomes,
        List<String> windows,
        String population,
        String dose,
        long n,
        String metric,
        double estimate,
        double low,
        double high,
        String direction,
        String grade,
        String provenance) {

    static final List<PublishedFinding> ALL = read();

    private static List<PublishedFinding> read() {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(
                                PublishedFinding.class.getResourceAsStream("/axial/evidence/literature.csv")),
                        "UTF-8");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().map(PublishedFinding::of).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static PublishedFinding of(NamedCsvRecord row) {
        return new PublishedFinding(
                row.getField("key"),
                row.getField("source"),
                row.getField("comparison_id"),
                row.getField("intervention"),
                row.getField("comparator"),
                List.of(row.getField("outcome").split("\\|")),
                List.of(row.getField("window").split("\\|")),
                row.getField("population"),
                row.getField("dose"),
                row.getField("n").isEmpty() ? -1 : Long.parseLong(row.getField("n")),
                row.getField("metric"),
                number(row.getField("estimate")),
                number(row.getField("ci_low")),
                number(row.getField("ci_high")),
                row.getField("direction"),
                row.getField("grade"),
                row.getField("provenance").equals("found") ? "found" : "to be checked");
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    boolean hasInterval() {
        return low < high;
    }
}
