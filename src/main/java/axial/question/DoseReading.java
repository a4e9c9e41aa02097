package axial.question;

import axial.question.Dose.Sessions;
import axial.question.Job.Window;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads by how many sessions patients are to be compared. */
final class DoseReading {
    private static final int STANDARD_LANDMARK = 42;
    private static final List<Sessions> STANDARD = List.of(
            new Sessions(1, 1),
            new Sessions(2, 4),
            new Sessions(5, 8),
            new Sessions(9, 12),
            new Sessions(13, Integer.MAX_VALUE));
    private static final Pattern CLASS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4})|(\\+))?");

    private DoseReading() {}

    static @Nullable Dose read(Mapping question, List<Window> windows, Problems problems) {
        if (!(question.get("dose") instanceof Mapping mapping)) {
            return null;
        }
        int landmark = Values.whole(mapping, "landmark_days", STANDARD_LANDMARK);
        Dose dose = new Dose(landmark, classes(mapping, problems));
        List<String> asked = question.get("windows") == null
                ? windows.stream().map(Window::id).toList()
                : Values.words(question, "windows").stream().map(Scalar::text).toList();
        if (windows.stream().filter(w -> asked.contains(w.id())).allMatch(dose::isTooEarly)) {
            problems.add(
                    mapping.place(),
                    "No window of the question begins after day " + landmark
                            + ", until which sessions are counted. Ask in one that does, or choose an earlier"
                            + " \"landmark_days\".");
        }
        return dose;
    }

    private static List<Sessions> classes(Mapping mapping, Problems problems) {
        if (mapping.get("sessions") == null) {
            return STANDARD;
        }
        List<Sessions> classes = new ArrayList<>();
        for (Scalar word : Values.words(mapping, "sessions")) {
            Matcher written = CLASS.matcher(word.text());
            int above = classes.isEmpty() ? 0 : classes.get(classes.size() - 1).most();
            if (!written.matches()) {
                problems.add(word.place(), "\"" + word.text() + "\" is no class of sessions. Write 1, 2-4 or 13+.");
                continue;
            }
            int least = Integer.parseInt(written.group(1));
            int most = written.group(3) != null
                    ? Integer.MAX_VALUE
                    : written.group(2) == null ? least : Integer.parseInt(written.group(2));
            if (least <= above || most < least) {
                problems.add(
                        word.place(),
                        "The classes of sessions must rise and not overlap, but \"" + word.text()
                                + "\" does not lie above what comes before. Correct it.");
            }
            classes.add(new Sessions(least, most));
        }
        return List.copyOf(classes);
    }
}
