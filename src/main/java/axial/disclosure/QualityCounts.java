package axial.disclosure;

import axial.question.QualityCheck;
import axial.tables.QualityRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The data quality table as part of the one system of counts: the visits, episodes and scores that a check looks at are
 * those of the flow and of the follow-up by clinic, and the difference of two checks is the failing of a third.
 */
final class QualityCounts {
    private static final double LIGHT = 0.5;
    private static final String BY = "\u001f";

    private final List<QualityRow> rows;

    /** Of the table as it was counted. */
    QualityCounts(List<QualityRow> rows) {
        this.rows = rows;
    }

    private static String join(String... words) {
        return String.join(BY, words);
    }

    private static String failing(QualityRow row) {
        return join("failing", row.check().name(), row.clinic(), row.field(), row.window());
    }

    private static String checked(QualityRow row) {
        return switch (row.check()) {
            case C5, C6, C7, C11, M4, P1 -> join("visits of clinic", row.clinic());
            case M1, M5 -> episodes(row.clinic());
            case M2 -> baseline(row.field(), row.clinic());
            case M3, P4 -> join("motions of clinic", row.clinic());
            case P2, P3, P5 -> join("scores of clinic", row.clinic(), row.field());
            case T3 -> join("later visits of clinic", row.clinic());
            default -> join("checked", row.check().name(), row.clinic(), row.field(), row.window());
        };
    }

    private static String episodes(String clinic) {
        return join("episodes of clinic", clinic);
    }

    private static String baseline(String outcome, String clinic) {
        return join("baseline of clinic", clinic, outcome);
    }

    private static String followed(String outcome, String window, String clinic) {
        return join("followed of clinic", clinic, outcome, window);
    }

    /** Whom the checks of follow-up count of one clinic: with a first score and without, followed and lost. */
    static List<String> ofFollowUp(String outcome, String window, String clinic) {
        return List.of(
                baseline(outcome, clinic),
                join("failing", QualityCheck.M1.name(), clinic, outcome, ""),
                join("failing", QualityCheck.M2.name(), clinic, outcome, window));
    }

    private static boolean isCounted(QualityRow row) {
        return row.month().isEmpty()
                && !row.clinic().isEmpty()
                && row.of() > 0
                && row.check().countsPeople();
    }

    /** Adds the counts of all months, and what they are parts of. */
    void addTo(Counts counts) {
        List<QualityRow> counted =
                rows.stream().filter(QualityCounts::isCounted).toList();
        for (QualityRow row : counted) {
            counts.shown(checked(row), row.of(), LIGHT);
            counts.shown(failing(row), row.n(), LIGHT);
        }
        Map<String, Set<Integer>> totals = new TreeMap<>();
        for (QualityRow row : counted) {
            int of = counts.place(checked(row));
            switch (row.check()) {
                case M1 -> addBaseline(counts, row);
                case M2 -> addFollowed(counts, row);
                case M3 -> part(counts, of, counts.place(join("scores of clinic", row.clinic(), row.field())));
                case T3 -> part(counts, counts.place(join("visits of clinic", row.clinic())), of);
                default -> {}
            }
            if (row.check() != QualityCheck.M2) {
                part(counts, of, counts.place(failing(row)));
            }
            String total = switch (row.check()) {
                case C5 -> People.shared("visits");
                case M1, M5 -> People.shared("in_one_arm");
                default -> "";
            };
            totals.computeIfAbsent(total, t -> new TreeSet<>()).add(of);
        }
        totals.remove("");
        totals.forEach((total, parts) -> {
            if (counts.place(total) >= 0) {
                counts.parts(counts.place(total), parts);
            }
        });
    }

    /** A clinic's episodes are those without a first score, and those with one, of which each arm has some. */
    private static void addBaseline(Counts counts, QualityRow row) {
        String name = baseline(row.field(), row.clinic());
        long with = row.of() - row.n();
        int baseline = counts.all(name).isEmpty() ? counts.unshown(name, with) : counts.place(name);
        if (counts.cell(baseline).n() == with) {
            counts.parts(counts.place(checked(row)), List.of(counts.place(failing(row)), baseline));
        }
    }

    private static void addFollowed(Counts counts, QualityRow row) {
        int of = counts.place(checked(row));
        if (counts.cell(of).n() != row.of()) {
            return;
        }
        int followed = counts.unshown(followed(row.field(), row.window(), row.clinic()), row.of() - row.n());
        counts.parts(of, List.of(counts.place(failing(row)), followed));
        part(counts, followed, counts.place(People.inClinic(row.field(), row.window(), row.clinic())));
    }

    private static void part(Counts counts, int whole, int part) {
        if (whole >= 0 && part >= 0 && whole != part) {
            counts.wholeWithRest(whole, List.of(part));
        }
    }

    /** The rows that may be read; months only of checks of every record, and of rows that may be read themselves. */
    List<QualityRow> released(Predicate<String> isHidden) {
        Set<String> withheld = new HashSet<>();
        rows.stream()
                .filter(QualityCounts::isCounted)
                .filter(row -> isHidden.test(checked(row)) || isHidden.test(failing(row)))
                .forEach(row -> withheld.add(failing(row)));
        List<QualityRow> shown = new ArrayList<>();
        for (QualityRow row : rows) {
            boolean told = withheld.contains(failing(row));
            if (row.month().isEmpty()) {
                shown.add(told ? row.withheld() : row);
            } else if (!told && (row.check().isOfEveryRecord() || !row.check().countsPeople())) {
                shown.add(row);
            }
        }
        return shown;
    }
}
