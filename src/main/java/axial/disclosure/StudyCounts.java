package axial.disclosure;

import axial.question.Job;
import axial.tables.ClinicRow;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import axial.tables.SafetyRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the tables of a run into one system of counts. */
final class StudyCounts {
    private static final double STEP = 1;
    private static final double CLINIC = 2;
    private static final double POOLED = 3;
    private static final double EVENTS = 10;
    private static final double SUBGROUP = 20;
    private static final double SHARED_STEP = 100;
    private static final double ANALYSIS = 400;

    /** How a test of interaction names its levels. */
    private static final String OF_LEVELS = "of ";

    private final Counts counts = new Counts();
    private final Release release;

    private StudyCounts(Release release) {
        this.release = release;
    }

    static Counts of(Release release, Job job) {
        StudyCounts study = new StudyCounts(release);
        Map<String, List<EstimateRow>> analyses = study.byAnalysis();
        analyses.values().forEach(study::addAnalysis);
        study.addFlow(job.cohort().firstEpisodeOnly());
        study.addLevels();
        study.addSome();
        study.addClinics();
        study.addArmsTogether();
        study.addSafety();
        release.further().forEach((name, table) -> new Further(name, table).addTo(study.counts, sides(job)));
        new QualityCounts(release.quality()).addTo(study.counts);
        return study.counts;
    }

    static Further.Sides sides(Job job) {
        Map<String, List<String>> sides = new TreeMap<>();
        job.questions()
                .forEach(question -> sides.put(
                        question.id(),
                        List.of(Job.Question.together(question.arm()), Job.Question.together(question.comparator()))));
        return new Further.Sides(sides);
    }

    /** The rows of the same question, outcome, window and subgroup. */
    static Map<String, List<EstimateRow>> byAnalysis(List<EstimateRow> estimates) {
        Map<String, List<EstimateRow>> analyses = new LinkedHashMap<>();
        estimates.forEach(row ->
                analyses.computeIfAbsent(analysis(row), k -> new ArrayList<>()).add(row));
        return analyses;
    }

    static String analysis(EstimateRow row) {
        return String.join("/", row.question(), row.outcome(), row.window(), row.subgroup());
    }

    private Map<String, List<EstimateRow>> byAnalysis() {
        return byAnalysis(release.estimates());
    }

    private void addAnalysis(List<EstimateRow> rows) {
        EstimateRow first = rows.get(0);
        for (EstimateRow row : rows) {
            addSide(row, first, true);
            addSide(row, first, false);
        }
    }

    private void addSide(EstimateRow row, EstimateRow first, boolean arm) {
        long n = arm ? row.nArm() : row.nComparator();
        if (n < 0) {
            return;
        }
        String people = People.of(row, first, arm);
        boolean all = people.equals(People.analysed(row, arm ? row.arm() : row.comparator()));
        double weight = !all ? POOLED : row.subgroup().isEmpty() ? ANALYSIS : SUBGROUP;
        counts.shown(people, n, weight);
    }

    /** Rows about some of the analysed: the levels that a test of interaction compares, or others. */
    private void addSome() {
        byAnalysis().values().forEach(rows -> {
            for (EstimateRow row : rows) {
                addSome(row, rows.get(0), true);
                addSome(row, rows.get(0), false);
            }
        });
    }

    private void addSome(EstimateRow row, EstimateRow first, boolean arm) {
        int some = counts.place(People.of(row, first, arm));
        String side = arm ? row.arm() : row.comparator();
        boolean ofAll = People.of(row, first, arm).equals(People.analysed(row, side));
        if (some < 0 || StudyCounts.isPooled(row) || ofAll) {
            return;
        }
        boolean ofLevels = !row.subgroup().contains("=");
        int whole =
                counts.place(People.analysed(row.outcome(), row.window(), side, ofLevels ? "" : row.subgroup(), ""));
        if (whole >= 0 && counts.cell(whole).n() >= counts.cell(some).n()) {
            counts.wholeWithRest(whole, List.of(some));
        }
        List<Integer> compared = compared(row, side);
        if (!compared.isEmpty()) {
            counts.parts(some, compared);
        }
    }

    /** The levels of a subgroup that a test of interaction names. */
    private List<Integer> compared(EstimateRow row, String side) {
        List<Integer> levels = new ArrayList<>();
        if (row.reason().startsWith(OF_LEVELS)) {
            for (String level : row.reason().substring(OF_LEVELS.length()).split(", ")) {
                String subgroup = row.subgroup() + "=" + level;
                levels.add(counts.place(People.analysed(row.outcome(), row.window(), side, subgroup, "")));
            }
        }
        levels.removeIf(place -> place < 0);
        return levels;
    }

    /** Whether the row counts the people of the pooled clinics alone. */
    static boolean isPooled(EstimateRow row) {
        return row.estimator().equals("clinics_pooled") && row.status() == EstimateRow.Status.ESTIMATED;
    }

    private void addFlow(boolean firstEpisodeOnly) {
        Map<String, Integer> shared = new LinkedHashMap<>();
        Set<List<String>> sides = new LinkedHashSet<>();
        for (FlowRow row : release.flow()) {
            boolean ofAll = row.question().isEmpty();
            int at = counts.shown(People.step(row), row.n(), ofAll ? SHARED_STEP : STEP);
            if (ofAll) {
                shared.put(row.step(), at);
            } else {
                sides.add(List.of(row.outcome(), row.window(), row.arm()));
            }
        }
        for (List<String> side : sides) {
            int baseline = counts.place(People.baseline(side.get(0), side.get(2)));
            int followUp = counts.place(People.followUp(side.get(0), side.get(1), side.get(2)));
            int analysed = counts.place(People.analysed(side.get(0), side.get(1), side.get(2), "", ""));
            counts.wholeWithRest(baseline, List.of(followUp));
            counts.wholeWithRest(followUp, List.of(analysed));
        }
        sides.forEach(this::addStepsTogether);
        addSharedSteps(shared, firstEpisodeOnly);
        addBaselines(shared, sides);
    }

    /** Those of arms that stand together with a first score, and with a later one, are those of each member. */
    private void addStepsTogether(List<String> side) {
        List<String> members = members(side.get(2));
        if (members.size() > 1) {
            addMembers(
                    People.baseline(side.get(0), side.get(2)),
                    members.stream().map(arm -> People.baseline(side.get(0), arm)));
            addMembers(
                    People.followUp(side.get(0), side.get(1), side.get(2)),
                    members.stream().map(arm -> People.followUp(side.get(0), side.get(1), arm)));
        }
    }

    private void addMembers(String whole, Stream<String> members) {
        List<Integer> parts =
                members.map(counts::place).filter(place -> place >= 0).toList();
        if (!parts.isEmpty()) {
            counts.parts(counts.place(whole), parts);
        }
    }

    private void addSharedSteps(Map<String, Integer> shared, boolean firstEpisodeOnly) {
        List<List<String>> steps = List.of(
                List.of("patients", "first_episodes"),
                List.of("episodes", "first_episodes"),
                List.of(firstEpisodeOnly ? "first_episodes" : "episodes", "of_age"),
                List.of("of_age", "no_red_flags"),
                List.of("no_red_flags", "in_one_arm"));
        for (List<String> step : steps) {
            Integer before = shared.get(step.get(0));
            Integer after = shared.get(step.get(1));
            if (before != null && after != null) {
                counts.wholeWithRest(before, List.of(after));
            }
        }
    }

    /** Those in an arm are those with a baseline in each arm, and others. */
    private void addBaselines(Map<String, Integer> shared, Set<List<String>> sides) {
        Integer inArm = shared.get("in_one_arm");
        Map<String, Set<String>> armsOf = new TreeMap<>();
        sides.forEach(side ->
                armsOf.computeIfAbsent(side.get(0), o -> new TreeSet<>()).add(side.get(2)));
        armsOf.forEach((outcome, arms) -> {
            List<Integer> parts = disjoint(arms).stream()
                    .map(arm -> counts.place(People.baseline(outcome, arm)))
                    .toList();
            if (inArm != null) {
                counts.wholeWithRest(inArm, parts);
            }
        });
    }

    /** Arms that share no patient: single ones first, then those together of which no member is there yet. */
    private static List<String> disjoint(Set<String> arms) {
        Set<String> used = new TreeSet<>();
        List<String> chosen = new ArrayList<>();
        List<String> fewestFirst = arms.stream()
                .sorted(java.util.Comparator.comparingInt(
                                (String arm) -> members(arm).size())
                        .thenComparing(arm -> arm))
                .toList();
        for (String arm : fewestFirst) {
            if (members(arm).stream().noneMatch(used::contains)) {
                used.addAll(members(arm));
                chosen.add(arm);
            }
        }
        return chosen;
    }

    private static List<String> members(String arm) {
        return List.of(arm.split("\\+"));
    }

    /** Everybody is the levels of each category, in the whole and in a clinic. */
    private void addLevels() {
        Map<String, Set<Integer>> levels = new LinkedHashMap<>();
        for (EstimateRow row : release.estimates()) {
            if (row.subgroup().contains("=") && row.nArm() >= 0) {
                for (String arm : List.of(row.arm(), row.comparator())) {
                    String whole = People.analysed(row.outcome(), row.window(), arm, "", "");
                    int level = counts.place(People.analysed(row, arm));
                    if (counts.place(whole) >= 0 && level >= 0) {
                        levels.computeIfAbsent(whole + "\n" + category(row.subgroup()), k -> new TreeSet<>())
                                .add(level);
                    }
                }
            }
        }
        levels.forEach((key, parts) -> counts.parts(counts.place(key.substring(0, key.indexOf('\n'))), parts));
    }

    private static String category(String subgroup) {
        return subgroup.substring(0, subgroup.indexOf('='));
    }

    /** The pooled clinics are their rows; everybody is the pooled clinics and others; a clinic is its levels and others. */
    private void addClinics() {
        Map<String, EstimateRow> pooled = new TreeMap<>();
        release.estimates().stream()
                .filter(StudyCounts::isPooled)
                .forEach(row -> pooled.putIfAbsent(analysis(row), row));
        Map<String, Set<Integer>> studies = new LinkedHashMap<>();
        Map<String, Set<Integer>> levels = new LinkedHashMap<>();
        for (ClinicRow row : release.clinics()) {
            EstimateRow of = pooled.get(String.join("/", row.question(), row.outcome(), row.window(), row.subgroup()));
            if (of == null) {
                continue;
            }
            addClinic(row, of.arm(), row.nArm(), of, studies, levels);
            addClinic(row, of.comparator(), row.nComparator(), of, studies, levels);
        }
        studies.forEach((whole, parts) -> counts.all(whole).forEach(place -> counts.parts(place, parts)));
        levels.forEach((key, parts) -> {
            int whole = counts.place(key.substring(0, key.indexOf('\n')));
            if (whole >= 0) {
                counts.wholeWithRest(whole, List.copyOf(parts));
            }
        });
        for (EstimateRow row : pooled.values()) {
            for (String arm : List.of(row.arm(), row.comparator())) {
                addPooled(counts.place(People.analysed(row, arm)), counts.all(People.pooled(row, arm)));
            }
        }
    }

    /** Ways of pooling that take in different clinics: each is a part of everybody, the fewer of the more. */
    private void addPooled(int everybody, List<Integer> ways) {
        for (int way : ways) {
            counts.wholeWithRest(everybody, List.of(way));
            for (int other : ways) {
                if (counts.cell(other).n() < counts.cell(way).n()) {
                    counts.wholeWithRest(way, List.of(other));
                }
            }
        }
    }

    private void addClinic(
            ClinicRow row,
            String arm,
            long n,
            EstimateRow of,
            Map<String, Set<Integer>> studies,
            Map<String, Set<Integer>> levels) {
        int at = counts.shown(People.analysed(row, arm), n, CLINIC);
        studies.computeIfAbsent(People.pooled(of, arm), k -> new TreeSet<>()).add(at);
        if (!row.subgroup().isEmpty()) {
            String whole = People.analysed(row.outcome(), row.window(), arm, "", row.clinic());
            levels.computeIfAbsent(whole + "\n" + category(row.subgroup()), k -> new TreeSet<>())
                    .add(at);
        }
    }

    /** Arms that stand together are their members, where tables count these too. */
    private void addArmsTogether() {
        Set<String> done = new TreeSet<>();
        for (EstimateRow row : release.estimates()) {
            for (String arm : row.nArm() < 0 ? List.<String>of() : List.of(row.arm(), row.comparator())) {
                if (members(arm).size() > 1 && done.add(People.analysed(row, arm))) {
                    together(row, arm);
                }
            }
        }
    }

    private void together(EstimateRow row, String arm) {
        List<Integer> parts = members(arm).stream()
                .map(member -> counts.place(People.analysed(row, member)))
                .filter(place -> place >= 0)
                .toList();
        int whole = counts.place(People.analysed(row, arm));
        if (!parts.isEmpty()) {
            counts.parts(whole, parts);
        }
    }

    private void addSafety() {
        Map<String, List<SafetyRow>> arms = new LinkedHashMap<>();
        release.safety()
                .forEach(row ->
                        arms.computeIfAbsent(row.arm(), a -> new ArrayList<>()).add(row));
        arms.forEach((arm, rows) -> {
            int visits = counts.shown(People.visits(arm, "visits"), rows.get(0).visits(), EVENTS);
            int asked = counts.shown(People.visits(arm, "asked"), rows.get(0).asked(), EVENTS);
            List<Integer> severities = new ArrayList<>();
            for (SafetyRow row : rows) {
                int at = counts.shown(People.visits(arm, row.severity()), row.events(), STEP);
                if (!row.severity().equals("any")) {
                    severities.add(at);
                }
            }
            int any = counts.place(People.visits(arm, "any"));
            counts.wholeWithRest(visits, List.of(asked));
            counts.wholeWithRest(asked, List.of(any));
            counts.wholeWithRest(any, severities);
        });
    }
}
