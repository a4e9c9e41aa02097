package axial.report;

import axial.question.Job;
import axial.report.chart.PointsChart;
import axial.report.chart.PointsChart.Curve;
import axial.report.chart.PointsChart.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One clinic over time, with the limits that its own first points set. */
final class SpcFigure {
    private final SpcSeries series;
    private final Job.Outcome outcome;
    private final Job.Window window;
    private final Texts texts;

    private SpcFigure(SpcSeries series, Job job, Texts texts) {
        this.series = series;
        this.outcome = job.outcome(series.outcome());
        this.window = job.window(series.window());
        this.texts = texts;
    }

    static Figure of(SpcSeries series, Job job, String id, Texts texts) {
        return new SpcFigure(series, job, texts).figure(id);
    }

    private Figure figure(String id) {
        String title = texts.say(
                "spc.title." + series.measure(),
                "clinic",
                series.clinic(),
                "outcome",
                texts.names().label(outcome.instrument()),
                "days",
                texts.names().days(window));
        List<Point> points = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (SpcSeries.Point p : series.points()) {
            boolean signal = !p.signal().isEmpty();
            points.add(new Point(points.size() + 1.0, shown(p), signal, false, "", p.id(), hint(p)));
            names.add(p.period());
        }
        String upright = ClinicWords.axis(series.measure(), outcome, texts);
        return new Figure(
                id,
                title,
                title + ". " + words(),
                new PointsChart(upright, texts.say("spc.level"), points, curves(), true)
                        .over(names)
                        .drawing(texts.shown()::number),
                words(),
                numbers(title),
                "spc.csv");
    }

    /** Variation, assurance, where the last point lies, and why limits began anew. */
    private String words() {
        List<String> said = new ArrayList<>();
        said.add(ClinicWords.variation(series, texts));
        String assurance = ClinicWords.assurance(series, texts);
        if (!assurance.isEmpty()) {
            said.add(assurance);
        }
        SpcSeries.Point last = series.last();
        said.add(texts.say(
                Double.isNaN(last.low()) ? "spc.last" : "spc.last_within",
                "months",
                last.months(texts),
                "value",
                number(shown(last)),
                "n",
                texts.shown().people(last.n()),
                "centre",
                number(last.centre()),
                "limits",
                limits(last)));
        series.points().stream()
                .filter(p -> !p.reason().isEmpty())
                .collect(Collectors.toMap(SpcSeries.Point::phase, p -> p, (a, b) -> a))
                .values()
                .forEach(p -> said.add(texts.say("spc.rebased", "month", p.period(), "reason", p.reason())));
        return String.join(" ", said);
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        int lastPhase = series.last().phase();
        for (int i = 0; i < series.points().size(); ) {
            int from = i;
            SpcSeries.Point p = series.points().get(from);
            while (i < series.points().size() && series.points().get(i).phase() == p.phase()) {
                i++;
            }
            boolean named = p.phase() == lastPhase;
            line(curves, named ? "spc.high" : "", "far", p.high(), from, i, p.id());
            line(curves, named ? "spc.centre" : "", "centre", p.centre(), from, i, p.id());
            line(curves, named ? "spc.low" : "", "far", p.low(), from, i, p.id());
        }
        line(
                curves,
                "spc.target",
                "limit",
                series.last().target(),
                0,
                series.points().size(),
                series.last().id());
        return List.copyOf(curves);
    }

    private void line(List<Curve> curves, String name, String kind, double y, int from, int end, String id) {
        if (!Double.isNaN(y)) {
            String said = name.isEmpty() ? "" : texts.say(name);
            curves.add(new Curve(said, kind, List.of(from + 0.5, y, end + 0.5, y), id));
        }
    }

    /** The value as the page tells it: where people are rounded, a share of few is. */
    private double shown(SpcSeries.Point p) {
        return series.isShare() ? texts.shown().hundredths(p.value() / 100, p.n()) : p.value();
    }

    private String number(double value) {
        return series.isShare()
                ? texts.shown().number(value, 0) + " %"
                : texts.shown().number(value, Names.decimals(outcome.instrument()));
    }

    private String limits(SpcSeries.Point p) {
        return Double.isNaN(p.low()) ? "–" : number(p.low()) + texts.say("number.to") + number(p.high());
    }

    private String hint(SpcSeries.Point p) {
        return p.months(texts) + ": " + number(shown(p)) + ", "
                + texts.say("spc.of", "n", texts.shown().people(p.n()))
                + (p.signal().isEmpty() ? "" : ". " + signals(p));
    }

    private String signals(SpcSeries.Point p) {
        return Arrays.stream(p.signal().split(";"))
                .filter(s -> !s.isEmpty())
                .map(s -> texts.say("spc.signal." + s))
                .collect(Collectors.joining("; "));
    }

    private Listing numbers(String title) {
        List<List<Cell>> rows = series.points().stream()
                .map(p -> Listing.row(
                        p.id(), p.months(texts), texts.shown().people(p.n()), number(shown(p)), limits(p), signals(p)))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("spc.months")),
                Listing.numbers(texts.say("funnel.people")),
                Listing.numbers(texts.say("spc.value." + series.measure())),
                Listing.numbers(texts.say("spc.limits")),
                Listing.words(texts.say("spc.signal")));
        return new Listing(texts.say("forest.table", "title", title), columns, rows, 1);
    }
}
