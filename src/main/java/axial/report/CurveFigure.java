package axial.report;

import axial.report.chart.PointsChart;
import axial.report.chart.PointsChart.Curve;
import axial.report.chart.PointsChart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many of a hundred improved by so much or more, for every threshold of the run. */
final class CurveFigure {
    private CurveFigure() {}

    static Optional<Figure> of(Answer answer, String id, Texts texts) {
        boolean known = Responders.curve(answer, "arm").size() > 1
                && Responders.curve(answer, "comparator").size() > 1;
        return known ? Optional.of(figure(answer, id, texts)) : Optional.empty();
    }

    private static Figure figure(Answer answer, String id, Texts texts) {
        List<Curve> curves = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        side(
                answer,
                "comparator",
                answer.question().comparator(),
                Looks.ofComparator(answer.question()),
                curves,
                points,
                rows,
                texts);
        side(answer, "arm", answer.question().arm(), Looks.of(answer.question().arm()), curves, points, rows, texts);
        String title = texts.say(
                "curve.title",
                "outcome",
                texts.names().label(answer.outcome().instrument()),
                "days",
                texts.names().days(answer.window()));
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("flow.group")),
                Listing.words(texts.say("improved.threshold")),
                Listing.numbers(texts.say("curve.share")));
        String unit = texts.names().unit(answer.outcome().instrument());
        return new Figure(
                id,
                title,
                texts.say("curve.caption"),
                new PointsChart(
                                texts.say("curve.upright"),
                                texts.say("curve.level", "unit", unit),
                                points,
                                curves,
                                false)
                        .drawing(texts.shown()::number),
                texts.say("curve.caption"),
                new Listing(texts.say("forest.table", "title", title), columns, List.copyOf(rows), 2),
                "estimates.csv");
    }

    private static void side(
            Answer answer,
            String side,
            List<String> arms,
            int look,
            List<Curve> curves,
            List<Point> points,
            List<List<Cell>> rows,
            Texts texts) {
        List<Double> xy = new ArrayList<>();
        for (Responders.At at : Responders.curve(answer, side)) {
            double share = at.share().estimate() * 100;
            xy.add(at.threshold());
            xy.add(share);
            String threshold = texts.names()
                    .measure(
                            texts.shown().plain(java.math.BigDecimal.valueOf(at.threshold())),
                            answer.outcome().instrument());
            String number = texts.shown()
                    .withInterval(share, at.share().low() * 100, at.share().high() * 100, 0, texts.say("number.to"));
            points.add(new Point(
                    at.threshold(),
                    share,
                    false,
                    side.equals("comparator"),
                    "",
                    at.share().id(),
                    number));
            rows.add(Listing.row(at.share().id(), texts.names().arms(arms), threshold, number));
        }
        curves.add(new Curve(texts.names().arms(arms), Integer.toString(look), xy, ""));
    }
}
