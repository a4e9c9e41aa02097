package axial.synth;

/** How much better or worse than expected this patient does at every follow-up, in SD; symmetric about 0. */
record Trait(double pain, double disability, double motion) {
    private static final double WIDEST = 2.5;

    static Trait draw(Dice dice) {
        double pain = dice.bell();
        return new Trait(
                within(pain), within(0.5 * pain + 0.866 * dice.bell()), within(0.25 * pain + 0.968 * dice.bell()));
    }

    double of(Measure measure) {
        return switch (measure.kind) {
            case PAIN -> pain;
            case NDI -> disability;
            case ROM, ROTATION -> motion;
        };
    }

    static double within(double deviation) {
        return StrictMath.max(-WIDEST, StrictMath.min(WIDEST, deviation));
    }

    /** The SD asked for, or the largest that keeps a deviation of {@link #WIDEST} inside the share of the room. */
    static double spread(double asked, double room) {
        return StrictMath.min(asked, room / WIDEST);
    }
}
