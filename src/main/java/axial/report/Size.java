package axial.report;

import java.util.Locale;

/** How large a difference is, by the smallest change that matters to patients. */
enum Size {
    TRIVIAL,
    SMALL,
    MODERATE,
    LARGE;

    static Size of(double difference, double mcid) {
        double units = Math.abs(difference) / mcid;
        if (units < 0.5) {
            return TRIVIAL;
        }
        if (units < 1) {
            return SMALL;
        }
        return units < 2 ? MODERATE : LARGE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
