package axial.report;

import axial.question.Job;
import axial.report.chart.CourseChart;
import axial.report.chart.CourseChart.Point;
import axial.report.chart.CourseChart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** How people of either group did over time: the mean change with its interval, window by window. */
final class CourseFigure {
    private final List<Answer> answers;
    private final Texts texts;

    private CourseFigure(List<Answer> answers, Texts texts) {
        this.answers = answers;
        this.texts = texts;
    }

    /** Empty where no window has a mean. */
    static Optional<Figure> of(Comparison comparison, String outcome, String id, Texts texts) {
        List<Answer> answers = comparison.answers().stream()
                .filter(a -> a.outcome().id().equals(outcome))
                .toList();
        boolean any =
                answers.stream().anyMatch(a -> a.effect("arm", "mean_change").isPresent());
        return any ? Optional.of(new CourseFigure(answers, texts).figure(id)) : Optional.empty();
    }

    private Figure figure(String id) {
        Answer first = answers.get(0);
        String outcome = texts.names().label(first.outcome().instrument());
        String title = texts.say("course.title", "outcome", outcome);
        List<String> times =
                answers.stream().map(a -> texts.names().window(a.window())).toList();
        List<String> under = answers.stream().map(this::counts).toList();
        List<Series> series = List.of(
                series("comparator", first.question().comparator(), Looks.ofComparator(first.question())),
                series("arm", first.question().arm(), Looks.of(first.question().arm())));
        String unit = texts.names().unit(first.outcome().instrument());
        String upright = texts.say(
                "course.axis",
                "unit",
                unit,
                "better",
                texts.say("better." + first.outcome().instrument().better().word()));
        CourseChart chart = new CourseChart(upright, times, under, series, ends(series), differences(unit));
        return new Figure(
                id,
                title,
                description(title),
                chart.drawing(texts.shown()::number),
                texts.say(
                                "course.caption",
                                "comparator",
                                texts.names().arms(first.question().comparator()),
                                "arm",
                                texts.names().arms(first.question().arm()))
                        + (answers.stream().anyMatch(Answer::closed) ? " " + texts.say("course.shut") : ""),
                numbers(title),
                "estimates.csv");
    }

    /** The difference at each time, the adjusted one where there is one; closed gates leave their place free. */
    private CourseChart.Differences differences(String unit) {
        List<Point> points = answers.stream()
                .map(answer -> answer.difference()
                        .map(d -> new Point(d.estimate(), d.low(), d.high(), d.id(), written(answer, d)))
                        .orElse(new Point(Double.NaN, Double.NaN, Double.NaN, "", "")))
                .toList();
        Answer first = answers.get(0);
        String title = texts.say(
                "course.difference",
                "unit",
                unit,
                "arm",
                texts.names().arms(first.question().arm()),
                "comparator",
                texts.names().arms(first.question().comparator()));
        return new CourseChart.Differences(title, first.mcid().orElse(Double.NaN), points);
    }

    private static CourseChart.Ends ends(List<Series> series) {
        double[] all = series.stream()
                .flatMap(s -> s.points().stream())
                .flatMapToDouble(p -> DoubleStream.of(p.mean(), p.low(), p.high()))
                .filter(v -> !Double.isNaN(v))
                .toArray();
        return new CourseChart.Ends(
                Math.min(0, DoubleStream.of(all).min().orElse(0)),
                Math.max(0, DoubleStream.of(all).max().orElse(1)));
    }

    private Series series(String side, List<String> arms, int look) {
        List<Point> points = new ArrayList<>();
        for (Answer answer : answers) {
            points.add(answer.effect(side, "mean_change")
                    .map(e -> new Point(e.estimate(), e.low(), e.high(), e.id(), written(answer, e)))
                    .orElse(new Point(Double.NaN, Double.NaN, Double.NaN, "", "")));
        }
        return new Series(texts.names().arms(arms), look, List.copyOf(points));
    }

    private String written(Answer answer, Effect e) {
        int decimals = Names.decimals(answer.outcome().instrument());
        return texts.shown().withInterval(e.estimate(), e.low(), e.high(), decimals, texts.say("number.to"));
    }

    private String counts(Answer answer) {
        return answer.difference()
                .map(d -> texts.shown().people(d.nComparator()) + " / "
                        + texts.shown().people(d.nArm()))
                .or(() -> answer.effect("arm", "mean_change")
                        .map(e -> texts.shown().people(e.nComparator()) + " / "
                                + texts.shown().people(e.nArm()) + " ✕"))
                .orElse(texts.say("course.hidden"));
    }

    private String description(String title) {
        StringBuilder said = new StringBuilder(title).append('.');
        for (Answer answer : answers) {
            Job.Question question = answer.question();
            side(said, answer, "comparator", question.comparator());
            side(said, answer, "arm", question.arm());
            answer.difference()
                    .ifPresent(d -> said.append(' ')
                            .append(texts.names().window(answer.window()))
                            .append(", ")
                            .append(texts.say("sof.difference"))
                            .append(": ")
                            .append(written(answer, d))
                            .append('.'));
        }
        return said.toString();
    }

    private void side(StringBuilder said, Answer answer, String side, List<String> arms) {
        answer.effect(side, "mean_change")
                .ifPresent(e -> said.append(' ')
                        .append(texts.names().window(answer.window()))
                        .append(", ")
                        .append(texts.names().arms(arms))
                        .append(": ")
                        .append(written(answer, e))
                        .append('.'));
    }

    private Listing numbers(String title) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Answer answer : answers) {
            row(rows, answer, "comparator", answer.question().comparator());
            row(rows, answer, "arm", answer.question().arm());
            answer.difference()
                    .ifPresent(d -> rows.add(Listing.row(
                            d.id(),
                            texts.names().window(answer.window()),
                            texts.say("sof.difference"),
                            texts.shown().people(d.nArm() + d.nComparator()),
                            written(answer, d),
                            "")));
        }
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("flow.window")),
                Listing.words(texts.say("flow.group")),
                Listing.numbers(texts.say("course.people")),
                Listing.numbers(texts.say("course.mean")),
                Listing.numbers(texts.say("course.expected")));
        return new Listing(texts.say("forest.table", "title", title), columns, List.copyOf(rows), 2);
    }

    private void row(List<List<Cell>> rows, Answer answer, String side, List<String> arms) {
        answer.effect(side, "mean_change").ifPresent(e -> {
            List<Cell> cells = new ArrayList<>(Listing.row(
                    e.id(),
                    texts.names().window(answer.window()),
                    texts.names().arms(arms),
                    texts.shown().people(side.equals("arm") ? e.nArm() : e.nComparator()),
                    written(answer, e)));
            cells.add(expected(answer, side));
            rows.add(List.copyOf(cells));
        });
    }

    /** What of the change is to be expected without treatment, or that nobody knows. */
    private Cell expected(Answer answer, String side) {
        Effect e = answer.effects().get(side + "/expected_regression");
        if (e == null || e.stands()) {
            int decimals = Names.decimals(answer.outcome().instrument());
            return e == null ? Cell.of("–") : new Cell(texts.shown().number(e.estimate(), decimals), e.id());
        }
        return Cell.of(texts.say("course.unknown"));
    }
}
