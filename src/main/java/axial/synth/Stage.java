package axial.synth;

/** How long the neck has hurt, with what that does to the start, to the gain and to the choice of treatment. */
enum Stage {
    ACUTE(1, 29, 0.39, 0.35, 0.35),
    SUBACUTE(30, 90, -0.21, 0, 0),
    CHRONIC(91, 3650, -0.21, -0.27, -0.25),
    UNKNOWN(0, 0, 0, 0, 0);

    private static final double[] SHARES = {0.345, 0.545, 0.99, 1};

    private final int shortest;
    private final int longest;
    /** Added to pain at baseline. */
    final double pain;
    /** Added to any benefit, in points of pain; 0 over the population. */
    final double benefit;
    /** Log-odds towards thrust. */
    final double thrust;

    Stage(int shortest, int longest, double pain, double benefit, double thrust) {
        this.shortest = shortest;
        this.longest = longest;
        this.pain = pain;
        this.benefit = benefit;
        this.thrust = thrust;
    }

    static Stage draw(Dice dice) {
        return values()[dice.place(SHARES)];
    }

    /** Days of the stage, the shorter the likelier; 0 where not known. */
    int days(Dice dice) {
        double share = dice.unit();
        return shortest + (int) (share * share * share * (longest - shortest + 0.999));
    }
}
