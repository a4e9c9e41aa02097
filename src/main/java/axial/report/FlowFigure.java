package axial.report;

import axial.report.chart.StepsChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** Who is counted, as boxes: from visits to the groups of the first question. */
final class FlowFigure {
    private static final List<String> STEPS = List.of("with_baseline", "with_follow_up", "analysed");

    private FlowFigure() {}

    static Optional<Figure> of(Table flow, List<Comparison> comparisons, Texts texts) {
        List<FlowTables.Step> steps = FlowTables.steps(flow, texts);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        List<StepsChart.Step> boxes = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String out = i + 1 < steps.size() ? out(steps.get(i + 1).left(), texts) : "";
            boxes.add(new StepsChart.Step(
                    steps.get(i).words(), steps.get(i).n(), out, steps.get(i).id()));
        }
        Optional<Answer> told = comparisons.stream()
                .filter(Comparison::compares)
                .flatMap(c -> c.mains().stream())
                .findFirst();
        List<List<StepsChart.Step>> forks =
                told.map(answer -> forks(flow, answer, texts)).orElse(List.of());
        String words = String.join(
                ". ", steps.stream().map(s -> s.words() + ": " + s.n()).toList());
        String caption = texts.say("flow.figure_caption")
                + told.map(answer -> " "
                                + texts.say(
                                        "flow.figure_fork",
                                        "outcome",
                                        texts.names().outcome(answer.outcome().instrument()),
                                        "days",
                                        texts.names().days(answer.window())))
                        .orElse("");
        return Optional.of(new Figure(
                "flow-figure",
                texts.say("flow.caption"),
                words + ".",
                new StepsChart(List.copyOf(boxes), forks).drawing(),
                caption,
                FlowTables.shared(flow, texts),
                "flow.csv"));
    }

    private static List<List<StepsChart.Step>> forks(Table flow, Answer answer, Texts texts) {
        Table rows = Tables.of(flow, answer);
        List<List<StepsChart.Step>> forks = new ArrayList<>();
        for (String arm : FlowTables.groups(rows, answer.question())) {
            List<StepsChart.Step> boxes = new ArrayList<>();
            for (String step : STEPS) {
                Cell cell = FlowTables.cell(rows, arm, step, texts);
                String words = step.equals(STEPS.get(0))
                        ? Names.capital(texts.names().arms(arm)) + ", " + texts.say("flow.lower." + step)
                        : texts.sayOr("flow.", step);
                boxes.add(new StepsChart.Step(words, cell.text(), "", cell.id()));
            }
            forks.add(List.copyOf(boxes));
        }
        return List.copyOf(forks);
    }

    private static String out(String left, Texts texts) {
        if (left.equals(texts.say("flow.withheld"))) {
            return texts.say("flow.out_withheld");
        }
        return left.isEmpty() ? "" : texts.say("flow.out", "n", left);
    }
}
