package axial.job;

import axial.disclosure.DisclosureControl;
import axial.disclosure.Published;
import axial.disclosure.Release;
import axial.evidence.Evidence;
import axial.question.Job;
import axial.tables.BalanceRow;
import axial.tables.CertaintyRow;
import axial.tables.ClinicRow;
import axial.tables.CsvTable;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import axial.tables.FunnelRow;
import axial.tables.HarmRow;
import axial.tables.LiteratureRow;
import axial.tables.MissingRow;
import axial.tables.OverlapRow;
import axial.tables.ParquetTable;
import axial.tables.PositivityRow;
import axial.tables.QualityRow;
import axial.tables.SafetyRow;
import axial.tables.SpcRow;
import axial.tables.TippingRow;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the output tables, each as CSV and as Parquet. */
final class Tables {
    private Tables() {}

    /** Writes what may be read of everything that was counted. */
    static DisclosureControl.Shown write(
            Path out,
            Job job,
            Evidence evidence,
            List<HarmRow> harms,
            List<QualityRow> quality,
            List<SpcRow> overTime,
            @Nullable ReleaseLedger ledger)
            throws IOException {
        List<EstimateRow> estimates = evidence.estimates();
        List<BalanceRow> balance = evidence.balance();
        List<OverlapRow> overlap = evidence.overlap();
        Map<String, CsvTable> further = new LinkedHashMap<>();
        further.put("balance", csv(BalanceRow.COLUMNS, balance, BalanceRow::cells));
        further.put("overlap", csv(OverlapRow.COLUMNS, overlap, OverlapRow::cells));
        further.put("positivity", csv(PositivityRow.COLUMNS, evidence.positivity(), PositivityRow::cells));
        further.put("missing", csv(MissingRow.COLUMNS, evidence.missing(), MissingRow::cells));
        further.put("tipping", csv(TippingRow.COLUMNS, evidence.tipping(), TippingRow::cells));
        further.put(
                "certainty",
                csv(CertaintyRow.COLUMNS, evidence.certainty(estimates, balance, overlap), CertaintyRow::cells));
        further.put("literature", csv(LiteratureRow.COLUMNS, evidence.literature(estimates), LiteratureRow::cells));
        further.put("harms", csv(HarmRow.COLUMNS, harms, HarmRow::cells));
        further.put("funnel", csv(FunnelRow.COLUMNS, evidence.funnel(), FunnelRow::cells));
        further.put("spc", csv(SpcRow.COLUMNS, overTime, SpcRow::cells));
        Published before = ledger == null ? Published.NOTHING : ledger.before();
        DisclosureControl.Shown shown = DisclosureControl.of(
                job,
                new Release(estimates, evidence.clinics(), evidence.flow(), evidence.safety(), quality, further),
                before);
        Map<String, CsvTable> all = byName(shown.tables());
        if (ledger != null && shown.waits()) {
            all = ledger.last().orElse(all);
        } else if (ledger != null) {
            ledger.write(before.plus(shown.counts()), all);
        }
        write(out, all);
        return shown;
    }

    private static Map<String, CsvTable> byName(Release released) {
        Map<String, CsvTable> all = new LinkedHashMap<>(released.further());
        all.put("estimates", csv(EstimateRow.COLUMNS, released.estimates(), EstimateRow::cells));
        all.put("clinics", csv(ClinicRow.COLUMNS, released.clinics(), ClinicRow::cells));
        all.put("flow", csv(FlowRow.COLUMNS, released.flow(), FlowRow::cells));
        all.put("safety", csv(SafetyRow.COLUMNS, released.safety(), SafetyRow::cells));
        all.put("quality", csv(QualityRow.COLUMNS, released.quality(), QualityRow::cells));
        return all;
    }

    /** Writes tables side by side. */
    private static void write(Path out, Map<String, CsvTable> tables) throws IOException {
        try {
            tables.entrySet().parallelStream().forEach(table -> {
                try {
                    write(out, table.getKey(), table.getValue());
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    static <T> void table(Path out, String name, List<String> columns, List<T> rows, Function<T, List<String>> cells)
            throws IOException {
        write(out, name, csv(columns, rows, cells));
    }

    private static <T> CsvTable csv(List<String> columns, List<T> rows, Function<T, List<String>> cells) {
        return new CsvTable(columns, rows.parallelStream().map(cells).toList());
    }

    private static void write(Path out, String name, CsvTable table) throws IOException {
        table.write(out.resolve(name + ".csv"));
        ParquetTable.write(table, out.resolve(name + ".parquet"));
    }

    /** Writes rows as they come, however many. */
    static <T> void stream(
            Path out, String name, List<String> columns, Iterator<T> rows, Function<T, List<String>> cells)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out.resolve(name + ".csv"));
                ParquetTable.Rows parquet = ParquetTable.open(columns, out.resolve(name + ".parquet"))) {
            csv.writeRecord(columns);
            while (rows.hasNext()) {
                List<String> row = cells.apply(rows.next());
                csv.writeRecord(CsvTable.harmless(row));
                parquet.add(row);
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
