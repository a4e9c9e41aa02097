package axial.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What leaves with the pages: every figure as a file, the results as JSON, the texts for a paper, the print copy. */
final class Exports {
    private Exports() {}

    static void write(Path dir, Page page, ResearchPage research, Results results, Texts texts) throws IOException {
        figures(dir.resolve("figures"), page, research);
        text(dir.resolve("results.json"), results.json());
        text(dir.resolve("methods.md"), methods(research, texts));
        text(dir.resolve("record.md"), checklist(research.record()));
        text(dir.resolve("target.md"), checklist(research.target()));
        Files.write(dir.resolve("report.pdf"), new PrintCopy(texts).of(page));
    }

    private static void figures(Path folder, Page page, ResearchPage research) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(f -> f.toString().endsWith(".svg")).toList()) {
                Files.delete(file);
            }
        }
        for (Figure figure : all(page, research)) {
            text(folder.resolve(figure.id() + ".svg"), figure.file());
        }
    }

    static List<Figure> all(Page page, ResearchPage research) {
        return Stream.of(
                        page.questions().stream().flatMap(q -> q.figures().stream()),
                        page.courses().stream().flatMap(c -> c.figures().stream()),
                        page.improved().stream(),
                        page.clinic().figures().stream(),
                        page.clinic().charts().stream(),
                        page.flowFigure().stream(),
                        research.unseen().stream(),
                        research.studied().stream().flatMap(s -> s.figures().stream()))
                .flatMap(s -> s)
                .toList();
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
