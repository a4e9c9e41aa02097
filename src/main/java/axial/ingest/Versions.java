package axial.ingest;

import axial.question.Job;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the records that share a source and visit id. The order is that of the declared versions; where none is
 * declared, a record that arrives is later than a stored one. The latest is accepted, records equal to it are
 * duplicates, earlier ones are superseded; different ones that are equally late are all held back.
 */
final class Versions {
    enum Fate {
        ACCEPTED,
        DUPLICATE,
        SUPERSEDED,
        REJECTED,
        HELD,
        WITHDRAWN
    }

    static final String SUPERSEDED_CODE = "superseded";

    private static final String AND_THEN = "\u001f";

    private Versions() {}

    /** The columns that order the versions of a source's visits, the most telling first. */
    static List<String> columns(Job.Source source) {
        return Stream.of("record_version", "extract_time")
                .map(source.options()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The version of a record; null where the source declares none. */
    static @Nullable String of(RawRecord record, List<String> columns) {
        if (columns.isEmpty()) {
            return null;
        }
        return String.join(
                AND_THEN,
                columns.stream()
                        .map(column -> Objects.requireNonNullElse(record.cells().apply(column), "")
                                .strip())
                        .toList());
    }

    /** The fate of a record before others are looked at; a format may know already that it is superseded. */
    static Fate fate(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return Fate.ACCEPTED;
        }
        boolean superseded = reasons.stream().allMatch(reason -> reason.code().equals(SUPERSEDED_CODE));
        return superseded ? Fate.SUPERSEDED : Fate.REJECTED;
    }

    /**
     * The fate of each record of one visit.
     *
     * @param records stored ones first, then by batch and line
     * @param width how many columns hold the visit
     */
    static List<Fate> fates(List<Row> records, int width) {
        Row latest = records.get(0);
        for (Row record : records) {
            if (order(record, latest, width) > 0) {
                latest = record;
            }
        }
        boolean conflict = false;
        for (Row record : records) {
            conflict |= !equal(record, latest, width) && order(record, latest, width) == 0;
        }
        List<Fate> fates = new ArrayList<>();
        boolean accepted = false;
        for (Row record : records) {
            boolean same = equal(record, latest, width);
            boolean late = order(record, latest, width) == 0;
            if (conflict) {
                fates.add(late ? Fate.HELD : Fate.SUPERSEDED);
            } else {
                fates.add(same ? accepted ? Fate.DUPLICATE : Fate.ACCEPTED : Fate.SUPERSEDED);
                accepted |= same;
            }
        }
        return fates;
    }

    private static boolean equal(Row a, Row b, int width) {
        for (int i = 0; i < width; i++) {
            if (!Objects.equals(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int order(Row a, Row b, int width) {
        String versionA = a.getString(width + ReadRow.VERSION_AT);
        String versionB = b.getString(width + ReadRow.VERSION_AT);
        if (versionA == null || versionB == null) {
            return Boolean.compare(arrives(a, width), arrives(b, width));
        }
        String[] partsA = versionA.split(AND_THEN, -1);
        String[] partsB = versionB.split(AND_THEN, -1);
        for (int i = 0; i < Math.min(partsA.length, partsB.length); i++) {
            int order = compare(partsA[i], partsB[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static boolean arrives(Row row, int width) {
        return row.getString(width + ReadRow.WAS_AT).isEmpty();
    }

    /** Whole or decimal numbers by value, other texts by their characters; no version is the lowest. */
    private static int compare(String a, String b) {
        boolean numbers = a.matches("\\d{1,18}(\\.\\d{1,9})?") && b.matches("\\d{1,18}(\\.\\d{1,9})?");
        return numbers ? new BigDecimal(a).compareTo(new BigDecimal(b)) : a.compareTo(b);
    }
}
