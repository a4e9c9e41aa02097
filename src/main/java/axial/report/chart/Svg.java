package axial.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A drawing as SVG text: inside a page, whose style sheet colours it, or as a file of its own. */
public final class Svg {
    private static final double FONT = 14;
    private final StringBuilder text = new StringBuilder();

    private Svg() {}

    /** For a page; {@code id} begins the ids of title and description. */
    public static String inPage(Drawing drawing, String id, String title, String description) {
        Svg svg = new Svg();
        svg.text
                .append("<svg role=\"img\" aria-labelledby=\"")
                .append(escaped(id))
                .append("-t ")
                .append(escaped(id))
                .append("-d\" viewBox=\"0 0 720 ")
                .append(at(drawing.height()))
                .append("\">\n<title id=\"")
                .append(escaped(id))
                .append("-t\">")
                .append(escaped(title))
                .append("</title>\n<desc id=\"")
                .append(escaped(id))
                .append("-d\">")
                .append(escaped(description))
                .append("</desc>\n");
        svg.draw(drawing.shapes());
        return svg.text.append("</svg>").toString();
    }

    /** A file for a slide or a paper, on white. */
    public static String alone(Drawing drawing, String id, String title, String description) {
        String style = Stream.of(Ink.values()).map(Ink::css).collect(Collectors.joining());
        String page = inPage(drawing, id, title, description);
        int head = page.indexOf('>') + 1;
        return page.substring(0, head - 1) + " xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height=\""
                + at(drawing.height()) + "\">\n<style>"
                + "text{font:14px \"Liberation Sans\",Arial,Helvetica,sans-serif;fill:"
                + Ink.TEXT.fill() + "}.mid{text-anchor:middle}.end{text-anchor:end}"
                + style
                + "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>" + page.substring(head) + "\n";
    }

    /** Lines of one ink that follow each other are one path. */
    private void draw(List<Shape> shapes) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < shapes.size(); i++) {
            if (!(shapes.get(i) instanceof Shape.Line line)) {
                draw(shapes.get(i));
                continue;
            }
            path.append(path(line));
            boolean goesOn =
                    i + 1 < shapes.size() && shapes.get(i + 1) instanceof Shape.Line next && next.ink() == line.ink();
            if (!goesOn) {
                mark("path", line.ink(), "d=\"" + path + "\"");
                path.setLength(0);
            }
        }
    }

    private static String path(Shape.Line line) {
        String from = "M" + at(line.x1()) + " " + at(line.y1());
        if (at(line.y1()).equals(at(line.y2()))) {
            return from + "H" + at(line.x2());
        }
        return at(line.x1()).equals(at(line.x2()))
                ? from + "V" + at(line.y2())
                : from + "L" + at(line.x2()) + " " + at(line.y2());
    }

    private void draw(Shape shape) {
        if (shape instanceof Shape.Box box) {
            mark(
                    "rect",
                    box.ink(),
                    "x=\"" + at(box.x()) + "\" y=\"" + at(box.y()) + "\" width=\"" + at(box.width()) + "\" height=\""
                            + at(box.height()) + "\"");
        } else if (shape instanceof Shape.Disc disc) {
            mark(
                    "circle",
                    disc.ink(),
                    "cx=\"" + at(disc.x()) + "\" cy=\"" + at(disc.y()) + "\" r=\"" + at(disc.radius()) + "\"");
        } else if (shape instanceof Shape.Run run) {
            mark(run.closed() ? "polygon" : "polyline", run.ink(), "points=\"" + points(run.points()) + "\"");
        } else if (shape instanceof Shape.Words words) {
            words(words);
        } else if (shape instanceof Shape.Group group) {
            group(group);
        }
    }

    private void group(Shape.Group group) {
        text.append("<g");
        attribute("data-id", group.id());
        attribute("data-clinic", group.clinic());
        text.append('>');
        if (!group.hint().isEmpty()) {
            text.append("<title>").append(escaped(group.hint())).append("</title>");
        }
        draw(group.shapes());
        text.append("</g>\n");
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            text.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }
    }

    private void words(Shape.Words words) {
        String look = (words.ink() == Ink.TEXT ? "" : words.ink().word()) + anchor(words.anchor());
        text.append("<text");
        attribute("class", look.strip());
        text.append(" x=\"")
                .append(at(words.x()))
                .append("\" y=\"")
                .append(at(words.y()))
                .append("\">")
                .append(escaped(words.text()))
                .append("</text>\n");
    }

    private static String anchor(Shape.Anchor anchor) {
        return switch (anchor) {
            case START -> "";
            case MIDDLE -> " mid";
            case END -> " end";
        };
    }

    private void mark(String name, Ink ink, String geometry) {
        text.append('<')
                .append(name)
                .append(" class=\"")
                .append(ink.word())
                .append("\" ")
                .append(geometry)
                .append("/>\n");
    }

    private static String points(List<Double> points) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            pairs.add(at(points.get(i)) + "," + at(points.get(i + 1)));
        }
        return String.join(" ", pairs);
    }

    /** A coordinate with one decimal, a plain minus and point. */
    static String at(double coordinate) {
        String text = BigDecimal.valueOf(coordinate)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return text;
    }

    /** How wide a text is about, in units; for what must fit. */
    static double width(String text) {
        return text.length() * FONT * 0.52;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
