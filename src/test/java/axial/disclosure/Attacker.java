package axial.disclosure;

import axial.tables.ClinicRow;
import axial.tables.CsvTable;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import axial.tables.QualityRow;
import axial.tables.SafetyRow;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Somebody who has every published file, knows how the tables hang together, and wants to know counts that are not
 * there. Reads nothing but the text of the tables. What can be worked out is claimed, by the name of the people counted.
 */
final class Attacker {
    private final LinearPuzzle puzzle = new LinearPuzzle();
    private final Map<String, Long> solvedRates = new TreeMap<>();

    private Attacker() {}

    /** All counts of at least one that the tables tell, by name, those that stand in them among them. */
    static Map<String, Long> workedOut(Release tables) {
        Attacker attacker = new Attacker();
        attacker.read(tables, "");
        return attacker.claims();
    }

    /** The same of two releases, the later of which only has more patients; {@code more …} is who came. */
    static Map<String, Long> workedOut(Release earlier, Release later) {
        Attacker attacker = new Attacker();
        attacker.read(earlier, "earlier ");
        attacker.read(later, "");
        for (String name : attacker.puzzle.names()) {
            if (!name.startsWith("earlier ") && attacker.puzzle.names().contains("earlier " + name)) {
                attacker.puzzle.sum(name, List.of("earlier " + name, "more " + name));
            }
        }
        return attacker.claims();
    }

    /** The same of the files in a folder. */
    static Map<String, Long> workedOut(Path folder) throws IOException {
        Attacker attacker = new Attacker();
        List<NamedCsvRecord> estimates = rows(folder, "estimates");
        attacker.read(estimates, rows(folder, "clinics"), rows(folder, "flow"), rows(folder, "safety"), "");
        attacker.readFurther(rows(folder, "funnel"), rows(folder, "tipping"), estimates, "");
        FurtherFiles further = new FurtherFiles(attacker.puzzle, "");
        further.readMissing(rows(folder, "missing"));
        further.readHarms(rows(folder, "harms"));
        further.readBalance(rows(folder, "balance"), estimates);
        return attacker.claims();
    }

    private static List<NamedCsvRecord> rows(Path folder, String table) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(table + ".csv"))) {
            return rows.stream().toList();
        }
    }

    private Map<String, Long> claims() {
        Map<String, Long> claims = new TreeMap<>(puzzle.solved());
        claims.putAll(solvedRates);
        return claims;
    }

    private void read(Release tables, String when) {
        List<NamedCsvRecord> estimates = rows(EstimateRow.COLUMNS, tables.estimates(), EstimateRow::cells);
        List<NamedCsvRecord> clinics = rows(ClinicRow.COLUMNS, tables.clinics(), ClinicRow::cells);
        List<NamedCsvRecord> flow = rows(FlowRow.COLUMNS, tables.flow(), FlowRow::cells);
        List<NamedCsvRecord> safety = rows(SafetyRow.COLUMNS, tables.safety(), SafetyRow::cells);
        read(estimates, clinics, flow, safety, when);
        readFurther(further(tables, "funnel"), further(tables, "tipping"), estimates, when);
        FurtherFiles further = new FurtherFiles(puzzle, when);
        further.readMissing(further(tables, "missing"));
        further.readHarms(further(tables, "harms"));
        further.readBalance(further(tables, "balance"), estimates);
        further.readQuality(rows(QualityRow.COLUMNS, tables.quality(), QualityRow::cells));
    }

    private static List<NamedCsvRecord> further(Release tables, String name) {
        CsvTable table = tables.further().get(name);
        return table == null
                ? List.of()
                : CsvReader.builder().ofNamedCsvRecord(table.text()).stream().toList();
    }

    private void read(
            List<NamedCsvRecord> estimates,
            List<NamedCsvRecord> clinics,
            List<NamedCsvRecord> flow,
            List<NamedCsvRecord> safety,
            String when) {
        readEstimates(estimates, when);
        readClinics(clinics, estimates, when);
        readFlow(flow, when);
        readSafety(safety, when);
        solveResponders(estimates, when);
        solveAlike(estimates, when);
        solvePooledClinic(estimates, clinics, when);
    }

    private void readFurther(
            List<NamedCsvRecord> funnel, List<NamedCsvRecord> tipping, List<NamedCsvRecord> estimates, String when) {
        readFunnel(funnel, when);
        readTipping(tipping, estimates, when);
        readJump(estimates, when);
    }

    private static <T> List<NamedCsvRecord> rows(
            List<String> columns, List<T> rows, java.util.function.Function<T, List<String>> cells) {
        String text = new CsvTable(columns, rows.stream().map(cells).toList()).text();
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    private static String at(NamedCsvRecord row, String arm, String clinic) {
        return String.join("/", row.getField("outcome"), row.getField("window"), arm, row.getField("subgroup"), clinic);
    }

    private void count(String name, NamedCsvRecord row, String column) {
        String text = row.getField(column);
        if (text.isEmpty()) {
            puzzle.unknown(name);
        } else {
            puzzle.known(name, Long.parseLong(text));
        }
    }

    private void readEstimates(List<NamedCsvRecord> estimates, String when) {
        Map<String, TreeSet<String>> levels = new TreeMap<>();
        for (NamedCsvRecord row : estimates) {
            boolean pooled = row.getField("estimator").equals("clinics_pooled")
                    && row.getField("status").equals("estimated");
            if (!row.getField("subgroup").isEmpty() && !row.getField("subgroup").contains("=")) {
                readInteraction(row, when);
                continue;
            }
            for (String side : List.of("arm", "comparator")) {
                String arm = row.getField(side);
                String analysed = when + "analysed " + at(row, arm, "");
                count(pooled ? pooledName(row, arm, when) : analysed, row, "n_" + side);
                if (pooled) {
                    puzzle.sumWithRest(
                            analysed, List.of(pooledName(row, arm, when)), "not pooled " + pooledName(row, arm, when));
                }
                if (!row.getField("subgroup").isEmpty()) {
                    String category = row.getField("subgroup").replaceAll("=.*", "");
                    String whole = when + "analysed "
                            + String.join("/", row.getField("outcome"), row.getField("window"), arm, "", "");
                    levels.computeIfAbsent(whole + "\n" + category, k -> new TreeSet<>())
                            .add(analysed);
                }
                if (arm.contains("+")) {
                    List<String> members = List.of(arm.split("\\+")).stream()
                            .map(member -> when + "analysed " + at(row, member, ""))
                            .toList();
                    if (puzzle.names().containsAll(members)) {
                        puzzle.sum(analysed, members);
                    }
                }
            }
        }
        levels.forEach((key, parts) -> puzzle.sum(key.split("\n")[0], List.copyOf(parts)));
    }

    /** A test over levels counts the people of those it names. */
    private void readInteraction(NamedCsvRecord row, String when) {
        for (String side : List.of("arm", "comparator")) {
            String arm = row.getField(side);
            String tested = when + "tested " + row.getField("id") + side;
            String outcome = row.getField("outcome") + "/" + row.getField("window") + "/" + arm + "/";
            count(tested, row, "n_" + side);
            puzzle.sumWithRest(when + "analysed " + outcome + "/", List.of(tested), "not " + tested);
            if (row.getField("reason").startsWith("of ")) {
                List<String> levels = List.of(
                                row.getField("reason").substring(3).split(", "))
                        .stream()
                        .map(level -> when + "analysed " + outcome + row.getField("subgroup") + "=" + level + "/")
                        .toList();
                puzzle.sum(tested, levels);
            }
        }
    }

    private static String pooledName(NamedCsvRecord row, String arm, String when) {
        return when + "pooled " + row.getField("question") + " " + at(row, arm, "");
    }

    private void readClinics(List<NamedCsvRecord> clinics, List<NamedCsvRecord> estimates, String when) {
        Map<String, NamedCsvRecord> of = new TreeMap<>();
        estimates.forEach(row -> of.putIfAbsent(analysis(row), row));
        Map<String, List<String>> parts = new TreeMap<>();
        for (NamedCsvRecord row : clinics) {
            NamedCsvRecord analysis = of.get(analysis(row));
            for (String side : List.of("arm", "comparator")) {
                String arm = analysis.getField(side);
                String name = when + "analysed " + at(row, arm, row.getField("clinic_id"));
                count(name, row, "n_" + side);
                parts.computeIfAbsent(
                                when + "pooled " + row.getField("question") + " " + at(row, arm, ""),
                                k -> new ArrayList<>())
                        .add(name);
            }
        }
        parts.forEach(puzzle::sum);
    }

    private static String analysis(NamedCsvRecord row) {
        return String.join(
                "/",
                row.getField("question"),
                row.getField("outcome"),
                row.getField("window"),
                row.getField("subgroup"));
    }

    private void readFlow(List<NamedCsvRecord> flow, String when) {
        Map<String, TreeSet<String>> baselines = new TreeMap<>();
        for (NamedCsvRecord row : flow) {
            String outcome = row.getField("outcome");
            String window = row.getField("window");
            String arm = row.getField("arm");
            String step = row.getField("step");
            if (arm.isEmpty()) {
                count(when + step, row, "n");
            } else if (step.equals("with_baseline")) {
                count(when + "baseline " + outcome + arm, row, "n");
                if (!arm.contains("+")) {
                    baselines.computeIfAbsent(outcome, o -> new TreeSet<>()).add(when + "baseline " + outcome + arm);
                }
            } else if (step.equals("with_follow_up")) {
                String here = when + "follow-up " + outcome + window + arm;
                count(here, row, "n");
                puzzle.sumWithRest(when + "baseline " + outcome + arm, List.of(here), "lost before " + here);
            } else {
                String here = when + "analysed " + String.join("/", outcome, window, arm, "", "");
                count(here, row, "n");
                puzzle.sumWithRest(
                        when + "follow-up " + outcome + window + arm, List.of(here), "incomplete before " + here);
            }
        }
        flow.forEach(row -> readArmsTogether(row, when));
        baselines.forEach((outcome, arms) ->
                puzzle.sumWithRest(when + "in_one_arm", List.copyOf(arms), when + "no baseline " + outcome));
        List<String> steps = List.of("patients", "first_episodes", "of_age", "no_red_flags", "in_one_arm");
        for (int i = 1; i < steps.size(); i++) {
            puzzle.sumWithRest(when + steps.get(i - 1), List.of(when + steps.get(i)), when + "out at " + steps.get(i));
        }
    }

    /** A step of arms that stand together counts the patients of each. */
    private void readArmsTogether(NamedCsvRecord row, String when) {
        String step = row.getField("step");
        String place = step.equals("with_baseline")
                ? when + "baseline " + row.getField("outcome")
                : when + "follow-up " + row.getField("outcome") + row.getField("window");
        List<String> members = List.of(row.getField("arm").split("\\+")).stream()
                .map(arm -> place + arm)
                .toList();
        if (step.startsWith("with_") && members.size() > 1 && puzzle.names().containsAll(members)) {
            puzzle.sum(place + row.getField("arm"), members);
        }
    }

    /** A clinic's patients are those of each arm that is counted by clinic, and others. */
    private void readFunnel(List<NamedCsvRecord> funnel, String when) {
        for (NamedCsvRecord row : funnel) {
            String place = row.getField("outcome") + "/" + row.getField("window") + "/";
            String clinic = row.getField("clinic_id");
            count(when + "clinic " + place + clinic, row, "n");
            List<String> arms = puzzle.names().stream()
                    .filter(name -> name.startsWith(when + "analysed " + place))
                    .filter(name -> name.endsWith("//" + clinic) && !name.contains("+"))
                    .toList();
            if (!arms.isEmpty()) {
                puzzle.sumWithRest(when + "clinic " + place + clinic, arms, "other arms " + when + place + clinic);
            }
        }
    }

    /** The difference rises with the departure of the unseen by their share. */
    private void readTipping(List<NamedCsvRecord> rows, List<NamedCsvRecord> estimates, String when) {
        Map<String, NamedCsvRecord> of = new TreeMap<>();
        estimates.forEach(row -> of.putIfAbsent(analysis(row), row));
        Map<String, Double> atNone = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            if (number(row, "delta_arm") == 0 && number(row, "delta_comparator") == 0) {
                atNone.put(surface(row), number(row, "estimate"));
            }
        }
        for (NamedCsvRecord row : rows) {
            for (String side : List.of("arm", "comparator")) {
                String other = side.equals("arm") ? "comparator" : "arm";
                double delta = number(row, "delta_" + side);
                if (delta != 0 && number(row, "delta_" + other) == 0) {
                    double share = Math.abs((number(row, "estimate") - atNone.get(surface(row))) / delta);
                    unseen(of.get(surface(row)), side, share, when);
                }
            }
        }
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static String surface(NamedCsvRecord row) {
        return String.join("/", row.getField("question"), row.getField("outcome"), row.getField("window"), "");
    }

    /** Jump to reference takes the effect from the unseen: what is left of the difference is the share of the seen. */
    private void readJump(List<NamedCsvRecord> estimates, String when) {
        Map<String, Double> differences = new TreeMap<>();
        for (NamedCsvRecord row : estimates) {
            if (row.getField("status").equals("estimated")
                    && row.getField("metric").equals("adjusted_difference")) {
                if (row.getField("estimator").equals("ancova")) {
                    differences.put(analysis(row), number(row, "estimate"));
                } else if (row.getField("estimator").equals("jump_to_reference")
                        && differences.containsKey(analysis(row))) {
                    unseen(row, "arm", 1 - number(row, "estimate") / differences.get(analysis(row)), when);
                }
            }
        }
    }

    private void unseen(NamedCsvRecord of, String side, double share, String when) {
        String arm = of.getField(side);
        if (!of.getField("n_" + side).isEmpty()) {
            String here = when + "unseen " + at(of, arm, "");
            puzzle.known(here, StrictMath.round(number(of, "n_" + side) * share / (1 - share)));
            puzzle.sum(
                    when + "baseline " + of.getField("outcome") + arm,
                    List.of(when + "analysed " + at(of, arm, ""), here));
        }
    }

    private void readSafety(List<NamedCsvRecord> safety, String when) {
        Map<String, List<String>> severities = new TreeMap<>();
        for (NamedCsvRecord row : safety) {
            String arm = when + "visits " + row.getField("arm");
            count(arm, row, "visits");
            count(arm + " asked", row, "asked");
            count(arm + " " + row.getField("severity"), row, "events");
            if (!row.getField("severity").equals("any")) {
                severities.computeIfAbsent(arm, a -> new ArrayList<>()).add(arm + " " + row.getField("severity"));
            }
            String rate = row.getField("per_1000_asked");
            if (!rate.isEmpty() && !row.getField("asked").isEmpty()) {
                double events = Double.parseDouble(rate) / 1000 * Double.parseDouble(row.getField("asked"));
                puzzle.known(arm + " " + row.getField("severity"), StrictMath.round(events));
            }
        }
        severities.forEach((arm, names) -> {
            puzzle.sumWithRest(arm, List.of(arm + " asked"), "not asked " + arm);
            puzzle.sumWithRest(arm + " asked", List.of(arm + " any"), "no event " + arm);
            puzzle.sumWithRest(arm + " any", names, "severity unknown " + arm);
        });
    }

    /** Risk difference and ratio are two equations for two whole numbers. */
    private void solveResponders(List<NamedCsvRecord> estimates, String when) {
        Map<String, NamedCsvRecord> differences = new TreeMap<>();
        Map<String, NamedCsvRecord> ratios = new TreeMap<>();
        for (NamedCsvRecord row : estimates) {
            if (row.getField("status").equals("estimated")
                    && !row.getField("n_arm").isEmpty()) {
                if (row.getField("metric").equals("risk_difference")) {
                    differences.put(analysis(row), row);
                } else if (row.getField("metric").equals("risk_ratio")) {
                    ratios.put(analysis(row), row);
                }
            }
        }
        differences.forEach((analysis, row) -> {
            double difference = Double.parseDouble(row.getField("estimate"));
            double n = Double.parseDouble(row.getField("n_arm"));
            double m = Double.parseDouble(row.getField("n_comparator"));
            List<long[]> found = new ArrayList<>();
            for (long a = 0; a <= n; a++) {
                long b = StrictMath.round((a / n - difference) * m);
                boolean fits = b >= 0 && b <= m && Math.abs(a / n - b / m - difference) < 1e-12;
                NamedCsvRecord ratio = ratios.get(analysis);
                if (fits && ratio != null) {
                    fits = Math.abs(a / n / (b / m) - Double.parseDouble(ratio.getField("estimate"))) < 1e-11;
                }
                if (fits) {
                    found.add(new long[] {a, b});
                }
            }
            if (found.size() == 1) {
                String name = when + "responders " + analysis;
                solvedRates.put(name + " arm", found.get(0)[0]);
                solvedRates.put(name + " comparator", found.get(0)[1]);
                solvedRates.put("not " + name + " arm", (long) n - found.get(0)[0]);
                solvedRates.put("not " + name + " comparator", (long) m - found.get(0)[1]);
            }
        });
    }

    /** Count, mean and standard deviation tell how many are not at the value of nearly all. */
    private void solveAlike(List<NamedCsvRecord> estimates, String when) {
        for (NamedCsvRecord row : estimates) {
            String side = row.getField("estimator");
            if (row.getField("metric").equals("mean_change")
                    && row.getField("status").equals("estimated")) {
                double n = Double.parseDouble(row.getField("n_" + side));
                double mean = Double.parseDouble(row.getField("estimate"));
                double error = Double.parseDouble(row.getField("std_error"));
                double off = mean - Math.rint(mean);
                long squares = StrictMath.round(error * error * n * (n - 1) + n * off * off);
                if (squares <= 3) {
                    solvedRates.put(when + "not at the mode " + analysis(row) + side, squares);
                }
            }
        }
    }

    /** One clinic is hidden: weights, mean and heterogeneity are equations for its effect, its variance and its counts. */
    private void solvePooledClinic(List<NamedCsvRecord> estimates, List<NamedCsvRecord> clinics, String when) {
        Map<String, Map<String, Double>> pooled = new TreeMap<>();
        for (NamedCsvRecord row : estimates) {
            if (row.getField("estimator").equals("clinics_pooled")
                    && !row.getField("estimate").isEmpty()) {
                pooled.computeIfAbsent(analysis(row), k -> new TreeMap<>())
                        .put(row.getField("metric"), Double.parseDouble(row.getField("estimate")));
            }
        }
        Map<String, List<NamedCsvRecord>> studies = new TreeMap<>();
        clinics.forEach(row ->
                studies.computeIfAbsent(analysis(row), k -> new ArrayList<>()).add(row));
        studies.forEach((analysis, rows) -> {
            List<NamedCsvRecord> hidden =
                    rows.stream().filter(r -> r.getField("n_arm").isEmpty()).toList();
            Map<String, Double> found = pooled.get(analysis);
            if (hidden.size() == 1 && found != null && rows.size() > 1) {
                solveClinic(analysis, rows, found.get("hedges_g"), found.get("tau2"), hidden.get(0), when);
            }
        });
    }

    private void solveClinic(
            String analysis, List<NamedCsvRecord> rows, double mean, double tau2, NamedCsvRecord hidden, String when) {
        double percent = 0;
        double weighted = 0;
        double total = 0;
        for (NamedCsvRecord row : rows) {
            if (row != hidden) {
                double weight = Double.parseDouble(row.getField("weight_percent"));
                double error = Double.parseDouble(row.getField("std_error"));
                percent += weight;
                weighted += weight * Double.parseDouble(row.getField("estimate"));
                total = 100 / (error * error + tau2) / weight;
            }
        }
        double variance = 100 / ((100 - percent) * total) - tau2;
        double g = (100 * mean - weighted) / (100 - percent);
        List<long[]> found = new ArrayList<>();
        for (long a = 2; a <= 60; a++) {
            for (long b = 2; b <= 60; b++) {
                double given = 1.0 / a + 1.0 / b + g * g / (2 * (a + b));
                if (Math.abs(given - variance) < 1e-9 * variance) {
                    found.add(new long[] {a, b});
                }
            }
        }
        boolean oneSum = found.size() == 1 || (found.size() == 2 && found.get(0)[0] == found.get(1)[1]);
        if (oneSum) {
            solvedRates.put(
                    when + "smaller side of " + hidden.getField("clinic_id") + " in " + analysis,
                    Math.min(found.get(0)[0], found.get(0)[1]));
        }
    }
}
