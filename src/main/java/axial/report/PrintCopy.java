package axial.report;

import axial.report.chart.Drawing;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The report as a PDF for the printer: the same sections, tables and pictures. The accessible version is the page. The
 * letters are in the file, its times and its number are taken out, so that the same tables give the same bytes.
 */
final class PrintCopy {
    private static final Pattern TIMES = Pattern.compile("/(CreationDate|ModDate)\\(D:[^)]*\\)");
    private static final Pattern NUMBER = Pattern.compile("/ID ?\\[<[0-9a-fA-F]*><[0-9a-fA-F]*>]");
    private static final Pattern SUBSET = Pattern.compile("/[A-Z]{6}\\+(LiberationSans)");
    private static final Color INK = new Color(0x1b2430);
    private static final Color SOFT = new Color(0x55606e);
    private static final Color HAIR = new Color(0xd5dbe2);
    private final Texts texts;
    private final BaseFont regular = font("LiberationSans-Regular");
    private final BaseFont bold = font("LiberationSans-Bold");

    PrintCopy(Texts texts) {
        this.texts = texts;
    }

    byte[] of(Page page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), 40, 40, 36, 40);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        document.addTitle(page.head().title());
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(texts.language()));
        new Filling(document, writer, page).fill();
        document.close();
        return withoutTimes(bytes.toByteArray());
    }

    /** The same bytes in every run: the library writes the clock, a number made of it, and a name by chance. */
    private static byte[] withoutTimes(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        String timeless = TIMES.matcher(text).replaceAll(m -> m.group().replaceAll("[0-9]", "0"));
        String numberless =
                NUMBER.matcher(timeless).replaceAll(m -> m.group().replaceAll("[0-9a-fA-F](?=[0-9a-fA-F>])", "0"));
        return SUBSET.matcher(numberless).replaceAll("/AXIALA+$1").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static BaseFont font(String name) {
        try (InputStream stream = PrintCopy.class.getResourceAsStream("/liberation/" + name + ".ttf")) {
            byte[] letters = Objects.requireNonNull(stream, name).readAllBytes();
            BaseFont font =
                    BaseFont.createFont(name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, letters, null);
            font.setSubset(true);
            return font;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes one document. */
    private final class Filling {
        private final Document document;
        private final PdfWriter writer;
        private final Page page;

        Filling(Document document, PdfWriter writer, Page page) {
            this.document = document;
            this.writer = writer;
            this.page = page;
        }

        void fill() {
            paragraph(page.say("page.print_copy"), 8, SOFT, regular, 0);
            page.looked().watermark().ifPresent(w -> paragraph(w, 10, new Color(0x801650), bold, 4));
            paragraph(page.head().title(), 20, INK, bold, 4);
            page.head().cites().ifPresent(c -> paragraph(page.say("page.cites") + " " + c, 9, SOFT, regular, 0));
            if (page.head().synthetic()) {
                paragraph(page.say("page.synthetic"), 10, new Color(0x801650), bold, 4);
            }
            StringBuilder facts = new StringBuilder();
            page.head()
                    .facts()
                    .forEach(f -> facts.append(f.name())
                            .append(": ")
                            .append(f.value())
                            .append("   "));
            paragraph(facts.toString().strip(), 9, SOFT, regular, 4);
            paragraph(page.say("page.rounded"), 9, SOFT, regular, 4);
            key();
            trust();
            page.questions().forEach(this::question);
            heading(page.say("course.heading"));
            page.courses().forEach(c -> figure(c.figures().get(0)));
            heading(page.say("improved.heading_all"));
            page.improved().forEach(this::figure);
            heading(page.say("clinic.title"));
            page.clinic().words().forEach(w -> paragraph(w.text(), 9, INK, regular, 3));
            page.clinic().figures().forEach(this::figure);
            heading(page.say("harms.title"));
            paragraph(page.say("harms.caution"), 10, INK, bold, 3);
            listing(page.harms());
            heading(page.say("changes.title"));
            page.changes()
                    .table()
                    .ifPresentOrElse(this::listing, () -> paragraph(page.say("changes.none"), 9, INK, regular, 3));
            page.changes().wording().forEach(w -> paragraph(w, 9, INK, regular, 2));
            heading(page.say("flow.title"));
            page.flowFigure().ifPresent(this::figure);
            heading(page.say("quality.title"));
            page.sum().ifPresent(s -> paragraph(s.text(), 9, INK, regular, 3));
            page.quality().ifPresent(q -> listing(q.issues()));
            heading(page.say("glossary.title"));
            page.glossary().forEach(t -> paragraph(t.word() + ": " + t.meaning(), 9, INK, regular, 2));
        }

        private void key() {
            heading(page.say("findings.title"));
            if (page.key().findings().isEmpty()) {
                paragraph(page.key().none(), 10, INK, regular, 3);
            }
            page.key().findings().forEach(f -> paragraph("• " + f.text(), 10, INK, regular, 3));
            paragraph(page.say("limits.title"), 10, INK, bold, 6);
            page.key().limits().forEach(l -> paragraph("• " + l, 10, INK, regular, 2));
            paragraph(page.say("page.draft"), 9, SOFT, regular, 4);
        }

        private void trust() {
            heading(page.say("trust.title"));
            listing(page.trust().table());
        }

        private void question(Page.QuestionView view) {
            heading(texts.say("question.label", "n", Integer.toString(view.number())) + ": " + view.ask());
            if (!view.compared().isEmpty()) {
                paragraph(view.compared(), 9, SOFT, regular, 2);
            }
            view.notAnswerable()
                    .ifPresent(
                            why -> paragraph(texts.say("question.not_answerable", "reason", why), 10, INK, regular, 3));
            view.summary().ifPresent(this::summary);
            view.figures().stream().limit(1).forEach(this::figure);
        }

        private void summary(SummaryTable table) {
            PdfPTable grid = grid(8);
            for (String head : List.of(
                    page.say("sof.outcome"),
                    texts.say("sof.comparator", "comparator", table.comparator()),
                    texts.say("sof.arm", "arm", table.arm()),
                    page.say("sof.difference"),
                    page.say("sof.standard"),
                    page.say("sof.people"),
                    page.say("sof.certainty"),
                    page.say("sof.meaning"))) {
                grid.addCell(cell(head, bold, false));
            }
            grid.setHeaderRows(1);
            for (SummaryTable.Group group : table.groups()) {
                group.lines().forEach(line -> line(grid, group, line));
            }
            document.add(grid);
            paragraph(page.say("question.fixed"), 9, INK, bold, 3);
            table.footnotes().forEach(n -> paragraph(n.mark() + "  " + n.text(), 8, SOFT, regular, 0));
        }

        private void line(PdfPTable grid, SummaryTable.Group group, SummaryLine line) {
            grid.addCell(cell(group.outcome() + "\n" + line.window() + ", " + line.days(), bold, false));
            if (!line.instead().text().isEmpty()) {
                PdfPCell instead = cell(line.instead().text(), regular, false);
                instead.setColspan(7);
                grid.addCell(instead);
                return;
            }
            grid.addCell(
                    cell(line.comparator().change() + "\n" + line.comparator().responders(), regular, true));
            grid.addCell(cell(line.arm().change() + "\n" + line.arm().responders(), regular, true));
            grid.addCell(cell(
                    line.difference().estimate() + " " + line.difference().interval() + "\n" + line.adjusted() + "\n"
                            + line.perHundred().estimate() + " "
                            + line.perHundred().interval(),
                    regular,
                    true));
            grid.addCell(cell(
                    line.standardised().estimate() + " " + line.standardised().interval(), regular, true));
            grid.addCell(cell(
                    line.people().analysed() + "\n" + line.people().eligible() + "\n"
                            + line.people().clinics(),
                    regular,
                    true));
            StringBuilder marks = new StringBuilder();
            line.sureness().notes().forEach(n -> marks.append(' ').append(n.mark()));
            grid.addCell(cell(line.sureness().circles() + "\n" + line.sureness().word() + marks, regular, false));
            grid.addCell(cell(line.meaning().text(), regular, false));
        }

        private void listing(Listing listing) {
            if (listing.rows().isEmpty()) {
                return;
            }
            paragraph(listing.caption(), 9, SOFT, regular, 2);
            PdfPTable grid = grid(listing.columns().size());
            listing.columns().forEach(c -> grid.addCell(cell(c.name(), bold, c.number())));
            grid.setHeaderRows(1);
            for (List<Cell> row : listing.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    grid.addCell(cell(row.get(i).text(), regular, listing.isNumber(i)));
                }
            }
            document.add(grid);
        }

        private PdfPTable grid(int columns) {
            PdfPTable grid = new PdfPTable(columns);
            grid.setWidthPercentage(100);
            grid.setSpacingBefore(4);
            grid.setSpacingAfter(4);
            return grid;
        }

        private PdfPCell cell(String text, BaseFont letters, boolean number) {
            PdfPCell cell = new PdfPCell(new Paragraph(text.strip(), new Font(letters, 8, Font.NORMAL, INK)));
            cell.setBorder(PdfPCell.BOTTOM);
            cell.setBorderColor(HAIR);
            cell.setPadding(3);
            cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
            return cell;
        }

        private void heading(String text) {
            paragraph(text, 14, INK, bold, 14);
        }

        private void paragraph(String text, float size, Color colour, BaseFont letters, float before) {
            if (!text.isBlank()) {
                Paragraph paragraph = new Paragraph(size * 1.3f, text, new Font(letters, size, Font.NORMAL, colour));
                paragraph.setSpacingBefore(before);
                document.add(paragraph);
            }
        }

        private void figure(Figure figure) {
            Drawing drawing = figure.drawing();
            PdfTemplate template =
                    writer.getDirectContent().createTemplate((float) Drawing.WIDTH, (float) drawing.height());
            new PdfDrawing(template, drawing.height(), regular, bold).draw(drawing);
            try {
                Image image = Image.getInstance(template);
                image.setAlt(figure.description());
                float room = 470;
                float scale = Math.min(72f, (float) (room / drawing.height() * 100));
                image.scalePercent(scale);
                paragraph(figure.title(), 10, INK, bold, 8);
                document.add(image);
                paragraph(figure.caption(), 8, SOFT, regular, 2);
            } catch (DocumentException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
