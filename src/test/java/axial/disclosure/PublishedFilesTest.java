package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.report.Reports;
import axial.tables.ClinicRow;
import axial.tables.CsvTable;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import axial.tables.QualityRow;
import axial.tables.SafetyRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What leaves in files: the attacker reads them from the disk, pages and figures are drawn from nothing but them, and no
 * figure has marks enough for one per patient. {@code -Daxial.studies=1000} for more studies.
 */
class PublishedFilesTest {
    private static final long MIN_CELL = 11;
    private static final int STUDIES = Math.max(1, Integer.getInteger("axial.studies", 5) / 5);
    private static final Pattern FIGURE = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("<(circle|rect|path|line|polygon|ellipse|use|image)\\b");

    @TempDir
    Path dir;

    @Test
    void filesTellNoSmallNumberAndFiguresHaveNoMarkPerPatient() throws IOException {
        for (int seed = 0; seed < STUDIES; seed++) {
            RandomStudy study = new RandomStudy(seed);
            Path folder = Files.createDirectories(dir.resolve("study-" + seed));
            write(folder, DisclosureControl.released(study.job, study.counted(0)));
            Map<String, Long> small = new LinkedHashMap<>(Attacker.workedOut(folder));
            small.values().removeIf(n -> n <= 0 || n >= MIN_CELL);
            assertEquals(Map.of(), small, "study " + seed);

            Reports.write(folder, study.job);
            int figures = 0;
            for (Path file : drawn(folder)) {
                Matcher figure = FIGURE.matcher(Files.readString(file));
                while (figure.find()) {
                    long marks = MARK.matcher(figure.group()).results().count();
                    assertTrue(10 * marks < study.patients(), () -> file + " has a figure of " + marks + " marks");
                    figures++;
                }
            }
            assertTrue(figures > 0, "figures are drawn");
        }
    }

    private static List<Path> drawn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".svg") || file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path folder, Release released) throws IOException {
        Map<String, CsvTable> all = new LinkedHashMap<>(released.further());
        all.put("estimates", csv(EstimateRow.COLUMNS, released.estimates(), EstimateRow::cells));
        all.put("clinics", csv(ClinicRow.COLUMNS, released.clinics(), ClinicRow::cells));
        all.put("flow", csv(FlowRow.COLUMNS, released.flow(), FlowRow::cells));
        all.put("safety", csv(SafetyRow.COLUMNS, released.safety(), SafetyRow::cells));
        all.put("quality", csv(QualityRow.COLUMNS, released.quality(), QualityRow::cells));
        all.put("rejects", new CsvTable(List.of("source", "line", "reasons"), List.of()));
        for (Map.Entry<String, CsvTable> table : all.entrySet()) {
            table.getValue().write(folder.resolve(table.getKey() + ".csv"));
        }
    }

    private static <T> CsvTable csv(List<String> columns, List<T> rows, Function<T, List<String>> cells) {
        return new CsvTable(columns, rows.stream().map(cells).toList());
    }
}
