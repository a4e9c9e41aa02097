package axial.disclosure;

import axial.question.Job;
import axial.tables.EstimateRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many improved, as a system of counts of its own beside that of how many there are: those who did and did not are all
 * analysed, those of everybody are those of each level, those of arms together are those of each arm, and those between two
 * thresholds reached the lower and not the higher. No share is shown that would tell a small one of them by subtraction.
 */
final class ResponderCounts {
    private static final String BY = "\u001f";
    private static final String AT = "responders_at_";
    private static final double EVERYBODY = 100;
    private static final double LEVEL = 2;
    private static final double OTHER_THRESHOLD = 1;

    /** How many are analysed is decided elsewhere, and stands. */
    private static final double STANDS = 1e9;

    private final Counts counts = new Counts();
    private final Job job;
    private final BitSet hidden;

    /**
     * Reads the responders of all analyses.
     *
     * @param isShown whether an analysis, given by its rows, may be read at all
     */
    ResponderCounts(Job job, Iterable<List<EstimateRow>> analyses, Predicate<List<EstimateRow>> isShown) {
        this.job = job;
        List<List<EstimateRow>> unseen = new ArrayList<>();
        for (List<EstimateRow> rows : analyses) {
            if (isShown.test(rows)) {
                add(rows, true);
            } else {
                unseen.add(rows);
            }
        }
        unseen.forEach(rows -> add(rows, false));
        relate();
        long minCell = job.disclosure().minCell();
        this.hidden = Suppression.of(
                counts, cell -> counts.cell(cell).n() > 0 && counts.cell(cell).n() < minCell, minCell);
    }

    /** Whether a row of shares or of their difference tells what must not be read. */
    boolean isHidden(EstimateRow row) {
        String threshold = threshold(row);
        return threshold != null
                && ((!row.estimator().equals("comparator") && isHidden(name(row, row.arm(), threshold)))
                        || (!row.estimator().equals("arm") && isHidden(name(row, row.comparator(), threshold))));
    }

    private boolean isHidden(String name) {
        return counts.all(name).stream().anyMatch(hidden::get);
    }

    /** The improvement that a row counts as one; null of a row that counts nobody who improved. */
    private @Nullable String threshold(EstimateRow row) {
        return switch (row.estimator()) {
            case "responder" ->
                row.metric().startsWith("risk_difference_at_")
                        ? row.metric().substring("risk_difference_at_".length())
                        : mcid(row);
            case "worst_case" -> row.metric().startsWith("risk_") ? mcid(row) : null;
            case "arm", "comparator" ->
                row.metric().startsWith(AT) ? row.metric().substring(AT.length()) : null;
            default -> null;
        };
    }

    private @Nullable String mcid(EstimateRow row) {
        BigDecimal mcid = job.outcome(row.outcome()).instrument().mcid();
        return mcid == null ? null : mcid.stripTrailingZeros().toPlainString();
    }

    private static String name(EstimateRow row, String arm, String threshold) {
        return String.join(BY, row.outcome(), row.window(), arm, row.subgroup(), threshold);
    }

    private void add(List<EstimateRow> rows, boolean shown) {
        for (EstimateRow row : rows) {
            if (row.estimated() && row.metric().startsWith(AT)) {
                boolean arm = row.estimator().equals("arm");
                long n = arm ? row.nArm() : row.nComparator();
                String threshold = row.metric().substring(AT.length());
                add(row, arm ? row.arm() : row.comparator(), threshold, Math.round(row.estimate() * n), n, shown);
            }
        }
        FewResponders.events(rows).ifPresent(events -> {
            EstimateRow first = rows.get(0);
            String mcid = Objects.requireNonNull(mcid(first));
            add(first, first.arm(), mcid, events.arm(), first.nArm(), shown);
            add(first, first.comparator(), mcid, events.comparator(), first.nComparator(), shown);
        });
    }

    private void add(EstimateRow row, String arm, String threshold, long responders, long n, boolean shown) {
        String name = name(row, arm, threshold);
        if (counts.place(name) < 0) {
            int at = shown ? counts.shown(name, responders, weight(row, threshold)) : counts.unshown(name, responders);
            counts.wholeWithRest(counts.shown("of " + name, n, STANDS), List.of(at));
        }
    }

    private double weight(EstimateRow row, String threshold) {
        return !threshold.equals(mcid(row)) ? OTHER_THRESHOLD : row.subgroup().isEmpty() ? EVERYBODY : LEVEL;
    }

    private void relate() {
        Map<List<String>, List<Integer>> thresholds = new LinkedHashMap<>();
        Map<List<String>, List<Integer>> levels = new LinkedHashMap<>();
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int place = 0; place < counts.size(); place++) {
            String[] words = counts.cell(place).people().split(BY, -1);
            if (words.length != 5 || words[0].startsWith("of ") || words[0].startsWith("rest ")) {
                continue;
            }
            String subgroup = words[3];
            thresholds
                    .computeIfAbsent(List.of(words[0], words[1], words[2], subgroup), k -> new ArrayList<>())
                    .add(place);
            if (subgroup.contains("=")) {
                String category = subgroup.substring(0, subgroup.indexOf('='));
                String whole = String.join(BY, words[0], words[1], words[2], "", words[4]);
                levels.computeIfAbsent(List.of(whole, category), k -> new ArrayList<>())
                        .add(place);
            }
            if (words[2].contains("+")) {
                for (String member : words[2].split("\\+")) {
                    int part = counts.place(String.join(BY, words[0], words[1], member, subgroup, words[4]));
                    if (part >= 0) {
                        members.computeIfAbsent(place, k -> new ArrayList<>()).add(part);
                    }
                }
            }
        }
        thresholds.values().forEach(this::relateThresholds);
        levels.forEach((whole, parts) -> {
            if (counts.place(whole.get(0)) >= 0) {
                counts.parts(counts.place(whole.get(0)), parts);
            }
        });
        members.forEach(counts::parts);
    }

    private void relateThresholds(List<Integer> places) {
        TreeMap<BigDecimal, Integer> ordered = new TreeMap<>();
        places.forEach(place -> ordered.put(
                new BigDecimal(counts.cell(place)
                        .people()
                        .substring(counts.cell(place).people().lastIndexOf(BY) + 1)),
                place));
        List<Integer> lowestFirst = List.copyOf(ordered.values());
        for (int i = 1; i < lowestFirst.size(); i++) {
            counts.wholeWithRest(lowestFirst.get(i - 1), List.of(lowestFirst.get(i)));
        }
    }
}
