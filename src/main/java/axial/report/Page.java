package axial.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The report for people, ready to print. */
public record Page(
        Texts texts,
        Looked looked,
        Head head,
        KeyFindings key,
        TrustSection trust,
        List<QuestionView> questions,
        List<Course> courses,
        List<Figure> improved,
        ClinicSection clinic,
        Listing harms,
        Optional<Listing> harmRates,
        Changes changes,
        Optional<Figure> flowFigure,
        Optional<Said> sum,
        Listing rejects,
        Optional<QualitySection> quality,
        List<Figure> missing,
        List<Term> glossary) {

    /** Those that leave with the page as files. */
    List<Figure> figures() {
        return Stream.of(
                        questions.stream().flatMap(q -> q.figures().stream()),
                        courses.stream().flatMap(c -> c.figures().stream()),
                        improved.stream(),
                        clinic.figures().stream(),
                        clinic.charts().stream(),
                        flowFigure.stream())
                .flatMap(s -> s)
                .toList();
    }

    /**
     * What every page carries.
     *
     * @param watermark what is said on every page where the gate was opened
     */
    public record Looked(String css, String script, String scriptHash, Optional<String> watermark) {}

    /** The top of a page. */
    public record Head(String title, Optional<String> cites, boolean synthetic, List<Fact> facts) {}

    /** A name and what it stands for. */
    public record Fact(String name, String value, String id) {}

    /** A word of the glossary. */
    public record Term(String word, String meaning) {}

    /**
     * One question: its table and its figures, or why there are none.
     *
     * @param turns where the verdicts turn, had the unseen done otherwise
     */
    public record QuestionView(
            int number,
            String ask,
            String compared,
            List<Fact> mirrors,
            Optional<String> notAnswerable,
            Optional<SummaryTable> summary,
            Optional<SummaryTable> full,
            List<Figure> figures,
            List<Said> turns,
            List<String> without) {}

    /** How people did over time in one comparison, outcome by outcome. */
    public record Course(int number, String compared, List<Figure> figures) {}

    /** A text without places to fill. */
    public String say(String key) {
        return texts.say(key);
    }
}
