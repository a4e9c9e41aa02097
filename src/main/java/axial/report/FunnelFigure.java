package axial.report;

import axial.question.Job;
import axial.report.chart.PointsChart;
import axial.report.chart.PointsChart.Curve;
import axial.report.chart.PointsChart.Point;
import axial.tables.SpcRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A funnel: each clinic by its people and mean, within the limits that a clinic like the others should keep to. */
final class FunnelFigure {
    private static final int STEPS = 24;
    private static final int NAMED = 26;

    private final Job.Outcome outcome;
    private final Job.Window window;
    private final Texts texts;

    private FunnelFigure(Job.Outcome outcome, Job.Window window, Texts texts) {
        this.outcome = outcome;
        this.window = window;
        this.texts = texts;
    }

    /** Of all clinics, or of one alone, beside the limits; empty where no clinic has a place. */
    static Optional<Figure> of(
            List<ClinicPlace> places, Job.Outcome outcome, Job.Window window, String id, Texts texts) {
        List<ClinicPlace> standing = places.stream()
                .filter(ClinicPlace::stands)
                .sorted(Comparator.comparing(ClinicPlace::clinic))
                .toList();
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(new FunnelFigure(outcome, window, texts).figure(standing, id));
    }

    private Figure figure(List<ClinicPlace> places, String id) {
        boolean alone = places.size() == 1;
        String title = texts.say(
                alone ? "funnel.title_one" : "funnel.title",
                "outcome",
                texts.names().label(outcome.instrument()),
                "days",
                texts.names().days(window));
        List<Point> points = places.stream()
                .map(p -> new Point(
                        texts.shown().toStep(p.n()),
                        p.estimate(),
                        p.state().startsWith("far"),
                        !alone,
                        alone || places.size() <= NAMED ? p.clinic() : "",
                        p.id(),
                        said(p)))
                .toList();
        String upright = ClinicWords.axis(SpcRow.MEAN_CHANGE, outcome, texts);
        return new Figure(
                id,
                title,
                String.join(" ", places.stream().map(this::said).toList()),
                new PointsChart(upright, texts.say("funnel.people"), points, limits(places), false)
                        .drawing(texts.shown()::number),
                texts.say("funnel.caption"),
                numbers(places, title),
                "funnel.csv");
    }

    private List<Curve> limits(List<ClinicPlace> places) {
        ClinicPlace of = places.get(0);
        double most = places.stream()
                .mapToDouble(p -> texts.shown().toStep(p.n()))
                .max()
                .orElse(1);
        double least = places.stream()
                .mapToDouble(p -> texts.shown().toStep(p.n()))
                .min()
                .orElse(1);
        double from = places.size() == 1 ? least / 2 : least;
        double to = places.size() == 1 ? 1.5 * most : most;
        List<Curve> curves = new ArrayList<>();
        curves.add(
                new Curve(texts.say("funnel.centre"), "centre", List.of(from, of.centre(), to, of.centre()), of.id()));
        curves.add(curve("99.8 %", "far", of, of.high998(), from, to));
        curves.add(curve("95 %", "limit", of, of.high95(), from, to));
        curves.add(curve("95 %", "limit", of, of.low95(), from, to));
        curves.add(curve("99.8 %", "far", of, of.low998(), from, to));
        return List.copyOf(curves);
    }

    private Curve curve(String name, String kind, ClinicPlace of, double limit, double from, double to) {
        List<Double> xy = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double people = from + (to - from) * i / STEPS;
            xy.add(people);
            xy.add(of.centre() + of.reach(limit, people));
        }
        return new Curve(name.replace('.', texts.shown().point()), kind, List.copyOf(xy), of.id());
    }

    private String said(ClinicPlace place) {
        return texts.say(
                "funnel.said",
                "clinic",
                place.clinic(),
                "n",
                texts.shown().people(place.n()),
                "estimate",
                number(place.estimate()),
                "state",
                ClinicWords.place(place, outcome, texts));
    }

    private String number(double value) {
        return texts.shown().number(value, Names.decimals(outcome.instrument()));
    }

    private Listing numbers(List<ClinicPlace> places, String title) {
        List<List<Cell>> rows = places.stream()
                .map(p -> Listing.row(
                        p.id(),
                        p.clinic(),
                        texts.shown().people(p.n()),
                        number(p.estimate()),
                        texts.shown()
                                .interval(
                                        p.low95(),
                                        p.high95(),
                                        Names.decimals(outcome.instrument()),
                                        texts.say("number.to")),
                        ClinicWords.place(p, outcome, texts)))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("forest.clinic")),
                Listing.numbers(texts.say("funnel.people")),
                Listing.numbers(texts.say("funnel.estimate")),
                Listing.numbers(texts.say("funnel.limits")),
                Listing.words(texts.say("funnel.state")));
        return new Listing(texts.say("forest.table", "title", title), columns, rows, 1);
    }
}
