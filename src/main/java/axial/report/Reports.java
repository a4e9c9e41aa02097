package axial.report;

import axial.question.Job;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Draws the pages from the tables of a run: no engine, no patient data, no clock. */
public final class Reports {
    private static final String PAGES = "axial.report.pages";

    private Reports() {}

    /** Reads the tables in the directory and writes {@code report.html} and {@code research.html} beside them. */
    public static void write(Path dir, Job job) throws IOException {
        Tables tables = Tables.read(dir);
        String css = css();
        write(dir.resolve("report.html"), "report.jte", PageOf.page(tables, job, css));
        write(dir.resolve("research.html"), "research.jte", ResearchPage.of(tables, job, css));
    }

    /** The up to three main findings of the tables in the directory, as plain sentences. */
    public static List<String> findings(Path dir, Job job) throws IOException {
        return KeyFindings.of(Comparison.all(Tables.read(dir), job)).sentences();
    }

    private static void write(Path file, String template, Object page) throws IOException {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Reports.class.getClassLoader(), PAGES);
        StringOutput html = new StringOutput();
        engine.render(template, page, html);
        Files.write(file, html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String css() throws IOException {
        try (InputStream css = Reports.class.getResourceAsStream("page.css")) {
            if (css == null) {
                throw new IOException("no resource page.css");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
