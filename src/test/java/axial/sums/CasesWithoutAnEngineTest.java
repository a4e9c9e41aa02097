package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.clinic.Scaled;
import axial.clinic.SymptomStage;
import axial.question.Job;
import axial.question.JobFile;
import axial.tables.EstimateRow;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared cases, computed in R, met from the cells alone: no Spark runs here. */
class CasesWithoutAnEngineTest {
    private static final List<String> NUMBERS =
            List.of("n_arm", "n_comparator", "clinics", "estimate", "std_error", "df", "ci_low", "ci_high", "p_value");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conformance/case-a",
                "conformance/case-b",
                "conformance/case-c",
                "real/vickers",
                "real/chow",
                "real/nhs-knee-1617"
            })
    void theCellsGiveWhatRFinds(String name) throws Exception {
        Path folder = Path.of("..", "shared").resolve(name);
        assumeTrue(Files.exists(folder), "the shared cases are not beside the project");
        Job job = JobFile.read(folder.resolve("job.yaml"));
        Map<String, EstimateRow> found = new HashMap<>();
        estimates(job, visits(job, folder)).forEach(row -> found.put(key(row), row));
        int compared = 0;
        for (NamedCsvRecord expected : records(folder.resolve("expected_estimates.csv"))) {
            compared++;
            EstimateRow row = found.get(String.join(
                    "/",
                    expected.getField("question"),
                    expected.getField("outcome"),
                    expected.getField("window"),
                    expected.getField("estimator"),
                    expected.getField("metric")));
            assertNotNull(row, () -> "no row for " + expected);
            if (!expected.getField("metric").equals("withheld")) {
                compare(expected, Objects.requireNonNull(row));
            }
        }
        assertTrue(compared >= 15, "only " + compared + " rows were compared");
    }

    private static void compare(NamedCsvRecord expected, EstimateRow row) {
        boolean iterated = List.of("clinics_pooled", "overlap_weighted").contains(row.estimator())
                || row.metric().equals("hedges_g");
        for (String column : NUMBERS) {
            String text = expected.getField(column);
            if (!text.isEmpty() && !text.equals("NA")) {
                double value = Double.parseDouble(text);
                double found = Double.parseDouble(row.cells().get(EstimateRow.COLUMNS.indexOf(column)));
                double tolerance = Math.max(iterated ? 1e-7 : 1e-10, Math.abs(value) * (iterated ? 1e-6 : 1e-8));
                assertEquals(value, found, tolerance, row.id() + " " + column);
            }
        }
    }

    private static String key(EstimateRow row) {
        return String.join("/", row.question(), row.outcome(), row.window(), row.estimator(), row.metric());
    }

    private static List<EstimateRow> estimates(Job job, Map<String, List<WalkVisit>> patients) {
        return InMemory.of(job, patients.values()).evidence().estimates();
    }

    static Map<String, List<WalkVisit>> visits(Job job, Path folder) throws IOException {
        WalkPlan plan = WalkPlan.of(job);
        Map<String, List<NamedCsvRecord>> records = new TreeMap<>();
        for (NamedCsvRecord record : records(folder.resolve("visits.csv"))) {
            records.computeIfAbsent(record.getField("patient_id"), p -> new ArrayList<>())
                    .add(record);
        }
        Map<String, List<WalkVisit>> visits = new TreeMap<>();
        records.forEach((patient, theirs) -> visits.put(
                patient,
                theirs.stream()
                        .sorted(Comparator.comparing((NamedCsvRecord r) -> r.getField("visit_date"))
                                .thenComparing(r -> r.getField("visit_id")))
                        .map(record -> visit(record, job, plan))
                        .toList()));
        return visits;
    }

    private static List<NamedCsvRecord> records(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static WalkVisit visit(NamedCsvRecord record, Job job, WalkPlan plan) {
        String treatments = text(record, "treatments");
        return new WalkVisit(
                (int) LocalDate.parse(record.getField("visit_date")).toEpochDay(),
                treatments,
                text(record, "red_flags"),
                record.getField("clinic_id"),
                text(record, "practitioner_id"),
                steps(record, "age_years", Scaled.AGE_DECIMALS),
                plan.categories().stream().map(c -> level(record, c)).toArray(String[]::new),
                plan.numbers().stream()
                        .mapToInt(n -> steps(record, n, WalkPlan.decimals(n)))
                        .toArray(),
                job.outcomes().stream()
                        .mapToInt(o -> steps(record, o.id(), o.instrument().storedDecimals()))
                        .toArray(),
                job.outcomes().stream()
                        .mapToInt(o ->
                                steps(record, o.id() + "_after", o.instrument().storedDecimals()))
                        .toArray(),
                false,
                -1,
                new int[0]);
    }

    private static String level(NamedCsvRecord record, String category) {
        if (category.equals(WalkPlan.STAGE)) {
            return SymptomStage.of(steps(record, WalkPlan.DURATION, Scaled.DURATION_DECIMALS))
                    .word();
        }
        String text = text(record, category);
        return text.isEmpty() ? "unknown" : text;
    }

    private static String text(NamedCsvRecord record, String column) {
        return record.findField(column).orElse("");
    }

    private static int steps(NamedCsvRecord record, String column, int decimals) {
        String text = text(record, column);
        return text.isEmpty() ? Scaled.MISSING : Scaled.steps(new BigDecimal(text), decimals);
    }
}
