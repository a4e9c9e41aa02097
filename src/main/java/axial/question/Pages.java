package axial.question;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the pages are written.
 *
 * @param language two letters
 * @param showWithheld why results of groups that are not comparable are shown all the same; null where they are not
 */
public record Pages(String language, @Nullable String showWithheld) implements Serializable {
    /** The languages that there are words in. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    public static final Pages PLAIN = new Pages("en", null);

    /** With what a command asks for in place of what the job file says; null where it does not ask. */
    public Pages or(@Nullable String otherLanguage, @Nullable String reason) {
        return new Pages(otherLanguage == null ? language : otherLanguage, reason == null ? showWithheld : reason);
    }
}
