package axial.question;

import axial.question.Job.Window;
import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Reads the times of follow-up. */
final class WindowReading {
    /** Those of the review, in whole days. */
    static final List<Window> STANDARD = List.of(
            new Window("immediate", 0, 1, 0),
            new Window("short", 2, 91, 28),
            new Window("intermediate", 92, 364, 182),
            new Window("long", 365, 730, 365));

    private WindowReading() {}

    static List<Window> read(Mapping root, Problems problems) {
        if (root.get("windows") == null) {
            return STANDARD;
        }
        List<Window> windows = new ArrayList<>();
        for (Entry entry : Values.block(root, "windows").entries()) {
            Ids.check(entry, "window", problems);
            if (entry.value() instanceof Mapping mapping) {
                Window window = window(entry.key(), mapping);
                if (isComplete(mapping)) {
                    checkOrder(window, entry, problems);
                    checkOverlap(window, windows, entry, problems);
                }
                windows.add(window);
            }
        }
        return List.copyOf(windows);
    }

    private static Window window(String id, Mapping mapping) {
        int from = Values.whole(mapping, "from", -1);
        return new Window(id, from, Values.whole(mapping, "to", -1), Values.whole(mapping, "target", from));
    }

    private static boolean isComplete(Mapping mapping) {
        return Values.whole(mapping, "from", -1) >= 0
                && Values.whole(mapping, "to", -1) >= 0
                && Values.whole(mapping, "target", -1) >= 0;
    }

    private static void checkOrder(Window window, Entry entry, Problems problems) {
        if (window.fromDay() > window.toDay()) {
            problems.add(
                    entry.place(),
                    "The window \"" + window.id() + "\" ends on day " + window.toDay() + ", before it begins on day "
                            + window.fromDay() + ". Swap \"from\" and \"to\".");
        } else if (!window.contains(window.targetDay())) {
            problems.add(
                    entry.place(),
                    "The target of the window \"" + window.id() + "\", day " + window.targetDay()
                            + ", lies outside its days " + window.fromDay() + " to " + window.toDay()
                            + ". Choose a day within.");
        }
    }

    private static void checkOverlap(Window window, List<Window> earlier, Entry entry, Problems problems) {
        for (Window other : earlier) {
            int from = Math.max(window.fromDay(), other.fromDay());
            int to = Math.min(window.toDay(), other.toDay());
            if (from <= to && other.fromDay() >= 0) {
                problems.add(
                        entry.place(),
                        "The windows \"" + other.id() + "\" and \"" + window.id() + "\" overlap on "
                                + (from == to ? "day " + from : "days " + from + " to " + to)
                                + ", so one score would count in both. Move one end.");
            }
        }
    }
}
