package axial.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** GRADE's levels. Visit records start at low, and high is out of their reach. */
enum Certainty {
    VERY_LOW,
    LOW,
    MODERATE,
    HIGH;

    /** The level by its words in a table; empty for others. */
    static Optional<Certainty> of(String words) {
        return Stream.of(values())
                .filter(level -> level.word().replace('_', ' ').equals(words))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One filled circle for each level reached. */
    String circles() {
        int filled = ordinal() + 1;
        return "●".repeat(filled) + "○".repeat(values().length - filled);
    }
}
