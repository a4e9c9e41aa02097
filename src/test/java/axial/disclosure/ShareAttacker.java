package axial.disclosure;

import axial.tables.CsvTable;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who checks shares against whole numbers (as GRIM does for means; Brown and Heathers 2017): of how many can so many
 * be that share, and what is left when two shares are subtracted. Reads nothing but the text of the tables.
 */
final class ShareAttacker {
    private static final Pattern FOLLOWED = Pattern.compile(
            "(\\d+) % of those with a first score are analysed, (\\d+) % of the arm and (\\d+) % of the.*");
    private static final Pattern EQUIPOISE = Pattern.compile(".*; (\\d+) % of a side are in equipoise.*");
    private static final String AT = "responders_at_";

    private final LinearPuzzle puzzle = new LinearPuzzle();
    private final List<NamedCsvRecord> estimates;
    private final Map<String, NamedCsvRecord> analyses = new TreeMap<>();

    private ShareAttacker(Release tables) {
        estimates = rows(new CsvTable(
                EstimateRow.COLUMNS,
                tables.estimates().stream().map(EstimateRow::cells).toList()));
        estimates.forEach(row -> analyses.putIfAbsent(analysis(row), row));
    }

    /** All counts that shares tell, by name. */
    static Map<String, Long> workedOut(Release tables, Function<String, BigDecimal> mcid) {
        ShareAttacker attacker = new ShareAttacker(tables);
        attacker.readResponders(mcid);
        List<NamedCsvRecord> certainty = rows(tables.further().get("certainty"));
        attacker.readFirstScores(
                certainty,
                rows(new CsvTable(
                        FlowRow.COLUMNS,
                        tables.flow().stream().map(FlowRow::cells).toList())));
        attacker.readEquipoise(certainty, rows(tables.further().get("overlap")));
        return attacker.puzzle.solved();
    }

    private static List<NamedCsvRecord> rows(CsvTable table) {
        return CsvReader.builder().ofNamedCsvRecord(table.text()).stream().toList();
    }

    private static String analysis(NamedCsvRecord row) {
        return String.join(
                "/", row.getField("question"), row.getField("outcome"), row.getField("window"), subgroup(row));
    }

    private static String subgroup(NamedCsvRecord row) {
        return row.getHeader().contains("subgroup") ? row.getField("subgroup") : "";
    }

    private static String at(NamedCsvRecord row, String arm) {
        return String.join("/", row.getField("outcome"), row.getField("window"), arm, subgroup(row));
    }

    private static double number(NamedCsvRecord row) {
        return Double.parseDouble(row.getField("estimate"));
    }

    // those who improved

    private void readResponders(Function<String, BigDecimal> mcid) {
        Map<String, TreeSet<BigDecimal>> thresholds = new TreeMap<>();
        Map<String, Map<String, NamedCsvRecord>> twoWays = new TreeMap<>();
        for (NamedCsvRecord row : estimates) {
            boolean shown = row.getField("status").equals("estimated")
                    && !row.getField("n_arm").isEmpty();
            String metric = row.getField("metric");
            BigDecimal least = mcid.apply(row.getField("outcome"));
            if (shown && metric.startsWith(AT)) {
                String side = row.getField("estimator");
                long n = Long.parseLong(row.getField("n_" + side));
                BigDecimal threshold = new BigDecimal(metric.substring(AT.length()));
                responders(row, side, threshold, StrictMath.round(number(row) * n), n);
                thresholds
                        .computeIfAbsent(at(row, row.getField(side)), k -> new TreeSet<>())
                        .add(threshold);
            } else if (shown && (metric.equals("risk_difference") || metric.equals("risk_ratio"))) {
                twoWays.computeIfAbsent(analysis(row), k -> new TreeMap<>()).put(metric, row);
                for (String side : List.of("arm", "comparator")) {
                    thresholds
                            .computeIfAbsent(at(row, row.getField(side)), k -> new TreeSet<>())
                            .add(least);
                }
            }
        }
        twoWays.values().stream().filter(rows -> rows.size() == 2).forEach(rows -> {
            NamedCsvRecord row = rows.get("risk_difference");
            double[] shares = shares(number(row), number(rows.get("risk_ratio")));
            BigDecimal least = mcid.apply(row.getField("outcome"));
            long n = Long.parseLong(row.getField("n_arm"));
            long m = Long.parseLong(row.getField("n_comparator"));
            responders(row, "arm", least, StrictMath.round(shares[0] * n), n);
            responders(row, "comparator", least, StrictMath.round(shares[1] * m), m);
        });
        thresholds.forEach(this::readBands);
        readLevels(mcid);
        readArmsTogether();
    }

    /** d = a − b and r = a / b. */
    private static double[] shares(double difference, double ratio) {
        double b = difference / (ratio - 1);
        return new double[] {b * ratio, b};
    }

    private void responders(NamedCsvRecord row, String side, BigDecimal threshold, long responders, long n) {
        if (Double.isFinite(responders) && responders >= 0 && responders <= n) {
            String name = name(at(row, row.getField(side)), threshold);
            puzzle.known(name, responders);
            puzzle.known("n of " + name, n);
            puzzle.sumWithRest("n of " + name, List.of(name), "not " + name);
        }
    }

    private static String name(String at, BigDecimal threshold) {
        return at + " by " + threshold.stripTrailingZeros().toPlainString();
    }

    private void readBands(String at, TreeSet<BigDecimal> thresholds) {
        BigDecimal before = null;
        for (BigDecimal threshold : thresholds) {
            if (before != null && puzzle.names().contains(name(at, threshold))) {
                puzzle.sumWithRest(name(at, before), List.of(name(at, threshold)), "less than " + name(at, threshold));
            }
            before = puzzle.names().contains(name(at, threshold)) ? threshold : before;
        }
    }

    private void readLevels(Function<String, BigDecimal> mcid) {
        Map<String, TreeSet<String>> levels = new TreeMap<>();
        for (NamedCsvRecord row : estimates) {
            if (subgroup(row).contains("=")) {
                for (String side : List.of("arm", "comparator")) {
                    BigDecimal least = mcid.apply(row.getField("outcome"));
                    String arm = row.getField(side);
                    String all = String.join("/", row.getField("outcome"), row.getField("window"), arm, "");
                    levels.computeIfAbsent(
                                    name(all, least) + "\n" + subgroup(row).replaceAll("=.*", ""), k -> new TreeSet<>())
                            .add(name(at(row, arm), least));
                }
            }
        }
        levels.forEach((whole, parts) -> puzzle.sum(whole.split("\n")[0], List.copyOf(parts)));
    }

    private void readArmsTogether() {
        for (String name : puzzle.names()) {
            String[] words = name.split("/", -1);
            if (words.length == 4 && words[2].contains("+") && !name.startsWith("n") && !name.startsWith("less")) {
                List<String> members = List.of(words[2].split("\\+")).stream()
                        .map(arm -> String.join("/", words[0], words[1], arm, words[3]))
                        .toList();
                if (puzzle.names().containsAll(members)) {
                    puzzle.sum(name, members);
                }
            }
        }
    }

    // those with a first score

    /** Of how many the analysed of each window can be the share that is named. */
    private void readFirstScores(List<NamedCsvRecord> certainty, List<NamedCsvRecord> flow) {
        Map<String, TreeSet<Long>> possible = new HashMap<>();
        for (NamedCsvRecord row : certainty) {
            Matcher shares = FOLLOWED.matcher(row.getField("why"));
            NamedCsvRecord of = analyses.get(analysis(row));
            if (shares.matches() && of != null) {
                narrow(possible, of, "arm", Long.parseLong(shares.group(2)));
                narrow(possible, of, "comparator", Long.parseLong(shares.group(3)));
            }
        }
        Map<String, Long> shown = new TreeMap<>();
        flow.stream()
                .filter(row -> row.getField("step").equals("with_baseline")
                        && !row.getField("n").isEmpty())
                .forEach(row -> shown.put(
                        row.getField("outcome") + "/" + row.getField("arm"), Long.parseLong(row.getField("n"))));
        possible.forEach((who, of) -> {
            if (shown.containsKey(who) || of.size() == 1) {
                puzzle.known("first scores " + who, shown.containsKey(who) ? shown.get(who) : of.first());
            }
        });
        for (NamedCsvRecord row : analyses.values()) {
            for (String side : List.of("arm", "comparator")) {
                String first = "first scores " + row.getField("outcome") + "/" + row.getField(side);
                if (!row.getField("n_" + side).isEmpty()
                        && subgroup(row).isEmpty()
                        && puzzle.names().contains(first)) {
                    String analysed = "analysed " + at(row, row.getField(side));
                    puzzle.known(analysed, Long.parseLong(row.getField("n_" + side)));
                    puzzle.sumWithRest(first, List.of(analysed), "lost before " + analysed);
                }
            }
        }
    }

    private static void narrow(Map<String, TreeSet<Long>> possible, NamedCsvRecord of, String side, long percent) {
        if (of.getField("n_" + side).isEmpty()) {
            return;
        }
        long n = Long.parseLong(of.getField("n_" + side));
        TreeSet<Long> here = new TreeSet<>();
        for (long all = n; all <= 300 * n + 300; all++) {
            if (Math.round(100.0 * n / all) == percent) {
                here.add(all);
            }
        }
        possible.merge(of.getField("outcome") + "/" + of.getField(side), here, (before, now) -> {
            before.retainAll(now);
            return before;
        });
    }

    // those in equipoise

    /** The smaller of the two shares is named: where it is not that of the side that is shown, it is the other's. */
    private void readEquipoise(List<NamedCsvRecord> certainty, List<NamedCsvRecord> overlap) {
        Map<String, Map<String, NamedCsvRecord>> sides = new TreeMap<>();
        for (NamedCsvRecord row : overlap) {
            if (row.getField("measure").equals("preference")) {
                sides.computeIfAbsent(analysis(row), k -> new TreeMap<>()).put(row.getField("side"), row);
            }
        }
        for (NamedCsvRecord row : certainty) {
            Matcher share = EQUIPOISE.matcher(row.getField("why"));
            Map<String, NamedCsvRecord> of = sides.getOrDefault(analysis(row), Map.of());
            if (share.matches() && of.size() == 2 && analyses.containsKey(analysis(row))) {
                long percent = Long.parseLong(share.group(1));
                List<String> hidden = new ArrayList<>(Set.of("arm", "comparator"));
                hidden.removeIf(side -> !of.get(side).getField("n").isEmpty());
                boolean isOfOther = of.values().stream()
                        .noneMatch(side -> !side.getField("share").isEmpty()
                                && Math.round(100 * Double.parseDouble(side.getField("share"))) == percent);
                if (hidden.size() == 1 && isOfOther) {
                    inEquipoise(analyses.get(analysis(row)), hidden.get(0), percent);
                }
            }
        }
    }

    private void inEquipoise(NamedCsvRecord analysis, String side, long percent) {
        long n = Long.parseLong(analysis.getField("n_" + side));
        List<Long> possible = new ArrayList<>();
        for (long in = 0; in <= n; in++) {
            if (Math.round(100.0 * in / n) == percent) {
                possible.add(in);
            }
        }
        if (possible.size() == 1) {
            String name = "in equipoise " + analysis(analysis) + " " + side;
            puzzle.known(name, possible.get(0));
            puzzle.known("of " + name, n);
            puzzle.sumWithRest("of " + name, List.of(name), "not " + name);
        }
    }
}
