package axial.report;

import java.util.List;
import java.util.Optional;

/**
 * The page for one clinic, which names no other.
 *
 * @param places where it stands among all, by outcome and time
 * @param charts the funnel with its own place alone, then its course over time
 * @param lacking what there is too little of to chart
 * @param completeness how complete its records are
 * @param screening what it recorded before and after thrusts of the neck
 */
public record ClinicPage(
        Texts texts,
        Page.Looked looked,
        Page.Head head,
        String letter,
        List<Said> words,
        Listing places,
        List<Figure> charts,
        List<String> lacking,
        Listing completeness,
        Optional<Listing> screening) {
    /** A text without places to fill. */
    public String say(String key) {
        return texts.say(key);
    }
}
