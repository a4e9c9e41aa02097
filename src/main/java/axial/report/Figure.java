package axial.report;

import axial.report.chart.Drawing;
import axial.report.chart.Svg;

/**
 * A picture with its words and its numbers.
 *
 * @param id the name of its file and of its place on the page
 * @param title what it shows, as a finding where there is one
 * @param description the same for those who do not see it
 * @param source the table that the numbers stand in
 */
public record Figure(
        String id, String title, String description, Drawing drawing, String caption, Listing numbers, String source) {

    /** The picture inside a page. */
    public String svg() {
        return Svg.inPage(drawing, id, title, description);
    }

    /** The picture as a file of its own. */
    String file() {
        return Svg.alone(drawing, id, title, description);
    }
}
