package axial.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthTest {
    private static final SynthPlan SAMPLE = new SynthPlan(2000, 12, 2015);
    private static final Path SAMPLE_DATA = Path.of("sample-data");

    @Test
    void sampleDataIsWhatTheGeneratorMakes(@TempDir Path dir) throws IOException {
        Synth.write(SAMPLE, dir);
        for (String file : List.of("visits.csv", "truth.csv", "TRUTH.md")) {
            assertArrayEquals(
                    Files.readAllBytes(SAMPLE_DATA.resolve(file)), Files.readAllBytes(dir.resolve(file)), file);
        }
    }

    @Test
    void sameSeedSameBytesOtherSeedOthers() throws IOException {
        byte[] once = Made.bytes(new SynthPlan(50, 3, 1));
        assertArrayEquals(once, Made.bytes(new SynthPlan(50, 3, 1)));
        assertFalse(Arrays.equals(once, Made.bytes(new SynthPlan(50, 3, 2))));
    }

    @Test
    void morePatientsLeaveTheEarlierOnesAlone() throws IOException {
        String few = new String(Made.bytes(new SynthPlan(20, 3, 1)), StandardCharsets.UTF_8);
        String many = new String(Made.bytes(new SynthPlan(60, 3, 1)), StandardCharsets.UTF_8);
        assertTrue(many.startsWith(few));
    }

    @Test
    void everyRowIsValid() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Map<String, String> row : Made.of(SAMPLE).rows()) {
            assertTrue(ids.add(Made.cell(row, "visit_id")), "visit ids are unique");
            valid(row);
        }
    }

    private static void valid(Map<String, String> row) {
        String what = row.toString();
        assertTrue(Vocabulary.SEX.contains(Made.cell(row, "sex")), what);
        assertTrue(Vocabulary.DISORDER.contains(Made.cell(row, "disorder")), what);
        assertTrue(within(row, "age_years", 14, 89), what);
        assertTrue(within(row, "groc", -7, 7), what);
        assertTrue(within(row, "eq5d_index", -0.2, 1), what);
        assertTrue(within(row, "satisfaction", 0, 10), what);
        assertTrue(within(row, "symptom_duration_days", 1, 3650), what);
        for (Measure measure : Measure.ALL) {
            assertTrue(within(row, measure.column, 0, measure.max), what);
            assertTrue(!measure.hasAfter || within(row, measure.column + "_after", 0, measure.max), what);
        }
        int year = java.time.LocalDate.parse(Made.cell(row, "visit_date")).getYear();
        assertTrue(year >= 2018 && year <= 2025, what);
        harm(row, what);
    }

    private static void harm(Map<String, String> row, String what) {
        boolean event = !Made.cell(row, "adverse_event").isEmpty();
        String severity = Made.cell(row, "adverse_event_severity");
        assertEquals(event, Vocabulary.SEVERITY.contains(severity), what);
        boolean treated = !Made.cell(row, "treatments").isEmpty();
        assertEquals(treated, !Made.cell(row, "adverse_events_asked").isEmpty(), what);
    }

    private static boolean within(Map<String, String> row, String column, double least, double most) {
        String cell = Made.cell(row, column);
        return cell.isEmpty() || (Double.parseDouble(cell) >= least && Double.parseDouble(cell) <= most);
    }

    @Test
    void aPlanThatCanNotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SynthPlan(0, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new SynthPlan(3, 0, 1));
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> new SynthPlan(3, 3, 1, "S9"));
        assertEquals(
                "no scenario 'S9'; there are default, S0, S1, S2, S3, S4, S5, S6",
                String.valueOf(unknown.getMessage()));
    }
}
