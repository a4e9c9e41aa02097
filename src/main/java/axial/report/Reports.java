package axial.report;

import axial.question.Job;
import axial.tables.Sha256;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReader;

/** Draws the pages from the tables of a run: no engine, no patient data, no clock. */
public final class Reports {
    private static final String PAGES = "axial.report.pages";
    private static final String CLASS_PATH = "java.class.path";
    private static final String CLINIC_PAGES = "clinic-pages";
    private static final List<String> COMPARED =
            List.of("estimates.csv", "clinics.csv", "flow.csv", "safety.csv", "rejects.csv", "manifest.json");

    private Reports() {}

    /**
     * Makes Tablesaw look for its readers, once a process: it looks through every jar of the class path, most of a second,
     * so that it is shown its own alone.
     */
    public static synchronized void prepare() {
        String all = System.getProperty(CLASS_PATH, "");
        // Tablesaw starts its scanner without options, which then reads this property whatever the class loader.
        try {
            System.setProperty(CLASS_PATH, jarOfTables());
            Table.create();
        } finally {
            System.setProperty(CLASS_PATH, all);
        }
    }

    private static String jarOfTables() {
        try {
            return Path.of(CsvReader.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads the tables in the directory and writes the pages, figures and texts beside them; returns the up to three main
     * findings as plain sentences.
     */
    public static List<String> write(Path dir, Job job) throws IOException {
        Texts texts = Texts.of(job.pages().language());
        Tables tables = lettered(dir);
        Page.Looked looked = looked(job, texts);
        List<Comparison> comparisons = Comparison.all(tables, job);
        Changes changes = changes(dir, tables, job, texts);
        Exports exports = Exports.into(dir, texts);
        return sideBySide(List.of(
                () -> {
                    Page page = new PageOf(tables, comparisons, job, texts.rounded()).page(looked, changes);
                    write(dir.resolve("report.html"), "report.jte", page);
                    exports.of(page);
                    return page.key().sentences();
                },
                () -> {
                    ResearchPage research = new ResearchOf(tables, comparisons, job, texts)
                            .page(looked, new PageOf(tables, comparisons, job, texts).head());
                    write(dir.resolve("research.html"), "research.jte", research);
                    exports.of(research);
                    return List.of();
                },
                () -> {
                    exports.of(new Results(tables, comparisons, job, texts));
                    return List.of();
                }));
    }

    /** A part of what is drawn that needs no other; says the main findings if it has them. */
    private interface Part {
        List<String> draw() throws IOException;
    }

    private static List<String> sideBySide(List<Part> parts) throws IOException {
        try {
            return parts.parallelStream()
                    .flatMap(part -> {
                        try {
                            return part.draw().stream();
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    })
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** The tables with letters for clinics. */
    private static Tables lettered(Path dir) throws IOException {
        prepare();
        Tables tables = Tables.read(dir);
        return tables.with(ClinicLetters.of(dir, tables));
    }

    /**
     * Writes a page for each clinic, or for one by its id or letter, into the owner's folder; returns where they are.
     * Nothing of another clinic is on a page.
     */
    public static List<Path> writeClinics(Path dir, Job job, Optional<String> only) throws IOException {
        Texts texts = Texts.of(job.pages().language()).rounded();
        Tables tables = lettered(dir);
        Page.Head head = new PageOf(tables, List.of(), job, texts).head();
        ClinicPages pages = new ClinicPages(tables, head, looked(job, texts), job, texts);
        Optional<String> letter = only.map(ClinicLetters.kept(dir)::of);
        Path folder = Files.createDirectories(ClinicLetters.ownerOnly(dir).resolve(CLINIC_PAGES));
        List<Path> written = new ArrayList<>();
        for (String each : pages.letters()) {
            if (letter.map(each::equals).orElse(true)) {
                Path file = folder.resolve("clinic-" + each + ".html");
                write(file, "clinic.jte", pages.page(each));
                written.add(file);
            }
        }
        return List.copyOf(written);
    }

    /** Keeps the tables of an earlier run in {@code since/}, so that the pages can say what changed. */
    public static void keepForComparison(Path earlier, Path dir) throws IOException {
        Path folder = dir.resolve(Changes.FOLDER);
        Files.createDirectories(folder);
        for (String name : COMPARED) {
            Path from = earlier.resolve(name);
            if (Files.exists(from)) {
                Files.copy(from, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Changes changes(Path dir, Tables tables, Job job, Texts texts) throws IOException {
        Path earlier = dir.resolve(Changes.FOLDER);
        return Files.exists(earlier.resolve("estimates.csv"))
                ? Changes.between(Tables.read(earlier), tables, job, texts)
                : Changes.none();
    }

    private static Page.Looked looked(Job job, Texts texts) throws IOException {
        String script = resource("page.js").strip();
        Optional<String> watermark =
                Optional.ofNullable(job.pages().showWithheld()).map(why -> texts.say("gate.opened", "reason", why));
        return new Page.Looked(
                resource("page.css"), script, new Sha256().add(script).base64(), watermark);
    }

    private static void write(Path file, String template, Object page) throws IOException {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Reports.class.getClassLoader(), PAGES);
        StringOutput html = new StringOutput();
        engine.render(template, page, html);
        Files.write(file, html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Reports.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
