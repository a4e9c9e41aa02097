package axial.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Where shapes are put one after the other, the later over the earlier. */
final class Canvas {
    static final double ROW = 24;
    private final List<Shape> shapes = new ArrayList<>();

    Canvas line(double x1, double y1, double x2, double y2, Ink ink) {
        shapes.add(new Shape.Line(x1, y1, x2, y2, ink));
        return this;
    }

    Canvas box(double x, double y, double width, double height, Ink ink) {
        shapes.add(new Shape.Box(x, y, width, height, ink));
        return this;
    }

    Canvas disc(double x, double y, double radius, Ink ink) {
        shapes.add(new Shape.Disc(x, y, radius, ink));
        return this;
    }

    Canvas run(List<Double> points, boolean closed, Ink ink) {
        shapes.add(new Shape.Run(List.copyOf(points), closed, ink));
        return this;
    }

    Canvas left(double x, double y, Ink ink, String text) {
        return words(x, y, Shape.Anchor.START, ink, text);
    }

    Canvas centred(double x, double y, Ink ink, String text) {
        return words(x, y, Shape.Anchor.MIDDLE, ink, text);
    }

    Canvas right(double x, double y, Ink ink, String text) {
        return words(x, y, Shape.Anchor.END, ink, text);
    }

    private Canvas words(double x, double y, Shape.Anchor anchor, Ink ink, String text) {
        if (!text.isEmpty()) {
            shapes.add(new Shape.Words(x, y, anchor, ink, text));
        }
        return this;
    }

    Canvas group(String id, String clinic, String hint, Canvas inner) {
        shapes.add(new Shape.Group(id, clinic, hint, List.copyOf(inner.shapes)));
        return this;
    }

    /** The mark of an arm: circle, square, triangle or diamond. */
    Canvas mark(double x, double y, int series) {
        Ink ink = Ink.arm(series);
        return switch (series) {
            case 0 -> disc(x, y, 5, ink);
            case 1 -> box(x - 4.5, y - 4.5, 9, 9, ink);
            case 2 -> run(List.of(x, y - 6, x + 6, y + 5, x - 6, y + 5), true, ink);
            default -> run(List.of(x, y - 6, x + 6, y, x, y + 6, x - 6, y), true, ink);
        };
    }

    Drawing drawing(double height) {
        return new Drawing(height, List.copyOf(shapes));
    }
}
