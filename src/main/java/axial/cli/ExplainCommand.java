package axial.cli;

import axial.report.ClinicLetters;
import axial.tables.RowId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code axial explain}: an estimate id, a reason code, a metric, a fault, a check or an exit code, in plain words. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Explains an estimate id, a reason code, a metric, a fault, a check of the data or an exit code, with the formula and the numbers.")
final class ExplainCommand implements Callable<Integer> {
    private static final String EARLIER = "since:";

    @Parameters(
            paramLabel = "WHAT",
            arity = "1..2",
            description =
                    "such as exit 4, outside_range, nhs_number, hedges_g, or the id of a row that a number on a page names")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private List<String> asked;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "the run an id belongs to; default every run under build/out")
    private @org.jspecify.annotations.Nullable Path out;

    @Override
    public Integer call() throws Exception {
        String what = asked.get(asked.size() - 1);
        Properties words = words();
        for (String kind : List.of("exit.", "reason.", "identifier.", "metric.", "fault.", "check.")) {
            String found = kind.equals("metric.") ? metric(words, what) : words.getProperty(kind + what);
            if (found != null) {
                System.out.println(found);
                return 0;
            }
        }
        boolean explained = false;
        for (Path run : runs()) {
            explained |= explainRow(what, run, words);
        }
        if (!explained) {
            System.err.println(
                    "error: " + what
                            + " is no exit code, reason code, metric, fault or check, and no id in the estimates"
                            + " of a run. Ids stand in estimates.csv, and beside every number in the source of the pages; name the run with --out DIR.");
        }
        return explained ? 0 : 2;
    }

    /** What a metric is; those of a window, threshold or quantile are explained together: {@code decay_since_short}. */
    private static @Nullable String metric(Properties words, String name) {
        String exact = words.getProperty("metric." + name);
        String together = name.replaceFirst("_(since|at|shift)_.*", "_$1");
        return exact == null ? words.getProperty("metric." + together) : exact;
    }

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(ExplainCommand.class.getResourceAsStream("/axial/cli/explanations.properties")),
                StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }

    private List<Path> runs() throws IOException {
        if (out != null) {
            return List.of(out);
        }
        Path runs = Path.of("build", "out");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.sorted()
                    .filter(folder -> Files.exists(folder.resolve("estimates.csv")))
                    .toList();
        }
    }

    /** A row of a table by its id; what an earlier report said lies in a folder of its own. */
    private static boolean explainRow(String what, Path run, Properties words) throws IOException {
        if (what.startsWith(EARLIER)) {
            return explainRow(what.substring(EARLIER.length()), run.resolve("since"), words);
        }
        String name = RowId.table(what);
        if (name.equals("manifest")) {
            return explainEntry(what.substring("manifest:".length()), run.resolve("manifest.json"));
        }
        Path table = run.resolve(name + ".csv");
        if (!name.matches("[a-z_]+") || !Files.exists(table)) {
            return false;
        }
        ClinicLetters letters = ClinicLetters.kept(run);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                UnaryOperator<String> asOnPages = column -> column.equals(ClinicLetters.column(name))
                        ? letters.of(row.getField(column))
                        : row.getField(column);
                if (RowId.of(name, row.getHeader(), row::getField).equals(what)
                        || RowId.of(name, row.getHeader(), asOnPages).equals(what)) {
                    tell(row, table, words);
                    return true;
                }
            }
        }
        return false;
    }

    private static void tell(NamedCsvRecord row, Path table, Properties words) {
        if (row.getHeader().contains("metric")) {
            System.out.println(Objects.requireNonNullElse(metric(words, row.getField("metric")), ""));
        }
        for (String column : row.getHeader()) {
            if (!row.getField(column).isEmpty()) {
                System.out.println("  " + column + ": " + row.getField(column));
            }
        }
        System.out.println("  table: " + table);
    }

    private static boolean explainEntry(String path, Path manifest) throws IOException {
        if (!Files.exists(manifest)) {
            return false;
        }
        JsonNode entry = new ObjectMapper().readTree(manifest.toFile()).at("/" + path.replace('.', '/'));
        if (!entry.isValueNode()) {
            return false;
        }
        System.out.println("  " + path + ": " + entry.asText());
        System.out.println("  file: " + manifest);
        return true;
    }
}
