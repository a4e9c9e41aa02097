package axial.disclosure;

import axial.tables.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Any further table, known by the names of its columns: which count people, which say who they are, and of which
 * analysis a row is. A table that nobody has thought of yet is held to the smallest cell in every column that counts.
 */
final class Further {
    /** Columns that count people or visits. */
    private static final Set<String> COUNTS = Set.of(
            "n",
            "exposure",
            "n_arm",
            "n_comparator",
            "n_lacking",
            "n_other",
            "eligible",
            "followed",
            "asked",
            "events",
            "patients",
            "people",
            "visits");

    /** Columns that stay where a row is withheld. */
    private static final Set<String> KEYS = Set.of(
            "question",
            "outcome",
            "window",
            "subgroup",
            "arm",
            "comparator",
            "clinic_id",
            "month",
            "period",
            "until",
            "phase",
            "covariate",
            "level",
            "group",
            "window_days",
            "unit",
            "other_covariate",
            "other_level",
            "lacking",
            "side",
            "measure",
            "from",
            "to",
            "by",
            "severity",
            "kind",
            "estimator",
            "metric",
            "id",
            "key",
            "source",
            "review_comparison",
            "their_estimate",
            "their_ci_low",
            "their_ci_high",
            "their_n",
            "they_found",
            "grade",
            "provenance");

    private static final String BY = "\u001f";

    private final String name;
    private final CsvTable table;

    Further(String name, CsvTable table) {
        this.name = name;
        this.table = table;
    }

    private static final class Line {
        private final Map<String, String> cells = new LinkedHashMap<>();

        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        boolean has(String column) {
            return !get(column).isEmpty();
        }

        String analysis() {
            return String.join("/", get("question"), get("outcome"), get("window"), get("subgroup"));
        }
    }

    private Line line(List<String> row) {
        Line line = new Line();
        for (int c = 0; c < row.size(); c++) {
            line.cells.put(table.columns().get(c), row.get(c));
        }
        return line;
    }

    /** Who a count of a row is of, in the words of the other tables where they count the same people. */
    private String people(Line line, String column, Sides sides) {
        String outcome = line.get("outcome");
        String window = line.get("window");
        String arm = line.get("arm");
        return switch (name + " " + column) {
            case "balance n_arm", "balance n_comparator" ->
                People.analysed(
                        outcome,
                        window,
                        sides.of(line.get("question"), column.equals("n_arm")),
                        line.has("level") ? line.get("covariate") + "=" + line.get("level") : "",
                        "");
            case "missing eligible" -> isOfLevel(line) ? "" : People.baseline(outcome, arm);
            case "missing followed" -> isOfLevel(line) ? "" : People.followUp(outcome, window, arm);
            case "funnel n" -> People.inClinic(outcome, window, line.get("clinic_id"));
            case "spc n" ->
                People.overTime(line.get("measure"), outcome, window, line.get("clinic_id"), line.get("period"));
            case "harms events", "harms exposure" -> HarmCounts.people(line::get, column);
            default -> name + BY + column + BY + keys(line);
        };
    }

    /** Whether a ratio of harm between arms would give away hidden events of one of them. */
    private boolean isRatioOfHidden(Line line, Predicate<String> isHidden) {
        if (!name.equals("harms") || !line.get("measure").startsWith("rate_ratio")) {
            return false;
        }
        List<String> severities =
                line.get("group").equals("any") ? List.of("any") : List.of("moderate", "major", "serious");
        return Stream.of(line.get("arm"), line.get("comparator"))
                .flatMap(side -> Stream.of(side.split("\\+")))
                .anyMatch(arm -> severities.stream().anyMatch(s -> isHidden.test(People.visits(arm, s))));
    }

    /** Whether the slope over departures of the unseen, which is their share, would give away a hidden number of them. */
    private boolean isOfHiddenBaseline(Line line, Sides sides, Predicate<String> isHidden) {
        return name.equals("tipping")
                && Stream.of(true, false)
                        .map(arm -> sides.of(line.get("question"), arm))
                        .anyMatch(arm -> isHidden.test(People.baseline(line.get("outcome"), arm)));
    }

    private static String keys(Line line) {
        List<String> keys = new ArrayList<>();
        line.cells.forEach((column, cell) -> {
            if (KEYS.contains(column)) {
                keys.add(cell);
            }
        });
        return String.join(BY, keys);
    }

    /** The arms that a question compares. */
    record Sides(Map<String, List<String>> byQuestion) {
        String of(String question, boolean arm) {
            return byQuestion.getOrDefault(question, List.of("", "")).get(arm ? 0 : 1);
        }
    }

    /** Adds the table's counts and what they are parts of. */
    void addTo(Counts counts, Sides sides) {
        Map<String, Set<Integer>> parts = new TreeMap<>();
        for (List<String> row : table.rows()) {
            Line line = line(row);
            for (String column : table.columns()) {
                if (COUNTS.contains(column)
                        && line.has(column)
                        && !people(line, column, sides).isEmpty()) {
                    String people = people(line, column, sides);
                    int at = counts.shown(people, Long.parseLong(line.get(column)), 1);
                    String whole = whole(line, column, sides);
                    if (!whole.isEmpty() && !whole.startsWith(people + "\n")) {
                        parts.computeIfAbsent(whole, w -> new TreeSet<>()).add(at);
                    }
                }
            }
            if (name.equals("missing") && line.has("eligible") && !isOfLevel(line)) {
                counts.wholeWithRest(
                        counts.place(people(line, "eligible", sides)),
                        List.of(counts.place(people(line, "followed", sides))));
            }
        }
        if (name.equals("funnel")) {
            addArmsOfClinics(counts, sides);
        }
        if (name.equals("spc")) {
            OverTime.relate(counts, table);
        }
        if (name.equals("harms")) {
            HarmCounts.relate(
                    counts,
                    table.rows().stream()
                            .map(this::line)
                            .map(line -> (Function<String, String>) line::get)
                            .toList());
        }
        parts.forEach((whole, of) -> {
            int at = counts.place(whole.split("\n")[0]);
            if (at >= 0) {
                counts.parts(at, of);
            }
        });
    }

    /** A clinic's patients are those of each arm, where tables count them by clinic, and others. */
    private void addArmsOfClinics(Counts counts, Sides sides) {
        Set<String> arms = new TreeSet<>();
        sides.byQuestion()
                .values()
                .forEach(both -> both.stream()
                        .filter(arm -> !arm.isEmpty() && !arm.contains("+"))
                        .forEach(arms::add));
        for (List<String> row : table.rows()) {
            Line line = line(row);
            List<Integer> parts = arms.stream()
                    .map(arm -> counts.place(
                            People.analysed(line.get("outcome"), line.get("window"), arm, "", line.get("clinic_id"))))
                    .filter(place -> place >= 0)
                    .toList();
            int whole = counts.place(people(line, "n", sides));
            if (whole >= 0 && !parts.isEmpty()) {
                counts.wholeWithRest(whole, parts);
            }
        }
    }

    /** Arms and severities of which few patients told an event, be it of many visits. */
    static Set<String> ofFewPatients(CsvTable harms) {
        Further table = new Further("harms", harms);
        Set<String> few = new TreeSet<>();
        harms.rows().stream()
                .map(table::line)
                .filter(line -> line.get("measure").equals("per_patient") && !line.has("events"))
                .forEach(line -> {
                    few.add(People.visits(line.get("arm"), line.get("group")));
                    if (!line.has("exposure")) {
                        few.add(People.visits(line.get("arm"), "asked"));
                    }
                });
        return few;
    }

    /** The people that a row is a part of, and by what; empty where no table counts them. */
    private String whole(Line line, String column, Sides sides) {
        String outcome = line.get("outcome");
        String window = line.get("window");
        return switch (name + " " + column) {
            case "balance n_arm", "balance n_comparator" ->
                line.has("level")
                        ? People.analysed(
                                        outcome, window, sides.of(line.get("question"), column.equals("n_arm")), "", "")
                                + "\n" + line.get("covariate")
                        : "";
            case "overlap n" ->
                People.analysed(
                                outcome,
                                window,
                                sides.of(line.get("question"), line.get("side").equals("arm")),
                                "",
                                "")
                        + "\n" + line.get("measure");
            default -> "";
        };
    }

    /** Follow-up by clinic, stage or severity is no part of the system of counts: see {@link #incomplete}. */
    private boolean isOfLevel(Line line) {
        return name.equals("missing") && !line.get("by").equals("all");
    }

    private static String levels(Line line) {
        return String.join(BY, line.get("outcome"), line.get("arm"), line.get("by"));
    }

    /**
     * Levels of follow-up are shown all or not at all, over all windows: else who is lost of a small level is what is left of
     * everybody, or, where a first score counts for several windows, of those whom another table counts as analysed. Where
     * a release differs from an earlier one they are not shown, for the list of what was published does not know them.
     */
    private Set<String> incomplete(Predicate<String> isHidden) {
        return table.rows().stream()
                .map(this::line)
                .filter(this::isOfLevel)
                .filter(line -> !line.has("followed") || counted(line).stream().anyMatch(isHidden))
                .map(Further::levels)
                .collect(Collectors.toSet());
    }

    /** Whom other tables count of a level of follow-up, and of everybody, whom the levels add up to. */
    private static List<String> counted(Line line) {
        String outcome = line.get("outcome");
        String window = line.get("window");
        String arm = line.get("arm");
        String level = line.get("level");
        List<String> people = new ArrayList<>();
        people.add(People.baseline(outcome, arm));
        people.add(People.followUp(outcome, window, arm));
        if (line.get("by").equals("clinic_id")) {
            people.addAll(QualityCounts.ofFollowUp(outcome, window, level));
            people.add(People.analysed(outcome, window, arm, "", level));
            people.add(People.inClinic(outcome, window, level));
        } else {
            people.add(People.analysed(outcome, window, arm, line.get("by") + "=" + level, ""));
        }
        return people;
    }

    /** The table as it may be read: a row that counts hidden people, or is of a withheld analysis, has no numbers. */
    CsvTable released(Sides sides, Predicate<String> isHidden, Set<String> withheldAnalyses, boolean levels) {
        List<List<String>> rows = new ArrayList<>();
        Set<String> incomplete = incomplete(isHidden);
        for (List<String> row : table.rows()) {
            Line line = line(row);
            boolean told = (isOfLevel(line) && (!levels || incomplete.contains(levels(line))))
                    || withheldAnalyses.contains(line.analysis())
                    || isRatioOfHidden(line, isHidden)
                    || isOfHiddenBaseline(line, sides, isHidden)
                    || table.columns().stream()
                            .anyMatch(column -> COUNTS.contains(column)
                                    && line.has(column)
                                    && isHidden.test(people(line, column, sides)));
            if (!told) {
                rows.add(row);
            } else if (table.columns().contains("status")) {
                rows.add(withheld(row));
            }
        }
        return new CsvTable(table.columns(), rows);
    }

    private List<String> withheld(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < row.size(); c++) {
            String column = table.columns().get(c);
            cells.add(column.equals("status") ? "withheld" : KEYS.contains(column) ? row.get(c) : "");
        }
        return cells;
    }
}
