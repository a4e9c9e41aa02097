package axial.report;

import java.util.Locale;

/** GRADE's levels as far as visit records reach: they start at low, and high is out of reach. */
enum Certainty {
    VERY_LOW(1),
    LOW(2),
    MODERATE(3);

    private static final int LEVELS = 4;
    private final int filled;

    Certainty(int filled) {
        this.filled = filled;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One filled circle for each level reached. */
    String circles() {
        return "●".repeat(filled) + "○".repeat(LEVELS - filled);
    }
}
