package axial.report;

import java.util.List;
import java.util.stream.Collectors;

/** A sentence, and the ids of the rows that its numbers come from, parted by spaces. */
public record Said(String text, String ids) {
    static Said of(String text) {
        return new Said(text, "");
    }

    /** One after the other. */
    static Said together(List<Said> parts) {
        return new Said(
                parts.stream().map(Said::text).collect(Collectors.joining(" ")),
                ids(parts.stream().map(Said::ids).toList()));
    }

    static String ids(List<String> ids) {
        return ids.stream().filter(id -> !id.isEmpty()).distinct().collect(Collectors.joining(" "));
    }
}
