package axial.disclosure;

import axial.tables.CsvTable;
import axial.tables.SpcRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the points of a clinic's charts hang together: those measured again are patients of the clinic, and with those lost
 * they are the patients that the share of follow-up is of.
 */
final class OverTime {
    private OverTime() {}

    private record Point(
            String measure, String outcome, String window, String clinic, String period, String until, int place) {
        List<String> series() {
            return List.of(outcome, window, clinic);
        }
    }

    /** Relates the points, which are counted already. */
    static void relate(Counts counts, CsvTable table) {
        Map<List<String>, List<Point>> series = table.rows().stream()
                .map(row -> point(counts, table.columns(), row))
                .filter(point -> point.place() >= 0)
                .collect(Collectors.groupingBy(Point::series, LinkedHashMap::new, Collectors.toList()));
        series.values().forEach(points -> relate(counts, points));
    }

    private static Point point(Counts counts, List<String> columns, List<String> row) {
        String measure = row.get(columns.indexOf("measure"));
        String outcome = row.get(columns.indexOf("outcome"));
        String window = row.get(columns.indexOf("window"));
        String clinic = row.get(columns.indexOf("clinic_id"));
        String period = row.get(columns.indexOf("period"));
        int place = counts.place(People.overTime(measure, outcome, window, clinic, period));
        return new Point(measure, outcome, window, clinic, period, row.get(columns.indexOf("until")), place);
    }

    private static void relate(Counts counts, List<Point> points) {
        List<Point> measured = new ArrayList<>(points);
        measured.removeIf(point -> !point.measure().equals(SpcRow.MEAN_CHANGE));
        Point first = points.get(0);
        int clinic = counts.place(People.inClinic(first.outcome(), first.window(), first.clinic()));
        if (clinic >= 0 && !measured.isEmpty()) {
            counts.parts(clinic, measured.stream().map(Point::place).toList());
        }
        for (Point share : points) {
            if (share.measure().equals(SpcRow.FOLLOWED)) {
                counts.wholeWithRest(
                        share.place(),
                        measured.stream()
                                .filter(point -> point.period().compareTo(share.period()) >= 0
                                        && point.until().compareTo(share.until()) <= 0)
                                .map(Point::place)
                                .toList());
            }
        }
    }
}
