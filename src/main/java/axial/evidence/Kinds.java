package axial.evidence;

import java.io.Serializable;
import java.util.List;

/**
 * Kinds of people by level of a category, such as all of one disorder.
 *
 * @param levels by the category's place in the plan
 */
public record Kinds(List<Kind> levels) implements Serializable {
    static final Kinds NONE = new Kinds(List.of());

    /** A level of a category of the plan. */
    record Kind(int category, String level) implements Serializable {}

    /** Whether somebody whose categories have these levels is of one of the kinds. */
    public boolean hold(String[] categories) {
        for (Kind kind : levels) {
            if (categories[kind.category()].equals(kind.level())) {
                return true;
            }
        }
        return false;
    }

    boolean has(int category, String level) {
        return levels.contains(new Kind(category, level));
    }
}
