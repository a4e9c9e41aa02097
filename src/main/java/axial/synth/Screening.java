package axial.synth;

import java.util.List;

/**
 * Whether somebody looked for instability and myelopathy before a thrust of the neck, and wrote it down. The dice are its
 * own, so that everything else in a world is the same with and without it.
 */
record Screening(double share, Dice dice) {
    static final List<String> COLUMNS = List.of("screened_instability", "screened_myelopathy");

    private static final String NECK = "manipulation:cervical";
    private static final double LEAST = 0.50;
    private static final double MOST = 0.99;
    private static final double AGAIN = 0.25;

    /** That of a patient; the share of first thrusts that are screened is the clinic's, and rather high than low. */
    static Screening of(SynthPlan plan, long patient, String clinic) {
        Dice ofClinic = Dice.of(~plan.seed(), -1L - clinic.hashCode());
        double place = Math.max(ofClinic.unit(), ofClinic.unit());
        return new Screening(LEAST + (MOST - LEAST) * place, Dice.of(~plan.seed(), patient));
    }

    /** The cells of a visit: asked about at the first thrust, and at one in four of the later ones. */
    void write(Visit visit, String tokens, Sheet sheet) {
        boolean thrust = visit.treated() && tokens.contains(NECK);
        boolean looked = thrust && (visit.purpose() == Visit.Purpose.INDEX || dice.chance(AGAIN));
        boolean done = looked && dice.chance(share);
        boolean half = looked && !done && dice.chance(0.5);
        sheet.text(!looked ? "" : done || half ? "yes" : "no");
        sheet.text(!looked ? "" : done ? "yes" : half ? "no" : "");
    }
}
