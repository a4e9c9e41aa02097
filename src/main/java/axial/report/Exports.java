package axial.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What leaves with the pages: every figure as a file, the results as JSON, the texts for a paper, the print copy. */
record Exports(Path dir, Texts texts) {
    private static final String FIGURES = "figures";

    /** Exports into a directory, from which the figures of an earlier run are removed. */
    static Exports into(Path dir, Texts texts) throws IOException {
        Path folder = Files.createDirectories(dir.resolve(FIGURES));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(f -> f.toString().endsWith(".svg")).toList()) {
                Files.delete(file);
            }
        }
        return new Exports(dir, texts);
    }

    void of(Page page) throws IOException {
        figures(page.figures());
        Files.write(dir.resolve("report.pdf"), new PrintCopy(texts).of(page));
    }

    void of(ResearchPage research) throws IOException {
        figures(research.figures());
        text(dir.resolve("methods.md"), methods(research, texts));
        text(dir.resolve("record.md"), checklist(research.record()));
        text(dir.resolve("target.md"), checklist(research.target()));
    }

    void of(Results results) throws IOException {
        text(dir.resolve("results.json"), results.json());
    }

    private void figures(List<Figure> figures) throws IOException {
        for (Figure figure : figures) {
            text(dir.resolve(FIGURES).resolve(figure.id() + ".svg"), figure.file());
        }
    }

    private static String methods(ResearchPage research, Texts texts) {
        return "# " + texts.say("research.methods") + "\n\n"
                + String.join("\n\n", research.methods()) + "\n\n## " + texts.say("research.assumptions") + "\n\n"
                + research.assumptions().stream().map(a -> "- " + a).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String checklist(Listing listing) {
        StringBuilder text = new StringBuilder("# " + listing.caption() + "\n\n|");
        listing.columns().forEach(c -> text.append(' ').append(c.name()).append(" |"));
        text.append("\n|").append("---|".repeat(listing.columns().size())).append('\n');
        for (List<Cell> row : listing.rows()) {
            text.append('|');
            row.forEach(
                    c -> text.append(' ').append(c.text().replace("|", "\\|")).append(" |"));
            text.append('\n');
        }
        return text.toString();
    }

    private static void text(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
