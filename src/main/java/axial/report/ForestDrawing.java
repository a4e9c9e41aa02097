package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything of a forest plot stands, 720 units wide.
 *
 * @param height of the whole picture
 * @param base the y of the axis
 * @param zero the x of no difference
 * @param shade left and width of the band that is smaller than what matters; empty where that is not known
 */
public record ForestDrawing(
        String height,
        String base,
        String zero,
        List<String> shade,
        List<Tick> ticks,
        List<Line> lines,
        Summary pooled,
        Optional<Bar> prediction,
        String heterogeneity,
        String left,
        String right) {
    private static final Texts TEXTS = Texts.ENGLISH;
    static final double TOP = 40;
    private static final double ROW = 24;
    private static final double LARGEST = 16;
    private static final double SMALLEST = 4;
    private static final double UNDER = 96;

    /** A mark on the axis. */
    public record Tick(String x, String text) {}

    /** A clinic: its texts, its line and its square; {@code cutLow} where the line goes on past the axis. */
    public record Line(
            String y,
            String clinic,
            String people,
            String g,
            String weight,
            String low,
            String high,
            boolean cutLow,
            boolean cutHigh,
            String square,
            String squareY,
            String side) {}

    /** The pooled effect: its texts and its diamond. */
    public record Summary(String y, String label, String people, String g, String diamond) {}

    /** The prediction interval. */
    public record Bar(String y, String barY, String x, String width, String g) {}

    static ForestDrawing of(Forest forest) {
        Axis axis = Axis.of(forest);
        List<Line> lines = lines(forest, axis);
        double below = TOP + ROW * lines.size() + ROW / 2 + 6;
        double base = below + ROW * (forest.prediction().isPresent() ? 2 : 1) - 4;
        return new ForestDrawing(
                at(base + UNDER),
                at(base),
                at(axis.x(0)),
                shade(forest, axis),
                axis.ticks().stream()
                        .map(t -> new Tick(at(axis.x(t)), Shown.number(t, axis.decimals())))
                        .toList(),
                lines,
                pooled(forest, axis, below),
                forest.prediction().map(p -> bar(p, axis, below + ROW)),
                heterogeneity(forest),
                favours(forest, true),
                favours(forest, false));
    }

    private static List<Line> lines(Forest forest, Axis axis) {
        List<Line> lines = new ArrayList<>();
        double most = forest.studies().stream()
                .mapToDouble(Forest.Study::weight)
                .max()
                .orElse(1);
        for (Forest.Study study : forest.studies()) {
            lines.add(line(study, axis, TOP + ROW * lines.size() + ROW / 2, most));
        }
        return List.copyOf(lines);
    }

    private static Line line(Forest.Study study, Axis axis, double y, double most) {
        double side = Math.max(SMALLEST, LARGEST * Math.sqrt(Math.max(0, study.weight()) / most));
        return new Line(
                at(y),
                study.clinic(),
                Shown.count(study.nArm()) + " / " + Shown.count(study.nComparator()),
                interval(study.g()),
                Double.isNaN(study.weight()) ? "–" : Shown.number(study.weight(), 1) + " %",
                at(axis.x(study.g().low())),
                at(axis.x(study.g().high())),
                !axis.holds(study.g().low()),
                !axis.holds(study.g().high()),
                at(axis.x(study.g().estimate()) - side / 2),
                at(y - side / 2),
                at(side));
    }

    private static Summary pooled(Forest forest, Axis axis, double y) {
        Effect p = forest.pooled();
        String diamond = at(axis.x(p.low())) + "," + at(y) + " " + at(axis.x(p.estimate())) + "," + at(y - 8) + " "
                + at(axis.x(p.high())) + "," + at(y) + " " + at(axis.x(p.estimate())) + "," + at(y + 8);
        return new Summary(
                at(y),
                TEXTS.say("forest.pooled", "k", Shown.count(p.clinics())),
                Shown.count(p.nArm()) + " / " + Shown.count(p.nComparator()),
                interval(new Interval(p.estimate(), p.low(), p.high())),
                diamond);
    }

    private static Bar bar(Effect p, Axis axis, double y) {
        double left = axis.x(p.low());
        String ends = Shown.interval(p.low(), p.high(), Shown.G_DECIMALS);
        return new Bar(at(y), at(y - 3), at(left), at(axis.x(p.high()) - left), ends);
    }

    private static List<String> shade(Forest forest, Axis axis) {
        if (forest.matters().isEmpty()) {
            return List.of();
        }
        double matters = forest.matters().getAsDouble();
        double left = axis.x(-matters);
        return List.of(at(left), at(axis.x(matters) - left));
    }

    static String heterogeneity(Forest forest) {
        return TEXTS.say(
                "forest.heterogeneity",
                "tau2",
                Shown.number(forest.tau2(), Shown.G_DECIMALS),
                "i2",
                Shown.number(forest.i2(), 0));
    }

    private static String favours(Forest forest, boolean left) {
        boolean lowIsGood = forest.answer().outcome().instrument().better().benefitSign() < 0;
        return TEXTS.say(
                "forest.favours",
                "arm",
                Names.arms(
                        lowIsGood == left
                                ? forest.answer().question().arm()
                                : forest.answer().question().comparator()));
    }

    /** How far it is from that y down to the axis. */
    public String fromTop(int y) {
        return at(Double.parseDouble(base) - y);
    }

    static String interval(Interval g) {
        return Shown.withInterval(g.estimate(), g.low(), g.high(), Shown.G_DECIMALS);
    }

    /** A coordinate with one decimal, a plain minus and point. */
    static String at(double coordinate) {
        return java.math.BigDecimal.valueOf(coordinate)
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
