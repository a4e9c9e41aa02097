package axial.report.chart;

/** How a number is written in the reader's language. */
@FunctionalInterface
public interface Written {
    /** The number with that many digits after the point. */
    String number(double number, int decimals);
}
