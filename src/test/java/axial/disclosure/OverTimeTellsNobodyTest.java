package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.tables.CsvTable;
import axial.tables.SpcRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a clinic's chart, its place among all and its share of follow-up tell together is never a small number. */
class OverTimeTellsNobodyTest {
    private static final long MIN_CELL = 11;
    private static final int STUDIES = 6;
    private static final double NONE = Double.NaN;

    @Test
    void neitherThoseLeftOutNorThoseLostCanBeWorkedOut() {
        int smallBefore = 0;
        int shown = 0;
        int points = 0;
        for (int seed = 0; seed < STUDIES; seed++) {
            RandomStudy study = new RandomStudy(seed);
            Release counted = withCharts(study.counted(0), new Random(seed));
            Release released = DisclosureControl.released(study.job, counted);
            for (long n : worked(counted)) {
                smallBefore += isSmall(n) ? 1 : 0;
            }
            for (long n : worked(released)) {
                assertFalse(isSmall(n), n + " people can be worked out in study " + seed);
                shown++;
            }
            points += counted.further().get("spc").rows().size();
        }
        assertTrue(smallBefore > 5, smallBefore + " small numbers before");
        assertTrue(shown > points / 10, shown + " numbers still follow from " + points + " points");
    }

    private static boolean isSmall(long n) {
        return n > 0 && n < MIN_CELL;
    }

    /** Charts of pain at short term: the patients of every clinic in points, a few left out, a few lost. */
    private static Release withCharts(Release counted, Random random) {
        CsvTable funnel = counted.further().get("funnel");
        List<List<String>> rows = new ArrayList<>();
        for (List<String> place : funnel.rows()) {
            if (place.get(0).equals("pain") && place.get(1).equals("short")) {
                rows.addAll(chart(place.get(2), Long.parseLong(place.get(3)), random));
            }
        }
        Map<String, CsvTable> further = new LinkedHashMap<>();
        further.put("funnel", funnel);
        further.put("spc", new CsvTable(SpcRow.COLUMNS, rows));
        return new Release(
                counted.estimates(), counted.clinics(), counted.flow(), counted.safety(), counted.quality(), further);
    }

    private static List<List<String>> chart(String clinic, long n, Random random) {
        List<SpcRow> rows = new ArrayList<>();
        long left = n - random.nextInt(16);
        for (int month = 1; month <= 12 && left >= 2 * MIN_CELL; month++) {
            long here = month == 12 ? left : MIN_CELL + random.nextInt(8);
            rows.add(point(clinic, SpcRow.MEAN_CHANGE, month, here));
            rows.add(point(clinic, SpcRow.FOLLOWED, month, here + random.nextInt(16)));
            left -= here;
        }
        rows.sort((a, b) -> -a.measure().compareTo(b.measure()));
        return rows.stream().map(SpcRow::cells).toList();
    }

    private static SpcRow point(String clinic, String measure, int month, long n) {
        String at = String.format(java.util.Locale.ROOT, "2020-%02d", month);
        return new SpcRow(
                "pain", "short", clinic, measure, at, at, n, 1, 1, NONE, NONE, NONE, NONE, "", "", "", "", "estimated");
    }

    /** What follows by one subtraction: a clinic's patients less its points, those of a share less those measured again. */
    private static List<Long> worked(Release release) {
        Map<String, Map<String, String>> change = new TreeMap<>();
        Map<String, Map<String, String>> share = new TreeMap<>();
        for (List<String> row : release.further().get("spc").rows()) {
            (row.get(3).equals(SpcRow.FOLLOWED) ? share : change)
                    .computeIfAbsent(row.get(2), clinic -> new TreeMap<>())
                    .put(row.get(4), row.get(6));
        }
        List<Long> worked = new ArrayList<>();
        for (List<String> place : release.further().get("funnel").rows()) {
            Map<String, String> points = change.getOrDefault(place.get(2), Map.of());
            boolean here = place.get(0).equals("pain") && place.get(1).equals("short");
            if (here && !points.isEmpty() && !place.get(3).isEmpty() && !points.containsValue("")) {
                worked.add(Long.parseLong(place.get(3))
                        - points.values().stream().mapToLong(Long::parseLong).sum());
            }
        }
        share.forEach((clinic, of) -> of.forEach((month, n) -> {
            String measured = change.getOrDefault(clinic, Map.of()).getOrDefault(month, "");
            if (!n.isEmpty() && !measured.isEmpty()) {
                worked.add(Long.parseLong(n) - Long.parseLong(measured));
            }
        }));
        return worked;
    }
}
