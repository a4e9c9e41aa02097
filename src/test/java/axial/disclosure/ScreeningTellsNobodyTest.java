package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.tables.CsvTable;
import axial.tables.HarmRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An attacker with the screening of each clinic before a thrust, and that of all. */
class ScreeningTellsNobodyTest {
    private static final long MIN_CELL = 11;
    private static final int STUDIES = 40;
    private static final double NONE = Double.NaN;

    @Test
    void nobodyCanWorkOutAFewWhoWereOrWereNotScreened() {
        int small = 0;
        int shown = 0;
        int rows = 0;
        RandomStudy study = new RandomStudy(3);
        for (int seed = 0; seed < STUDIES; seed++) {
            CsvTable counted = screening(new Random(seed));
            Map<String, CsvTable> further = new LinkedHashMap<>();
            further.put("harms", counted);
            Release none = new Release(List.of(), List.of(), List.of(), List.of(), List.of(), further);
            CsvTable released =
                    DisclosureControl.released(study.job, none).further().get("harms");
            small += small(counted).size();
            assertEquals(Map.of(), small(released), "study " + seed);
            shown += shown(released);
            rows += released.rows().size();
        }
        assertTrue(small > STUDIES, small + " small numbers before");
        assertTrue(shown > rows / 2, shown + " of " + rows + " rows are shown");
    }

    private static CsvTable screening(Random random) {
        List<HarmRow> rows = new ArrayList<>();
        long[] all = new long[4];
        for (int clinic = 1; clinic <= 4 + random.nextInt(10); clinic++) {
            long first = 1 + random.nextInt(60);
            long firstScreened = Math.round(first * (0.5 + random.nextDouble() / 2));
            long thrusts = first * 3 + random.nextInt(20);
            long screened = firstScreened + Math.round((thrusts - first) * (0.5 + random.nextDouble() / 2));
            long[] own = {screened, thrusts, firstScreened, first};
            add(rows, "C" + clinic, own);
            for (int i = 0; i < all.length; i++) {
                all[i] += own[i];
            }
        }
        add(rows, "", all);
        return new CsvTable(HarmRow.COLUMNS, rows.stream().map(HarmRow::cells).toList());
    }

    private static void add(List<HarmRow> rows, String clinic, long[] n) {
        rows.add(row("screened", clinic, n[0], n[1]));
        rows.add(row("screened_first", clinic, n[2], n[3]));
    }

    private static HarmRow row(String measure, String clinic, long events, long of) {
        double share = 100.0 * events / of;
        return new HarmRow(
                measure, "thrust", "", clinic, -1, events, of, "percent", share, NONE, NONE, NONE, "estimated", "");
    }

    /** What is known of the clinics, of those screened and not, and how they add up. */
    private static Map<String, Long> small(CsvTable table) {
        LinearPuzzle puzzle = new LinearPuzzle();
        Map<String, List<String>> clinics = new TreeMap<>();
        for (List<String> row : table.rows()) {
            String measure = cell(row, "measure");
            String clinic = cell(row, "group");
            for (String column : List.of("events", "exposure")) {
                String name = measure + " " + column + " ";
                if (cell(row, column).isEmpty()) {
                    puzzle.unknown(name + clinic);
                } else {
                    puzzle.known(name + clinic, Long.parseLong(cell(row, column)));
                }
                if (!clinic.isEmpty()) {
                    clinics.computeIfAbsent(name, n -> new ArrayList<>()).add(name + clinic);
                }
            }
            puzzle.sumWithRest(
                    measure + " exposure " + clinic,
                    List.of(measure + " events " + clinic),
                    measure + " without " + clinic);
        }
        clinics.forEach(puzzle::sum);
        Map<String, Long> small = new TreeMap<>(puzzle.solved());
        small.values().removeIf(n -> n <= 0 || n >= MIN_CELL);
        return small;
    }

    private static long shown(CsvTable table) {
        return table.rows().stream()
                .filter(row -> cell(row, "status").equals("estimated"))
                .count();
    }

    private static String cell(List<String> row, String column) {
        return row.get(HarmRow.COLUMNS.indexOf(column));
    }
}
