package axial.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Keeps small counts out of the data quality table: a row is withheld where few were checked, few failed or few passed,
 * and as many months more as it takes that those left out cannot be had by subtraction from the row of all months.
 */
public final class SmallCells {
    private static final Comparator<QualityRow> SMALLEST =
            Comparator.comparingLong((QualityRow row) -> row.of()).thenComparing(QualityRow::month);

    private SmallCells() {}

    /** Whether the counts may point at a person: of none that were checked, nothing can be told. */
    public static boolean isSmall(long n, long of, int minCell) {
        return of > 0 && (of < minCell || (n > 0 && n < minCell) || (n < of && of - n < minCell));
    }

    /** The rows that may be shown; a row of all months stays as withheld, a row of one month is left out. */
    public static List<QualityRow> shown(List<QualityRow> rows, int minCell) {
        List<QualityRow> shown = new ArrayList<>();
        Map<String, List<QualityRow>> months = new TreeMap<>();
        for (QualityRow row : rows) {
            boolean counted = row.check().countsPeople() && row.isCounted();
            if (!row.month().isEmpty() && counted) {
                months.computeIfAbsent(row.about(), about -> new ArrayList<>()).add(row);
            } else {
                shown.add(counted && isSmall(row.n(), row.of(), minCell) ? row.withheld() : row);
            }
        }
        months.values().forEach(same -> shown.addAll(shownMonths(same, minCell)));
        return shown;
    }

    /** First by how many were checked, so that checks of the same visits leave out the same months; then by how many failed. */
    private static List<QualityRow> shownMonths(List<QualityRow> months, int minCell) {
        List<QualityRow> enough =
                without(months, row -> row.of() > 0 && row.of() < minCell, (n, of) -> of > 0 && of < minCell);
        long n = months.stream().mapToLong(QualityRow::n).sum()
                - enough.stream().mapToLong(QualityRow::n).sum();
        long of = months.stream().mapToLong(QualityRow::of).sum()
                - enough.stream().mapToLong(QualityRow::of).sum();
        return without(
                enough,
                row -> isSmall(row.n(), row.of(), minCell),
                (moreN, moreOf) -> isSmall(n + moreN, of + moreOf, minCell));
    }

    private interface Told {
        boolean by(long n, long of);
    }

    /** Leaves out rows, and the smallest of the others until what is left out together tells nothing. */
    private static List<QualityRow> without(List<QualityRow> rows, Predicate<QualityRow> small, Told told) {
        List<QualityRow> shown = new ArrayList<>();
        long n = 0;
        long of = 0;
        for (QualityRow row : rows) {
            if (small.test(row)) {
                n += row.n();
                of += row.of();
            } else {
                shown.add(row);
            }
        }
        shown.sort(SMALLEST);
        while (told.by(n, of) && !shown.isEmpty()) {
            QualityRow next = shown.remove(0);
            n += next.n();
            of += next.of();
        }
        return shown;
    }
}
