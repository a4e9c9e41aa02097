package axial.report.chart;

import java.util.List;

/** What a drawing is made of; places are in units of a drawing 720 units wide, y from the top. */
public sealed interface Shape {

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, Ink ink) implements Shape {}

    /** A rectangle. */
    record Box(double x, double y, double width, double height, Ink ink) implements Shape {}

    /** A circle. */
    record Disc(double x, double y, double radius, Ink ink) implements Shape {}

    /** A run of points {@code x, y, x, y, …}, joined, and closed where it is an area. */
    record Run(List<Double> points, boolean closed, Ink ink) implements Shape {}

    /** A line of text, its baseline at y. */
    record Words(double x, double y, Anchor anchor, Ink ink, String text) implements Shape {}

    /**
     * Shapes that belong to one row of a table.
     *
     * @param id of the row, or empty
     * @param clinic that it is about, or empty
     * @param hint what is said of it where a pointer rests on it, or empty
     */
    record Group(String id, String clinic, String hint, List<Shape> shapes) implements Shape {}

    /** Which end of a text stands at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
