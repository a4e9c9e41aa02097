package axial.report.chart;

import java.util.List;

/** A map of cells: names on the left and above, a number in each, and four shades from none to all. */
public record GridChart(String corner, List<String> columns, List<Row> rows) {
    private static final double HEIGHT = 28;

    /** A row of cells. */
    public record Row(String name, List<Cell> cells) {}

    /** A cell: its words, how dark it is (0 to 1, NaN for empty), whether it stands out, and its row's id. */
    public record Cell(String words, double share, boolean strong, String id) {}

    public Drawing drawing() {
        Canvas canvas = new Canvas();
        double left = Math.min(
                330,
                16
                        + Math.max(
                                Svg.width(corner),
                                rows.stream()
                                        .mapToDouble(r -> Svg.width(r.name()))
                                        .max()
                                        .orElse(100)));
        double width = (Drawing.WIDTH - left) / Math.max(1, columns.size());
        canvas.left(0, 18, Ink.SOFT, corner);
        for (int c = 0; c < columns.size(); c++) {
            canvas.centred(left + (c + 0.5) * width, 18, Ink.SOFT, columns.get(c));
        }
        double y = 28;
        for (Row row : rows) {
            canvas.left(0, y + 19, Ink.TEXT, row.name());
            for (int c = 0; c < row.cells().size(); c++) {
                Cell cell = row.cells().get(c);
                double x = left + c * width;
                Ink ink = Double.isNaN(cell.share()) ? Ink.HEAT0 : Ink.heat(cell.share());
                canvas.group(
                        cell.id(),
                        "",
                        "",
                        new Canvas()
                                .box(x, y, width, HEIGHT, ink)
                                .centred(x + width / 2, y + 19, cell.strong() ? Ink.BOLD : Ink.TEXT, cell.words()));
            }
            y += HEIGHT;
        }
        return canvas.drawing(y + 4);
    }
}
