package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.ingest.ClinicExport.Reading;
import axial.tables.FaultRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of units, sides and directions, planted in one clinic of one file among clean ones. */
class UnitFaultsTest {
    private static final String HERE = "C003";

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private ClinicExport export() throws IOException {
        return ClinicExport.clean(made);
    }

    /** The clinic alone in {@code march.csv}, all others in {@code rest.csv}. */
    private Reading read(ClinicExport export, String more) throws Exception {
        export.write(folder.resolve("march.csv"), HERE);
        export.write(folder.resolve("rest.csv"), "C001", "C002", "C004", "C005");
        return Reading.of(folder, ClinicExport.job("*.csv", more));
    }

    private static List<String> found(Reading reading) {
        return UnitFaults.found(reading.accounts(), reading.job()).stream()
                .map(row -> String.join(" ", row.file(), row.clinic(), row.field(), row.fault(), row.verdict()))
                .toList();
    }

    /** The fault is found where it is, refused, and mended by the fix that is named: every visit is then as if clean. */
    private void isRefusedAndMended(ClinicExport faulty, String field, String fault) throws Exception {
        Reading reading = read(faulty, "");
        assertEquals(List.of("march.csv C003 " + field + " " + fault + " refused"), found(reading));
        List<FaultRow> rows = UnitFaults.found(reading.accounts(), reading.job());
        String said =
                assertThrows(InputRefused.class, () -> UnitFaults.refuse(rows)).getMessage();
        assertTrue(said.startsWith("march.csv, clinic C003: " + field.replace(";", " and ")), said);
        assertTrue(said.contains(rows.get(0).fix()), said);

        Reading mended = read(faulty, rows.get(0).fix());
        assertEquals(List.of(), found(mended));
        Reading clean = read(export(), "");
        assertEquals(clean.visits(), mended.visits());
    }

    private static UnaryOperator<String> number(java.util.function.IntUnaryOperator change) {
        return cell -> Integer.toString(change.applyAsInt(Integer.parseInt(cell)));
    }

    @Test
    void cleanExportsHaveNone() throws Exception {
        assertEquals(List.of(), found(read(export(), "")));
    }

    @Test
    void theSampleHasNone() throws Exception {
        Path sample = Path.of("sample-data");
        assertEquals(List.of(), found(Reading.of(sample, ClinicExport.job("visits.csv", ""))));
        assertEquals(List.of(), found(Reading.of(sample, ClinicExport.job("vickers/visits.csv", ""))));
    }

    @Test
    void fewWrongLinesAreNoFaultOfAUnit() throws Exception {
        Reading reading = Reading.of(Path.of("sample-data"), ClinicExport.job("visits-with-errors.csv", ""));
        assertEquals(
                List.of("visits-with-errors.csv C002 pain_nprs undeclared_missing warned"),
                found(reading),
                "NaN is a word for missing; the rest is wrong in one line each");
    }

    @Test
    void sumsAmongPercentages() throws Exception {
        isRefusedAndMended(export().change(HERE, "ndi_percent", number(ndi -> ndi / 2)), "ndi_percent", "raw_0_50");
    }

    @Test
    void sumsWithNothingToHoldThemAgainstOnlyWarn() throws Exception {
        ClinicExport all = export();
        for (String clinic : List.of("C001", "C002", "C003", "C004", "C005")) {
            all.change(clinic, "ndi_percent", number(ndi -> ndi / 2));
        }
        List<String> found = found(read(all, ""));
        assertFalse(found.isEmpty());
        assertTrue(found.stream().allMatch(row -> row.endsWith("raw_0_50 warned")), found.toString());
    }

    @Test
    void millimetresInAFieldOfPoints() throws Exception {
        isRefusedAndMended(export().change(HERE, "pain_nprs", number(pain -> pain * 10)), "pain_nprs", "vas_mm");
    }

    @Test
    void oneWrongNumberAgainAndAgainIsNoUnit() throws Exception {
        int[] n = {0};
        ClinicExport faulty = export().change(HERE, "pain_nprs", pain -> n[0]++ % 3 == 0 ? pain : "55");
        assertEquals(List.of(), found(read(faulty, "")));
    }

    @Test
    void sidesThatAreSwappedBeforeTreatment() throws Exception {
        isRefusedAndMended(
                export().swap(HERE, "rom_rotation_left_deg", "rom_rotation_right_deg"),
                "rom_rotation_left_deg;rom_rotation_right_deg",
                "other_side");
    }

    @Test
    void sidesOfWhichOneIsLargerElsewhere() throws Exception {
        ClinicExport uneven = export();
        for (String clinic : List.of("C001", "C002", "C003", "C004", "C005")) {
            uneven.change(clinic, "rom_lateral_right_deg", number(degrees -> Math.min(80, degrees + 8)));
        }
        assertEquals(List.of(), found(read(uneven, "")));
        uneven.swap(HERE, "rom_lateral_left_deg", "rom_lateral_right_deg");
        assertEquals(
                List.of("march.csv C003 rom_lateral_left_deg;rom_lateral_right_deg other_side warned"),
                found(read(uneven, "")));
    }

    @Test
    void bothDirectionsInOneField() throws Exception {
        ClinicExport faulty = export().each(HERE, row -> {
            String left = row.get("rom_rotation_left_deg");
            String right = row.get("rom_rotation_right_deg");
            if (!left.isEmpty()) {
                row.put("rom_rotation_left_deg", Integer.toString(Integer.parseInt(left) + Integer.parseInt(right)));
            }
            return row;
        });
        Reading reading = read(faulty, "");
        assertEquals(List.of("march.csv C003 rom_rotation_left_deg full_cycle refused"), found(reading));

        Reading mended = read(
                faulty,
                UnitFaults.found(reading.accounts(), reading.job()).get(0).fix());
        assertEquals(List.of(), found(mended));
        Reading emptied = read(export().change(HERE, "rom_rotation_left_deg", cell -> ""), "");
        assertEquals(emptied.visits(), mended.visits(), "what cannot be split is missing");
    }

    @Test
    void aRatingOfChangeByNumber() throws Exception {
        isRefusedAndMended(export().change(HERE, "groc", number(groc -> groc + 8)), "groc", "coded_1_15");
    }

    @Test
    void aRatingOfChangeByNumberFromZero() throws Exception {
        ClinicExport faulty = export().change(HERE, "groc", number(groc -> groc + 7));
        boolean[] first = {true};
        faulty.change(HERE, "groc", cell -> {
            String put = first[0] ? "0" : cell;
            first[0] = false;
            return put;
        });
        assertEquals(List.of("march.csv C003 groc coded_0_14 refused"), found(read(faulty, "")));
    }

    @Test
    void aScaleThatRunsTheOtherWay() throws Exception {
        isRefusedAndMended(export().change(HERE, "psfs", number(psfs -> 10 - psfs)), "psfs", "reversed");
    }

    @Test
    void aScaleOfTheJobThatIsOfBothDirectionsIsNotSearchedForThem() throws Exception {
        ClinicExport full = export().change(HERE, "rom_rotation_left_deg", number(left -> 2 * left));
        full.write(folder.resolve("march.csv"), HERE);
        full.write(folder.resolve("rest.csv"), "C001", "C002", "C004", "C005");
        String own = "instruments: { rom_rotation_left_deg: { min: 0, max: 220, better: higher, unit: degrees } }\n";
        Reading reading = Reading.of(folder, ClinicExport.job("*.csv", "") + own);
        assertEquals(List.of(), found(reading));
    }

    @Test
    void zerosWhereNobodyMeasured() throws Exception {
        ClinicExport faulty = export().each(HERE, row -> {
            if (row.get("rom_flexion_deg").isEmpty()) {
                row.put("rom_flexion_deg", "0");
            }
            return row;
        });
        isRefusedAndMended(faulty, "rom_flexion_deg", "zero_is_missing");
    }

    @Test
    void zerosOfAScoreThatMayBeZeroOnlyWarn() throws Exception {
        ClinicExport faulty = export().each(HERE, row -> {
            if (row.get("satisfaction").isEmpty()) {
                row.put("satisfaction", "0");
            }
            return row;
        });
        assertEquals(List.of("march.csv C003 satisfaction zero_is_missing warned"), found(read(faulty, "")));
    }

    @Test
    void wordsForMissingThatAreNotDeclared() throws Exception {
        int[] n = {0};
        String[] words = {"-99", "NI", ".", "n/a"};
        ClinicExport faulty = export().change(HERE, "pain_nprs", pain -> n[0]++ % 5 == 0 ? words[n[0] % 4] : pain);
        Reading reading = read(faulty, "");
        assertEquals(List.of("march.csv C003 pain_nprs undeclared_missing warned"), found(reading));
        FaultRow row = UnitFaults.found(reading.accounts(), reading.job()).get(0);
        assertEquals("options: { null_values: [\"-99\", \".\", \"NI\", \"n/a\"] }", row.fix());
        assertEquals((n[0] + 4) / 5, row.n());
        UnitFaults.refuse(List.of(row));

        Reading declared = read(faulty, row.fix());
        assertEquals(List.of(), found(declared));
        assertEquals(read(export(), "").visits().size(), declared.visits().size());
    }

    @Test
    void severalFaultsAreToldAtOnce() throws Exception {
        ClinicExport faulty = export().change(HERE, "pain_nprs", number(pain -> pain * 10))
                .change("C001", "ndi_percent", number(ndi -> ndi / 2))
                .swap("C002", "rom_rotation_left_deg", "rom_rotation_right_deg");
        assertEquals(
                List.of(
                        "march.csv C003 pain_nprs vas_mm refused",
                        "rest.csv C001 ndi_percent raw_0_50 refused",
                        "rest.csv C002 rom_rotation_left_deg;rom_rotation_right_deg other_side refused"),
                found(read(faulty, "")));
    }

    @Test
    void whatIsLookedAtAndRightIsNotFoundAgain() throws Exception {
        ClinicExport odd = export().change(HERE, "ndi_percent", number(ndi -> ndi / 2));
        Reading declared = read(odd, "convert: [{ fields: ndi_percent, from: as_written, clinics: C003 }]");
        assertEquals(List.of(), found(declared));
        assertEquals(read(odd, "").visits(), declared.visits());
    }

    @Test
    void aFaultThatOnlyManySmallFilesShowTogether() throws Exception {
        ClinicExport faulty = export().change(HERE, "ndi_percent", number(ndi -> ndi / 2));
        faulty.write(folder.resolve("here.csv"), HERE);
        faulty.write(folder.resolve("rest.csv"), "C001", "C002", "C004", "C005");
        List<String> lines = Files.readAllLines(folder.resolve("here.csv"));
        Files.delete(folder.resolve("here.csv"));
        for (int from = 1; from < lines.size(); from += 15) {
            List<String> part = new ArrayList<>(List.of(lines.get(0)));
            part.addAll(lines.subList(from, Math.min(lines.size(), from + 15)));
            Files.write(folder.resolve("here" + from + ".csv"), part);
        }
        Reading reading = Reading.of(folder, ClinicExport.job("*.csv", ""));
        assertEquals(List.of(" C003 ndi_percent raw_0_50 refused"), found(reading));
        List<FaultRow> rows = UnitFaults.found(reading.accounts(), reading.job());
        assertTrue(assertThrows(InputRefused.class, () -> UnitFaults.refuse(rows))
                .getMessage()
                .startsWith("the files of clinics together, clinic C003: ndi_percent"));
    }

    @Test
    void theOrderOfTheFilesIsNothing() throws Exception {
        ClinicExport faulty = export().change(HERE, "pain_nprs", number(pain -> pain * 10))
                .swap("C002", "rom_rotation_left_deg", "rom_rotation_right_deg");
        Reading reading = read(faulty, "");
        List<byte[]> turned = new ArrayList<>(reading.accounts());
        Collections.reverse(turned);
        assertEquals(UnitFaults.found(reading.accounts(), reading.job()), UnitFaults.found(turned, reading.job()));
    }

    @Test
    void theIndexIsScoredOfItsItems() throws Exception {
        ClinicExport items = export();
        for (String clinic : List.of("C001", "C002", "C003", "C004", "C005")) {
            items.each(clinic, row -> {
                int left = row.get("ndi_percent").isEmpty() ? -1 : Integer.parseInt(row.get("ndi_percent")) / 2;
                for (int item = 1; item <= 10; item++) {
                    int score = Math.max(0, Math.min(5, left));
                    row.put("ndi_" + item, left < 0 && row.get("ndi_percent").isEmpty() ? "" : "" + score);
                    left -= score;
                }
                row.put("ndi_percent", "");
                return row;
            });
        }
        Reading scored = read(items, "convert: [{ fields: ndi_percent, from: items }]");
        assertEquals(read(export(), "").visits(), scored.visits());
    }
}
