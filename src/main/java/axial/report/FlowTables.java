package axial.report;

import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Who is counted: the steps that all questions share, then each question's own. */
final class FlowTables {
    private static final Texts TEXTS = Texts.ENGLISH;
    /** Steps before these count something else, so nothing is left out at them. */
    private static final Set<String> OTHER_UNIT = Set.of("visits", "patients", "episodes", "first_episodes");

    private FlowTables() {}

    static Listing shared(Table flow) {
        List<List<String>> rows = new ArrayList<>();
        String before = "";
        for (Row row : Tables.where(flow, "question", "")) {
            String n = row.getString("n");
            String step = row.getString("step");
            boolean left = !OTHER_UNIT.contains(step) && !before.isEmpty() && !n.isEmpty();
            rows.add(List.of(
                    TEXTS.sayOr("flow.", step),
                    Shown.count(n, TEXTS.say("flow.withheld")),
                    left ? Shown.count(Long.parseLong(before) - Long.parseLong(n)) : ""));
            before = n;
        }
        List<Listing.Column> columns = List.of(
                Listing.words(TEXTS.say("flow.step")),
                Listing.numbers(TEXTS.say("flow.n")),
                Listing.numbers(TEXTS.say("flow.left")));
        return new Listing(TEXTS.say("flow.caption"), columns, List.copyOf(rows), 1);
    }

    /** One row for each outcome, time and group; one column for each step. */
    static Listing ofQuestion(Table flow, Comparison comparison, int number) {
        Table rows = Tables.where(flow, "question", comparison.question().id());
        List<String> steps = Tables.values(rows, "step");
        List<Listing.Column> columns = new ArrayList<>(List.of(
                Listing.words(TEXTS.say("flow.outcome")),
                Listing.words(TEXTS.say("flow.window")),
                Listing.words(TEXTS.say("flow.group"))));
        steps.forEach(s -> columns.add(Listing.numbers(TEXTS.sayOr("flow.", s))));
        List<List<String>> cells = new ArrayList<>();
        for (Answer answer : comparison.answers()) {
            Table cell = Tables.where(
                    rows,
                    "outcome",
                    answer.outcome().id(),
                    "window",
                    answer.window().id());
            groups(cell, comparison.question()).forEach(arm -> cells.add(cells(answer, arm, cell, steps)));
        }
        String caption = TEXTS.say("flow.question", "n", Integer.toString(number));
        return new Listing(caption, List.copyOf(columns), List.copyOf(cells), 3);
    }

    private static List<String> groups(Table rows, Job.Question question) {
        List<String> known =
                List.of(Job.Question.together(question.comparator()), Job.Question.together(question.arm()));
        return Tables.values(rows, "arm").stream()
                .sorted((a, b) -> Integer.compare(known.indexOf(a), known.indexOf(b)))
                .toList();
    }

    private static List<String> cells(Answer answer, String arm, Table rows, List<String> steps) {
        List<String> cells = new ArrayList<>(
                List.of(answer.outcome().instrument().label(), Names.days(answer.window()), Names.arms(arm)));
        for (String step : steps) {
            StringColumn n = Tables.where(rows, "arm", arm, "step", step).stringColumn("n");
            cells.add(n.isEmpty() ? "–" : Shown.count(n.get(0), TEXTS.say("flow.withheld")));
        }
        return List.copyOf(cells);
    }
}
