package axial.report.chart;

import java.util.List;

/** A finished picture, {@link #WIDTH} units wide. */
public record Drawing(double height, List<Shape> shapes) {
    public static final double WIDTH = 720;
}
