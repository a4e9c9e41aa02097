package axial.report;

import axial.report.chart.Drawing;
import axial.report.chart.Ink;
import axial.report.chart.Shape;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.awt.Color;
import java.util.List;

/** Draws the shapes of a picture into a PDF, as lines and letters. */
final class PdfDrawing {
    private static final float FONT = 14;
    private final PdfTemplate pdf;
    private final double height;
    private final BaseFont regular;
    private final BaseFont bold;

    PdfDrawing(PdfTemplate pdf, double height, BaseFont regular, BaseFont bold) {
        this.pdf = pdf;
        this.height = height;
        this.regular = regular;
        this.bold = bold;
    }

    void draw(Drawing drawing) {
        drawing.shapes().forEach(this::draw);
    }

    private void draw(Shape shape) {
        if (shape instanceof Shape.Group group) {
            group.shapes().forEach(this::draw);
        } else if (shape instanceof Shape.Words words) {
            words(words);
        } else if (shape instanceof Shape.Line line) {
            pdf.moveTo(x(line.x1()), y(line.y1()));
            pdf.lineTo(x(line.x2()), y(line.y2()));
            finish(line.ink());
        } else if (shape instanceof Shape.Box box) {
            pdf.rectangle(x(box.x()), y(box.y() + box.height()), x(box.width()), x(box.height()));
            finish(box.ink());
        } else if (shape instanceof Shape.Disc disc) {
            pdf.circle(x(disc.x()), y(disc.y()), x(disc.radius()));
            finish(disc.ink());
        } else if (shape instanceof Shape.Run run) {
            run(run);
        }
    }

    private void run(Shape.Run run) {
        List<Double> points = run.points();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            if (i == 0) {
                pdf.moveTo(x(points.get(0)), y(points.get(1)));
            } else {
                pdf.lineTo(x(points.get(i)), y(points.get(i + 1)));
            }
        }
        if (run.closed()) {
            pdf.closePath();
        }
        finish(run.ink());
    }

    private void finish(Ink ink) {
        boolean filled = !ink.fill().isEmpty();
        boolean stroked = !ink.stroke().isEmpty();
        if (filled) {
            pdf.setColorFill(Color.decode(ink.fill()));
        }
        if (stroked) {
            pdf.setColorStroke(Color.decode(ink.stroke()));
            pdf.setLineWidth((float) ink.width());
            dashes(ink);
        }
        if (filled && stroked) {
            pdf.fillStroke();
        } else if (filled) {
            pdf.fill();
        } else {
            pdf.stroke();
        }
    }

    private void dashes(Ink ink) {
        if (ink.dash().isEmpty()) {
            pdf.setLineDash(0);
            return;
        }
        String[] parts = ink.dash().split(" ");
        float[] lengths = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            lengths[i] = Float.parseFloat(parts[i]);
        }
        pdf.setLineDash(lengths, 0);
    }

    private void words(Shape.Words words) {
        int anchor = switch (words.anchor()) {
            case START -> PdfContentByte.ALIGN_LEFT;
            case MIDDLE -> PdfContentByte.ALIGN_CENTER;
            case END -> PdfContentByte.ALIGN_RIGHT;
        };
        pdf.beginText();
        pdf.setColorFill(Color.decode(words.ink().fill()));
        pdf.setFontAndSize(words.ink() == Ink.BOLD ? bold : regular, FONT);
        pdf.showTextAligned(anchor, words.text(), x(words.x()), y(words.y()), 0);
        pdf.endText();
    }

    private static float x(double units) {
        return (float) units;
    }

    /** PDF counts from the bottom. */
    private float y(double fromTop) {
        return (float) (height - fromTop);
    }
}
