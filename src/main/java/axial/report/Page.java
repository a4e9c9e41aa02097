package axial.report;

import java.util.List;
import java.util.Optional;

/** The report for people, ready to print. */
public record Page(
        Head head,
        KeyFindings key,
        List<QuestionView> questions,
        List<Listing> flow,
        Optional<String> sum,
        Listing rejects,
        Optional<QualitySection> quality,
        Listing harms,
        List<Term> glossary,
        String css) {

    /** The top of a page. */
    public record Head(String title, Optional<String> cites, boolean synthetic, List<Fact> facts) {}

    /** A name and what it stands for. */
    public record Fact(String name, String value) {}

    /** A word of the glossary. */
    public record Term(String word, String meaning) {}

    /** One question: its table and its figures, or why there are none. */
    public record QuestionView(
            int number,
            String ask,
            String compared,
            List<Fact> mirrors,
            Optional<String> notAnswerable,
            Optional<SummaryTable> summary,
            List<ForestFigure> figures) {}

    public Texts texts() {
        return Texts.ENGLISH;
    }

    /** A text without places to fill. */
    public String say(String key) {
        return Texts.ENGLISH.say(key);
    }
}
