package axial.report;

import java.util.Locale;

/** GRADE's levels. Visit records start at low, and high is out of their reach. */
enum Certainty {
    VERY_LOW,
    LOW,
    MODERATE,
    HIGH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One filled circle for each level reached. */
    String circles() {
        int filled = ordinal() + 1;
        return "●".repeat(filled) + "○".repeat(values().length - filled);
    }
}
