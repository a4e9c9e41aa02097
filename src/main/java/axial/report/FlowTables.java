package axial.report;

import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Who is counted: the steps that all questions share, then each question's own. */
final class FlowTables {
    /** Steps before these count something else, so nothing is left out at them. */
    private static final Set<String> OTHER_UNIT = Set.of("visits", "patients", "episodes", "first_episodes");

    private FlowTables() {}

    /**
     * One step that all questions share.
     *
     * @param left how many are left out here; empty where the step before counts something else
     */
    record Step(String words, String n, String left, String id) {}

    static List<Step> steps(Table flow, Texts texts) {
        List<Step> steps = new ArrayList<>();
        String before = "";
        Table shared = Tables.where(flow, "question", "");
        for (Row row : shared) {
            String n = row.getString("n");
            String step = row.getString("step");
            boolean isRest = !OTHER_UNIT.contains(step) && !steps.isEmpty();
            steps.add(new Step(
                    texts.sayOr("flow.", step),
                    texts.shown().people(n, texts.say("flow.withheld")),
                    isRest ? left(before, n, texts) : "",
                    Tables.id(shared, row)));
            before = n;
        }
        return List.copyOf(steps);
    }

    /** By subtraction of what is printed, so that it tells nothing more. */
    private static String left(String before, String n, Texts texts) {
        if (before.isEmpty() || n.isEmpty()) {
            return texts.say("flow.withheld");
        }
        Shown shown = texts.shown();
        return shown.count(shown.toStep(Long.parseLong(before)) - shown.toStep(Long.parseLong(n)));
    }

    static Listing shared(Table flow, Texts texts) {
        List<List<Cell>> rows = steps(flow, texts).stream()
                .map(s -> Listing.row(s.id(), s.words(), s.n(), s.left()))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("flow.step")),
                Listing.numbers(texts.say("flow.n")),
                Listing.numbers(texts.say("flow.left")));
        return new Listing(texts.say("flow.caption"), columns, rows, 1);
    }

    /** One row for each outcome, time and group; one column for each step. */
    static Listing ofQuestion(Table flow, Comparison comparison, int number, Texts texts) {
        Table rows = Tables.where(flow, "question", comparison.question().id());
        List<String> steps = Tables.values(rows, "step");
        List<Listing.Column> columns = new ArrayList<>(List.of(
                Listing.words(texts.say("flow.outcome")),
                Listing.words(texts.say("flow.window")),
                Listing.words(texts.say("flow.group"))));
        steps.forEach(s -> columns.add(Listing.numbers(texts.sayOr("flow.", s))));
        List<List<Cell>> cells = new ArrayList<>();
        for (Answer answer : comparison.answers()) {
            Table cell = Tables.of(rows, answer);
            groups(cell, comparison.question()).forEach(arm -> cells.add(cells(answer, arm, cell, steps, texts)));
        }
        String caption = texts.say("flow.question", "n", Integer.toString(number));
        return new Listing(caption, List.copyOf(columns), List.copyOf(cells), 3);
    }

    static List<String> groups(Table rows, Job.Question question) {
        List<String> known =
                List.of(Job.Question.together(question.comparator()), Job.Question.together(question.arm()));
        return Tables.values(rows, "arm").stream()
                .sorted((a, b) -> Integer.compare(known.indexOf(a), known.indexOf(b)))
                .toList();
    }

    private static List<Cell> cells(Answer answer, String arm, Table rows, List<String> steps, Texts texts) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(texts.names().label(answer.outcome().instrument())),
                Cell.of(texts.names().days(answer.window())),
                Cell.of(texts.names().arms(arm))));
        for (String step : steps) {
            cells.add(cell(rows, arm, step, texts));
        }
        return List.copyOf(cells);
    }

    /** The count of a step in an arm. */
    static Cell cell(Table rows, String arm, String step, Texts texts) {
        Table one = Tables.where(rows, "arm", arm, "step", step);
        for (Row row : one) {
            return new Cell(texts.shown().people(row.getString("n"), texts.say("flow.withheld")), Tables.id(one, row));
        }
        return Cell.of("–");
    }
}
