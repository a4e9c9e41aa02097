package axial.report;

import axial.question.Job;
import axial.report.chart.BarsChart;
import axial.report.chart.BarsChart.Bar;
import axial.report.chart.BarsChart.Group;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How many of a hundred improved enough to notice, in either group, outcome by outcome. */
final class ImprovedFigure {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWICE = BigDecimal.valueOf(2);
    private final Comparison comparison;
    private final Texts texts;

    private ImprovedFigure(Comparison comparison, Texts texts) {
        this.comparison = comparison;
        this.texts = texts;
    }

    /** Empty where of no outcome it is known. */
    static Optional<Figure> of(Comparison comparison, int number, Texts texts) {
        return new ImprovedFigure(comparison, texts).figure(number);
    }

    private Optional<Figure> figure(int number) {
        List<Group> groups = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Answer answer : comparison.mains()) {
            BigDecimal mcid = answer.outcome().instrument().mcid();
            Optional<Responders> responders = mcid == null ? Optional.empty() : Responders.of(answer);
            responders.ifPresent(r -> {
                BigDecimal once = Objects.requireNonNull(mcid);
                at(answer, once.multiply(HALF), groups, rows);
                groups.add(group(answer, r, once));
                rows.add(row(answer, r, once));
                at(answer, once.multiply(TWICE), groups, rows);
                Sentences.responders(answer, texts).ifPresent(s -> said.add(s.text()));
            });
        }
        String title = texts.say(
                "improved.figure",
                "arm",
                texts.names().arms(comparison.question().arm()),
                "comparator",
                texts.names().arms(comparison.question().comparator()));
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        "improved-" + number,
                        title,
                        String.join(" ", said),
                        new BarsChart(List.copyOf(groups)).drawing(texts.shown()::number),
                        texts.say("improved.caption"),
                        numbers(title, rows),
                        "estimates.csv"));
    }

    /** By another threshold, where the run has the share of both groups, so that no single one decides. */
    private void at(Answer answer, BigDecimal threshold, List<Group> groups, List<List<Cell>> rows) {
        Optional<Effect> comparator = Responders.shareAt(answer, "comparator", threshold.doubleValue());
        Optional<Effect> arm = Responders.shareAt(answer, "arm", threshold.doubleValue());
        if (comparator.isEmpty() || arm.isEmpty()) {
            return;
        }
        Effect theirs = comparator.get();
        Effect ours = arm.get();
        if (theirs.estimate() == 0 && ours.estimate() == 0) {
            return;
        }
        Job.Question question = comparison.question();
        groups.add(new Group(
                heading(answer, threshold),
                List.of(
                        bar(
                                question.comparator(),
                                Looks.ofComparator(question),
                                comparator,
                                theirs.estimate(),
                                theirs.nComparator(),
                                theirs.id()),
                        bar(question.arm(), Looks.of(question.arm()), arm, ours.estimate(), ours.nArm(), ours.id()))));
        rows.add(List.of(
                Cell.of(texts.names().label(answer.outcome().instrument())),
                Cell.of(texts.names().days(answer.window())),
                Cell.of(texts.names().measure(threshold, answer.outcome().instrument())),
                new Cell(texts.shown().perHundred(theirs.estimate(), theirs.nComparator()), theirs.id()),
                new Cell(texts.shown().perHundred(ours.estimate(), ours.nArm()), ours.id())));
    }

    private String heading(Answer answer, BigDecimal threshold) {
        return texts.say(
                "improved.heading",
                "outcome",
                texts.names().label(answer.outcome().instrument()),
                "mcid",
                texts.names().measure(threshold, answer.outcome().instrument()),
                "days",
                texts.names().days(answer.window()));
    }

    private Group group(Answer answer, Responders r, BigDecimal mcid) {
        return new Group(
                heading(answer, mcid),
                List.of(
                        bar(
                                comparison.question().comparator(),
                                Looks.ofComparator(comparison.question()),
                                Responders.share(answer, "comparator"),
                                r.comparator(),
                                r.nComparator(),
                                r.id()),
                        bar(
                                comparison.question().arm(),
                                Looks.of(comparison.question().arm()),
                                Responders.share(answer, "arm"),
                                r.arm(),
                                r.nArm(),
                                r.id())));
    }

    private Bar bar(List<String> arms, int look, Optional<Effect> known, double share, long n, String id) {
        return new Bar(
                texts.names().arms(arms),
                look,
                texts.shown().hundredths(known.map(Effect::estimate).orElse(share), n),
                known.map(e -> texts.shown().hundredths(e.low(), n)).orElse(Double.NaN),
                known.map(e -> texts.shown().hundredths(e.high(), n)).orElse(Double.NaN),
                ofHundred(known.map(Effect::estimate).orElse(share), n),
                known.map(Effect::id).orElse(id));
    }

    private String ofHundred(double share, long n) {
        return texts.say("improved.bar", "n", texts.shown().perHundred(share, n));
    }

    private List<Cell> row(Answer answer, Responders r, BigDecimal mcid) {
        return Listing.row(
                r.id(),
                texts.names().label(answer.outcome().instrument()),
                texts.names().days(answer.window()),
                texts.names().measure(mcid, answer.outcome().instrument()),
                texts.shown().perHundred(r.comparator(), r.nComparator()),
                texts.shown().perHundred(r.arm(), r.nArm()));
    }

    private Listing numbers(String title, List<List<Cell>> rows) {
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("flow.outcome")),
                Listing.words(texts.say("flow.window")),
                Listing.words(texts.say("improved.threshold")),
                Listing.numbers(texts.names().arms(comparison.question().comparator())),
                Listing.numbers(texts.names().arms(comparison.question().arm())));
        return new Listing(texts.say("forest.table", "title", title), columns, List.copyOf(rows), 1);
    }
}
