package axial.synth;

import java.util.List;

/** The scores whose truth is planted, with how they lie in the population (anchors in sample-data/README.md). */
enum Measure {
    PAIN("pain_nprs", Kind.PAIN, -1, 10, 1, 5.6, 1.6, 0, 1.9, true),
    NDI("ndi_percent", Kind.NDI, -1, 100, 2, 30, 12, 0.05, 11, false),
    FLEXION("rom_flexion_deg", Kind.ROM, 1, 90, 1, 45, 11, -0.35, 7, true),
    EXTENSION("rom_extension_deg", Kind.ROM, 1, 100, 1, 52, 12, -0.50, 7, false),
    LATERAL_LEFT("rom_lateral_left_deg", Kind.ROM, 1, 80, 1, 35, 8, -0.30, 7, false),
    LATERAL_RIGHT("rom_lateral_right_deg", Kind.ROM, 1, 80, 1, 35, 8, -0.30, 7, false),
    ROTATION_LEFT("rom_rotation_left_deg", Kind.ROTATION, 1, 110, 1, 60, 11, -0.35, 7, true),
    ROTATION_RIGHT("rom_rotation_right_deg", Kind.ROTATION, 1, 110, 1, 60, 11, -0.35, 7, true);

    /** Scores that share their planted effects. */
    enum Kind {
        PAIN,
        NDI,
        ROM,
        ROTATION
    }

    static final List<Measure> ALL = List.of(values());
    static final List<Measure> MOTION = ALL.subList(FLEXION.ordinal(), ALL.size());

    final String column;
    final Kind kind;
    /** What a benefit is multiplied by to make it a change of the score. */
    final int sign;

    final int max;
    /** Scores are multiples of it. */
    final int step;

    final double mean;
    final double sd;
    /** Baseline per year of age. */
    final double perYear;
    /** Within an arm, about the SD of the change; the scale of all that moves a change. */
    final double changeSd;

    final boolean hasAfter;

    Measure(
            String column,
            Kind kind,
            int sign,
            int max,
            int step,
            double mean,
            double sd,
            double perYear,
            double changeSd,
            boolean hasAfter) {
        this.column = column;
        this.kind = kind;
        this.sign = sign;
        this.max = max;
        this.step = step;
        this.mean = mean;
        this.sd = sd;
        this.perYear = perYear;
        this.changeSd = changeSd;
        this.hasAfter = hasAfter;
    }

    /** How much of a difference at baseline is still there in the window: less is more regression to the mean. */
    double kept(Span span) {
        double later = span == Span.SHORT ? 0.05 : 0;
        return switch (kind) {
            case PAIN -> span == Span.IMMEDIATE ? 0.85 : 0.40 + later;
            case NDI -> span == Span.IMMEDIATE ? 0.90 : 0.50 + later;
            case ROM, ROTATION -> span == Span.IMMEDIATE ? 0.90 : 0.60 + later;
        };
    }

    /** A score between 0 and {@link #max}, of the two allowed ones nearest to the number. */
    int score(double number, Dice dice) {
        double inside = StrictMath.max(0, StrictMath.min(max, number));
        return step * dice.whole(inside / step);
    }
}
