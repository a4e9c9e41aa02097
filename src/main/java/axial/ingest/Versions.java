package axial.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;

/**
 * What becomes of the records that share a source and visit id: one is accepted; records equal to it are duplicates;
 * lower declared versions are superseded; different ones without an order are all held back as rejected.
 */
final class Versions {
    enum Fate {
        ACCEPTED,
        DUPLICATE,
        SUPERSEDED,
        REJECTED
    }

    static final String SUPERSEDED_CODE = "superseded";

    private Versions() {}

    /** The fate of a record before others are looked at; a format may know already that it is superseded. */
    static Fate fate(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return Fate.ACCEPTED;
        }
        boolean superseded = reasons.stream().allMatch(reason -> reason.code().equals(SUPERSEDED_CODE));
        return superseded ? Fate.SUPERSEDED : Fate.REJECTED;
    }

    /** The fate of each record; records come in order of file and line. {@code width} columns hold the visit. */
    static List<Fate> fates(List<Row> records, int width, int versionColumn) {
        Row newest = records.get(0);
        for (Row record : records) {
            if (compare(record.getString(versionColumn), newest.getString(versionColumn)) > 0) {
                newest = record;
            }
        }
        List<Fate> fates = new ArrayList<>();
        boolean accepted = false;
        boolean conflict = false;
        for (Row record : records) {
            boolean same = equal(record, newest, width);
            boolean older = compare(record.getString(versionColumn), newest.getString(versionColumn)) < 0;
            conflict |= !same && !older;
            fates.add(same ? accepted ? Fate.DUPLICATE : Fate.ACCEPTED : Fate.SUPERSEDED);
            accepted |= same;
        }
        if (conflict) {
            fates.replaceAll(fate -> Fate.REJECTED);
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

    /** Whole or decimal numbers by value, other texts by their characters; no version is the lowest. */
    private static int compare(
            @org.jspecify.annotations.Nullable String a, @org.jspecify.annotations.Nullable String b) {
        if (a == null || b == null) {
            return a == null ? b == null ? 0 : -1 : 1;
        }
        boolean numbers = a.matches("\\d{1,18}(\\.\\d{1,9})?") && b.matches("\\d{1,18}(\\.\\d{1,9})?");
        return numbers ? new BigDecimal(a).compareTo(new BigDecimal(b)) : a.compareTo(b);
    }
}
