package axial.synth;

/** The scores at the index visit as they are written down, whether or not they end up in the row. */
final class Start {
    private static final double WIDEST = 2.2;
    private final int[] scores = new int[Measure.ALL.size()];

    private Start() {}

    /** Pain goes with disability (0.5) and against motion (−0.25); directions go with each other (0.5). */
    static Start draw(Stage stage, int age, Dice dice) {
        Start start = new Start();
        double pain = dice.tent();
        double motion = dice.bell();
        for (Measure measure : Measure.ALL) {
            double place = switch (measure.kind) {
                case PAIN -> pain + stage.pain / measure.sd;
                case NDI -> 0.5 * pain + 0.866 * dice.tent();
                case ROM, ROTATION -> -0.25 * pain + 0.66 * motion + 0.707 * dice.bell();
            };
            double widest = measure == Measure.PAIN ? 3 : WIDEST;
            double held = StrictMath.max(-widest, StrictMath.min(widest, place));
            double mean = measure.mean + measure.perYear * (age - Person.MEAN_AGE);
            start.scores[measure.ordinal()] = measure.score(mean + measure.sd * held, dice);
        }
        return start;
    }

    int score(Measure measure) {
        return scores[measure.ordinal()];
    }
}
