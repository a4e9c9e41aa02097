package axial.question;

import java.io.Serializable;
import java.util.List;

/**
 * Patients by how many sessions they had from the index visit until the landmark, both days counted.
 *
 * @param landmarkDay day since the index visit; only scores after it count
 * @param classes from few sessions to many; the first is what the others are compared with
 */
public record Dose(int landmarkDay, List<Sessions> classes) implements Serializable {
    /** The category that the classes are levels of. */
    public String category() {
        return "sessions_by_day_" + landmarkDay;
    }

    /** Whether a level, such as {@code sessions_by_day_42=2-4}, is one of the classes. */
    public boolean has(String level) {
        return classes.stream().anyMatch(sessions -> level.equals(category() + "=" + sessions.word()));
    }

    /** Whether the window begins when not all sessions have been given yet. */
    public boolean isTooEarly(Job.Window window) {
        return window.fromDay() <= landmarkDay;
    }

    /** A class of sessions, both ends included. */
    public record Sessions(int least, int most) implements Serializable {
        /** As it is written in a job file: {@code 1}, {@code 2-4} or {@code 13+}. */
        public String word() {
            return most == Integer.MAX_VALUE ? least + "+" : least == most ? "" + least : least + "-" + most;
        }

        public boolean contains(int sessions) {
            return sessions >= least && sessions <= most;
        }
    }
}
