package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.ingest.ClinicExport;
import axial.ingest.InputRefused;
import axial.question.JobFile;
import axial.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faulty exports through a whole run. */
class QualityRunTest {
    private static final List<String> MOTIONS = List.of(
            "rom_flexion_deg",
            "rom_extension_deg",
            "rom_lateral_left_deg",
            "rom_lateral_right_deg",
            "rom_rotation_left_deg",
            "rom_rotation_right_deg");

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path run(String name, ClinicExport export, String more, String partitions) throws Exception {
        export.write(folder.resolve(name + ".csv"));
        Path job = Files.writeString(folder.resolve(name + ".yaml"), ClinicExport.job(name + ".csv", more));
        Path out = folder.resolve(name);
        new ReviewJob(job, JobFile.read(job), out, line -> {})
                .run("local[2]", Map.of("spark.sql.shuffle.partitions", partitions));
        return out;
    }

    private static UnaryOperator<String> number(java.util.function.IntUnaryOperator change) {
        return cell -> Integer.toString(change.applyAsInt(Integer.parseInt(cell)));
    }

    private static ClinicExport inOtherUnits() throws IOException {
        return ClinicExport.clean(made)
                .change("C001", "ndi_percent", number(ndi -> ndi / 2))
                .change("C002", "pain_nprs", number(pain -> pain * 10))
                .change("C002", "pain_nprs_after", number(pain -> pain * 10))
                .change("C003", "groc", number(groc -> groc + 8))
                .change("C004", "psfs", number(psfs -> 10 - psfs))
                .swap("C005", "rom_rotation_left_deg", "rom_rotation_right_deg");
    }

    @Test
    void whatIsConvertedByDeclarationGivesTheEstimatesOfCleanVisits() throws Exception {
        Path clean = run("clean", ClinicExport.clean(made), "", "3");
        Path converted = run("converted", inOtherUnits(), """
                convert:
                      - { fields: ndi_percent, from: raw_0_50, clinics: C001 }
                      - { fields: [pain_nprs, pain_nprs_after], from: vas_mm, clinics: C002 }
                      - { fields: groc, from: coded_1_15, clinics: C003 }
                      - { fields: psfs, from: reversed, clinics: C004 }
                      - { fields: [rom_rotation_left_deg, rom_rotation_right_deg], from: other_side, clinics: C005 }
                """, "5");
        for (String table : List.of("estimates.csv", "clinics.csv", "flow.csv", "safety.csv")) {
            assertEquals(Files.readString(clean.resolve(table)), Files.readString(converted.resolve(table)), table);
        }
        assertEquals(checked(clean), checked(converted), "declared scores are not searched; all else is the same");
        assertTrue(Files.readString(clean.resolve("estimates.csv")).contains("adjusted_difference"));
    }

    private static List<String> checked(Path out) throws IOException {
        return Files.readAllLines(out.resolve("quality.csv")).stream()
                .filter(row -> !row.startsWith("C10,"))
                .toList();
    }

    @Test
    void whatIsNotDeclaredStopsTheRunBeforeAnythingIsStored() throws Exception {
        InputRefused refused = assertThrows(InputRefused.class, () -> run("faulty", inOtherUnits(), "", "3"));
        assertEquals(6, refused.problems().size(), refused.getMessage());
        for (String clinic : List.of("C001", "C002", "C003", "C004", "C005")) {
            assertTrue(refused.getMessage().contains("faulty.csv, clinic " + clinic), refused.getMessage());
        }
        assertFalse(Files.exists(folder.resolve("faulty/store/visits")));
        assertFalse(Files.exists(folder.resolve("faulty/estimates.csv")));
        List<String> faults = Files.readAllLines(folder.resolve("faulty/faults.csv"));
        assertEquals(7, faults.size(), faults.toString());
        assertTrue(faults.get(1).startsWith("clinics,faulty.csv,C001,ndi_percent,raw_0_50,"), faults.get(1));
    }

    /** Ranges of motion copied from the visit before, words for missing, zeros: all that only warns. */
    private static ClinicExport careless() throws IOException {
        ClinicExport export = ClinicExport.clean(made);
        String[] last = {"", ""};
        List<String> vector = new ArrayList<>();
        export.each("C002", row -> {
            boolean same = last[0].equals(row.get("patient_id"));
            boolean measured = !row.get(MOTIONS.get(0)).isEmpty();
            for (int m = 0; m < MOTIONS.size() && measured; m++) {
                if (same && vector.size() == MOTIONS.size()) {
                    row.put(MOTIONS.get(m), vector.get(m));
                }
            }
            if (measured && !(same && vector.size() == MOTIONS.size())) {
                vector.clear();
                MOTIONS.forEach(motion -> vector.add(row.get(motion)));
            } else if (!same) {
                vector.clear();
            }
            last[0] = row.getOrDefault("patient_id", "");
            return row;
        });
        int[] n = {0};
        export.change("C003", "pain_nprs", pain -> n[0]++ % 9 == 0 ? "-99" : pain);
        return export;
    }

    @Test
    void whatWarnsIsNamedWithClinicAndFix() throws Exception {
        Path out = run("careless", careless(), "", "4");
        List<String> quality = Files.readAllLines(out.resolve("quality.csv"));
        assertEquals(
                1,
                quality.stream()
                        .filter(row -> row.matches("P4,.*,C002,,,,\\d+,\\d+,warn,"))
                        .count());
        assertEquals(
                4,
                quality.stream()
                        .filter(row -> row.matches("P4,.*,C00[^2],,,,0,\\d+,pass,"))
                        .count());
        assertEquals(
                List.of("C11,conformance/value,C003,,pain_nprs"),
                quality.stream()
                        .filter(row -> row.contains("null_values: [\"\"-99\"\"]"))
                        .map(row -> row.replaceFirst(",,\\d+,\\d+,fail.*", ""))
                        .toList());
        String page = Files.readString(out.resolve("report.html"));
        assertTrue(page.contains("P4 Range of motion measured anew, not copied"), page);
        assertTrue(page.contains("Declare these words as missing: options: { null_values: [\"-99\"] }"), page);
    }

    @Test
    void theTableIsTheSameForAnyPartitionsFilesAndOrder() throws Exception {
        Path one = run("one", careless(), "", "1");
        Path many = run("many", careless(), "", "17");
        List<String> lines = Files.readAllLines(folder.resolve("one.csv"));
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(9));
        Path place = Files.createDirectories(folder.resolve("cut"));
        for (int part = 0; part < 4; part++) {
            List<String> file = new ArrayList<>(List.of(lines.get(0)));
            file.addAll(rows.subList(part * rows.size() / 4, (part + 1) * rows.size() / 4));
            Files.write(place.resolve("part" + part + ".csv"), file);
        }
        Path job = Files.writeString(place.resolve("job.yaml"), ClinicExport.job("part*.csv", ""));
        new ReviewJob(job, JobFile.read(job), place.resolve("out"), line -> {}).run("local[2]", Map.of());
        for (String table : List.of("quality.csv", "quality.parquet", "estimates.csv")) {
            assertEquals(-1, Files.mismatch(one.resolve(table), many.resolve(table)), table);
            assertEquals(
                    -1, Files.mismatch(one.resolve(table), place.resolve("out").resolve(table)), table);
        }
    }

    @Test
    void otherLimitsJudgeTheSameCountsAnew() throws Exception {
        Path out = run("limits", careless(), "", "3");
        Path job = out.resolve("job.yaml");
        String table = Files.readString(out.resolve("quality.csv"));
        assertTrue(Files.readString(out.resolve("report.html")).contains("P4 Range of motion measured anew"));
        Files.writeString(
                job,
                Files.readString(job)
                        .replace("disclosure:", "quality: { thresholds: { P4: { warn: 100 } } }\ndisclosure:"));
        Files.delete(folder.resolve("limits.csv"));
        Reports.write(out, JobFile.read(job));
        assertFalse(Files.readString(out.resolve("report.html")).contains("P4 Range of motion measured anew"));
        assertTrue(Files.readString(out.resolve("research.html")).contains("passes with failing rows"));
        assertEquals(table, Files.readString(out.resolve("quality.csv")));
    }
}
