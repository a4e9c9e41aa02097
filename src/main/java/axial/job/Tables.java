package axial.job;

import axial.evidence.Evidence;
import axial.tables.BalanceRow;
import axial.tables.CertaintyRow;
import axial.tables.ClinicRow;
import axial.tables.CsvTable;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import axial.tables.LiteratureRow;
import axial.tables.MissingRow;
import axial.tables.OverlapRow;
import axial.tables.ParquetTable;
import axial.tables.PositivityRow;
import axial.tables.SafetyRow;
import axial.tables.TippingRow;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the output tables, each as CSV and as Parquet. */
final class Tables {
    private Tables() {}

    static void write(Path out, Evidence evidence) throws IOException {
        List<EstimateRow> estimates = evidence.estimates();
        List<BalanceRow> balance = evidence.balance();
        List<OverlapRow> overlap = evidence.overlap();
        table(out, "estimates", EstimateRow.COLUMNS, estimates, EstimateRow::cells);
        table(out, "clinics", ClinicRow.COLUMNS, evidence.clinics(), ClinicRow::cells);
        table(out, "flow", FlowRow.COLUMNS, evidence.flow(), FlowRow::cells);
        table(out, "balance", BalanceRow.COLUMNS, balance, BalanceRow::cells);
        table(out, "overlap", OverlapRow.COLUMNS, overlap, OverlapRow::cells);
        table(out, "positivity", PositivityRow.COLUMNS, evidence.positivity(), PositivityRow::cells);
        table(out, "missing", MissingRow.COLUMNS, evidence.missing(), MissingRow::cells);
        table(out, "tipping", TippingRow.COLUMNS, evidence.tipping(), TippingRow::cells);
        table(
                out,
                "certainty",
                CertaintyRow.COLUMNS,
                evidence.certainty(estimates, balance, overlap),
                CertaintyRow::cells);
        table(out, "literature", LiteratureRow.COLUMNS, evidence.literature(estimates), LiteratureRow::cells);
        table(out, "safety", SafetyRow.COLUMNS, evidence.safety(), SafetyRow::cells);
    }

    static <T> void table(Path out, String name, List<String> columns, List<T> rows, Function<T, List<String>> cells)
            throws IOException {
        CsvTable table = new CsvTable(columns, rows.stream().map(cells).toList());
        table.write(out.resolve(name + ".csv"));
        ParquetTable.write(table, out.resolve(name + ".parquet"));
    }

    /** Writes rows as they come, however many. */
    static <T> void stream(Path file, List<String> columns, Iterator<T> rows, Function<T, List<String>> cells)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(columns);
            while (rows.hasNext()) {
                csv.writeRecord(CsvTable.harmless(cells.apply(rows.next())));
            }
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
