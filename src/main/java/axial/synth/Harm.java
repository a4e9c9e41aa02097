package axial.synth;

/** What was said about adverse events at a treated visit. */
record Harm(String event, String severity, String asked) {
    private static final Harm NOT_TREATED = new Harm("", "", "");
    private static final Harm NOT_ASKED = new Harm("", "", "false");
    private static final Harm NONE = new Harm("", "", "true");
    private static final String[] EVENTS = {"soreness", "stiffness", "headache", "tiredness", "dizziness", "arm pain"};
    private static final double[] EVENT_SHARES = {0.45, 0.62, 0.80, 0.90, 0.96, 1};
    private static final double ASKED = 0.60;
    private static final double SERIOUS = 0.00002;
    private static final double MAJOR = 0.0001;
    private static final double MODERATE = 0.005;

    static Harm at(Visit visit, PlantedArm arm, Dice dice) {
        if (!visit.treated()) {
            return NOT_TREATED;
        }
        double share = dice.unit();
        if (!dice.chance(ASKED)) {
            return NOT_ASKED;
        }
        return share < arm.harm ? new Harm(EVENTS[dice.place(EVENT_SHARES)], severity(share), "true") : NONE;
    }

    private static String severity(double share) {
        if (share < SERIOUS) {
            return "serious";
        }
        if (share < MAJOR) {
            return "major";
        }
        return share < MODERATE ? "moderate" : "minor";
    }
}
