package axial.report;

import axial.report.chart.DotsChart;
import axial.report.chart.OverlapChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the groups were alike: differences at the start before and after weighting, and how the chances overlap. */
final class BalanceFigures {
    private BalanceFigures() {}

    static Optional<Figure> love(Tables tables, Answer answer, String id, Texts texts) {
        return Balance.of(tables, answer).map(balance -> {
            List<DotsChart.Row> rows = balance.rows().stream()
                    .filter(r -> !Double.isNaN(r.before()))
                    .sorted(Comparator.comparingDouble((Balance.Row r) -> -Math.abs(r.before()))
                            .thenComparing(r -> r.name(texts)))
                    .map(r -> new DotsChart.Row(
                            r.name(texts),
                            Math.abs(r.before()),
                            Math.abs(r.after()),
                            Double.NaN,
                            Double.NaN,
                            texts.shown().number(Math.abs(r.before()), 2) + " → "
                                    + texts.shown().number(Math.abs(r.after()), 2),
                            false,
                            r.id()))
                    .toList();
            String title = about("love.title", answer, texts);
            return new Figure(
                    id,
                    title,
                    String.join(
                            " ",
                            rows.stream()
                                    .map(r -> r.name() + ": " + r.number() + ".")
                                    .toList()),
                    new DotsChart(
                                    texts.say("love.axis"),
                                    rows,
                                    List.of(0.1, 0.2),
                                    true,
                                    texts.say("love.before"),
                                    texts.say("love.after"))
                            .drawing(texts.shown()::number),
                    texts.say("love.caption"),
                    numbers(balance, texts.say("forest.table", "title", title), texts),
                    "balance.csv");
        });
    }

    /** Who the groups are at the start, as far as the table tells. */
    static Listing numbers(Balance balance, String title, Texts texts) {
        List<List<Cell>> rows = balance.rows().stream()
                .map(r -> Listing.row(
                        r.id(),
                        r.name(texts),
                        r.level().isEmpty() ? "" : count(r.nComparator(), texts),
                        r.level().isEmpty() ? "" : count(r.nArm(), texts),
                        texts.shown().number(r.before(), 3),
                        texts.shown().number(r.after(), 3),
                        texts.shown().number(r.clinicMax(), 3)))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("love.covariate")),
                Listing.numbers(texts.say("love.n_comparator")),
                Listing.numbers(texts.say("love.n_arm")),
                Listing.numbers(texts.say("love.smd_before")),
                Listing.numbers(texts.say("love.smd_after")),
                Listing.numbers(texts.say("love.clinic_max")));
        return new Listing(title, columns, rows, 1);
    }

    private static String count(long n, Texts texts) {
        return n < 0 ? texts.say("flow.withheld") : texts.shown().people(n);
    }

    static Optional<Figure> overlap(Tables tables, Answer answer, String id, Texts texts) {
        return Overlap.of(tables, answer).map(overlap -> {
            List<OverlapChart.Bin> bins = new ArrayList<>();
            List<List<Cell>> rows = new ArrayList<>();
            for (Overlap.Bin bin : overlap.propensity()) {
                bins.add(new OverlapChart.Bin(
                        bin.from(),
                        bin.to(),
                        bin.arm() ? bin.share() : Double.NaN,
                        bin.arm() ? Double.NaN : bin.share(),
                        bin.id(),
                        bin.id()));
                rows.add(Listing.row(
                        bin.id(),
                        texts.names()
                                .arms(
                                        bin.arm()
                                                ? answer.question().arm()
                                                : answer.question().comparator()),
                        texts.shown().interval(bin.from(), bin.to(), 2, texts.say("number.to")),
                        Double.isNaN(bin.share())
                                ? texts.say("flow.withheld")
                                : texts.shown().number(bin.share() * 100, 1) + " %"));
            }
            String title = about("overlap.title", answer, texts);
            List<Listing.Column> columns = List.of(
                    Listing.words(texts.say("flow.group")),
                    Listing.numbers(texts.say("overlap.from_to")),
                    Listing.numbers(texts.say("overlap.share")));
            return new Figure(
                    id,
                    title,
                    equipoise(overlap, texts),
                    new OverlapChart(
                                    texts.say("overlap.axis"),
                                    texts.names().arms(answer.question().arm()),
                                    texts.names().arms(answer.question().comparator()),
                                    Looks.of(answer.question().arm()),
                                    Looks.ofComparator(answer.question()),
                                    List.copyOf(bins))
                            .drawing(texts.shown()::number),
                    texts.say("overlap.caption") + " " + equipoise(overlap, texts),
                    new Listing(texts.say("forest.table", "title", title), columns, List.copyOf(rows), 2),
                    "overlap.csv");
        });
    }

    private static String equipoise(Overlap overlap, Texts texts) {
        return Double.isNaN(overlap.equipoise())
                ? texts.say("overlap.desc.unknown")
                : texts.say("overlap.desc", "n", texts.shown().perHundred(overlap.equipoise()));
    }

    private static String about(String key, Answer answer, Texts texts) {
        return texts.say(
                key,
                "arm",
                texts.names().arms(answer.question().arm()),
                "comparator",
                texts.names().arms(answer.question().comparator()),
                "outcome",
                texts.names().outcome(answer.outcome().instrument()),
                "days",
                texts.names().days(answer.window()));
    }
}
