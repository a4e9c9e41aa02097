package axial.report.chart;

import java.util.Locale;

/**
 * How a shape looks, on white paper. Colours of arms are those of the UK Government Analysis Function; each also has a
 * mark and a line of its own, so that nothing is told by colour alone. The pages give the same names darker or lighter
 * values where the reader's screen is dark.
 */
public enum Ink {
    TEXT("#1b2430", "", 0, ""),
    SOFT("#55606e", "", 0, ""),
    BOLD("#1b2430", "", 0, ""),
    AXIS("", "#1b2430", 1, ""),
    GRID("", "#d5dbe2", 1, ""),
    ZERO("", "#55606e", 1, "3 3"),
    SHADE("#e6edf3", "", 0, ""),
    INTERVAL("", "#12436d", 1.75, ""),
    MARK("#12436d", "", 0, ""),
    HOLLOW("#ffffff", "#12436d", 1.75, ""),
    POOLED("#801650", "", 0, ""),
    PREDICTION("#c48aa7", "", 0, ""),
    REVIEW("#ffffff", "#55606e", 1.5, ""),
    REVIEW_LINE("", "#55606e", 1.5, "5 3"),
    LIMIT("", "#55606e", 1.25, "6 4"),
    LIMIT_FAR("", "#801650", 1.25, ""),
    CENTRE("", "#1b2430", 1.5, ""),
    OTHER("#ffffff", "#55606e", 1.5, ""),
    SIGNAL("#801650", "", 0, ""),
    FRAME("#ffffff", "#55606e", 1.25, ""),
    ARM0("#12436d", "", 0, ""),
    ARM1("#28a197", "", 0, ""),
    ARM2("#801650", "", 0, ""),
    ARM3("#f46a25", "", 0, ""),
    LINE0("", "#12436d", 2, ""),
    LINE1("", "#28a197", 2, "8 4"),
    LINE2("", "#801650", 2, "2 3"),
    LINE3("", "#f46a25", 2, "8 3 2 3"),
    HEAT0("#ffffff", "#55606e", 1, ""),
    HEAT1("#e6edf3", "#55606e", 1, ""),
    HEAT2("#c3d2e0", "#55606e", 1, ""),
    HEAT3("#9db5cb", "#55606e", 1, "");

    private final String fill;
    private final String stroke;
    private final double width;
    private final String dash;

    Ink(String fill, String stroke, double width, String dash) {
        this.fill = fill;
        this.stroke = stroke;
        this.width = width;
        this.dash = dash;
    }

    /** The mark of the arm. */
    static Ink arm(int series) {
        return values()[ARM0.ordinal() + series];
    }

    /** The line of the arm. */
    static Ink line(int series) {
        return values()[LINE0.ordinal() + series];
    }

    /** A quarter of a map from none to all. */
    static Ink heat(double share) {
        return values()[HEAT0.ordinal() + Math.max(0, Math.min(3, (int) (share * 4)))];
    }

    /** Its name in a style sheet. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The colour inside, or empty. */
    public String fill() {
        return fill;
    }

    /** The colour of the line, or empty. */
    public String stroke() {
        return stroke;
    }

    public double width() {
        return width;
    }

    /** Lengths of stroke and gap, or empty. */
    public String dash() {
        return dash;
    }

    String css() {
        boolean text = this == TEXT || this == SOFT || this == BOLD;
        return "." + word() + "{fill:" + (fill.isEmpty() ? "none" : fill)
                + (stroke.isEmpty() ? "" : ";stroke:" + stroke + ";stroke-width:" + Svg.at(width))
                + (dash.isEmpty() ? "" : ";stroke-dasharray:" + dash)
                + (text && this == BOLD ? ";font-weight:600" : "")
                + "}";
    }
}
