package axial.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A clinic and how its patients fare there.
 *
 * @param share its weight among all clinics
 * @param effect on every benefit, in SD of the change
 * @param twist its own thrust − non-thrust difference, in SD of the change
 * @param thoracic log-odds towards the upper back
 */
record Clinic(String id, double share, double effect, double twist, double thoracic, List<Practitioner> staff) {
    /** √ of the share of variance that lies between clinics, and between practitioners of one. */
    private static final double BETWEEN_CLINICS = 0.141;

    private static final double BETWEEN_PRACTITIONERS = 0.2;
    private static final int MOST_STAFF = 8;

    /**
     * A practitioner.
     *
     * @param effect on every benefit, in SD of the change
     * @param thrust log-odds towards thrust
     */
    record Practitioner(String id, double effect, double thrust) {}

    /** All clinics of the plan; they have streams of their own, apart from the patients'. */
    static List<Clinic> all(SynthPlan plan, Scenario scenario) {
        List<Clinic> clinics = new ArrayList<>();
        for (int number = 1; number <= plan.clinics(); number++) {
            clinics.add(draw(number, Dice.of(plan.seed(), -number), scenario));
        }
        return List.copyOf(clinics);
    }

    private static Clinic draw(int number, Dice dice, Scenario scenario) {
        String id = String.format(Locale.ROOT, "C%03d", number);
        double share = 0.4 + 1.6 * dice.unit();
        double effect = BETWEEN_CLINICS * dice.bell();
        double twist = scenario.clinicSpread() * dice.bell();
        double thoracic = 0.4 * dice.bell();
        return new Clinic(id, share, effect, twist, thoracic, staff(id, dice));
    }

    private static List<Practitioner> staff(String clinic, Dice dice) {
        int size = 2 + dice.below(MOST_STAFF - 2);
        List<Practitioner> staff = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            staff.add(new Practitioner(clinic + "-" + number, BETWEEN_PRACTITIONERS * dice.bell(), preference(dice)));
        }
        return List.copyOf(staff);
    }

    /** About one in seven only thrusts, one in seven never does, the others lean. */
    private static double preference(Dice dice) {
        double kind = dice.unit();
        double lean = dice.bell();
        if (kind < 0.15) {
            return 4;
        }
        return kind < 0.30 ? -4 : 0.8 * lean;
    }
}
