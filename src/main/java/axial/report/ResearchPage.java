package axial.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything for the research team, ready to print. */
public record ResearchPage(
        Texts texts,
        Page.Looked looked,
        Page.Head head,
        Listing estimands,
        Listing protocol,
        List<Studied> studied,
        Listing heterogeneity,
        Optional<Listing> practitioners,
        List<Listing> flow,
        List<Figure> unseen,
        Listing missing,
        List<String> methods,
        List<String> assumptions,
        Listing record,
        Listing target,
        List<Listing> tables,
        Listing provenance,
        String command) {

    /** Those that leave with the page as files. */
    List<Figure> figures() {
        return Stream.concat(unseen.stream(), studied.stream().flatMap(s -> s.figures().stream()))
                .toList();
    }

    /**
     * One comparison: who was in the groups, how alike they were, and every estimate.
     *
     * @param groups who the groups are at the start; empty where the run has no table of it
     * @param absent what cannot be drawn, and why
     */
    public record Studied(
            int number,
            String ask,
            String compared,
            List<Said> trust,
            Optional<Listing> groups,
            List<Figure> figures,
            List<String> absent,
            Listing estimates,
            Optional<Listing> subgroups) {}

    /** A text without places to fill. */
    public String say(String key) {
        return texts.say(key);
    }
}
