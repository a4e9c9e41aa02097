package axial.synth;

import axial.clinic.Vocabulary;
import java.time.LocalDate;

/**
 * A made-up patient.
 *
 * @param firstDay the first treated visit, in days since 1970
 * @param age whole years on that day
 * @param answers log-odds of answering a questionnaire, beside the usual
 */
record Person(
        String id,
        Clinic clinic,
        Clinic.Practitioner practitioner,
        boolean practitionerKnown,
        int firstDay,
        int age,
        boolean ageKnown,
        int sex,
        int disorder,
        double answers) {
    static final double MEAN_AGE = 43.6;
    private static final int FIRST_DAY = (int) LocalDate.of(2019, 1, 1).toEpochDay();
    private static final int LAST_DAY = (int) LocalDate.of(2023, 6, 30).toEpochDay();
    private static final int YOUNGEST = 14;
    private static final int WIDTH = 9;
    /** In the order of {@link Vocabulary#SEX} and {@link Vocabulary#DISORDER}, as running totals. */
    private static final double[] SEXES = {0.59, 0.985, 0.99, 1};

    private static final double[] DISORDERS = {0.69, 0.76, 0.885, 0.985, 1};
    /** Benefit in points of pain beside the arm's; about 0 over the population. */
    private static final double[] SEX_BENEFIT = {-0.04, 0.06, 0, 0};

    private static final double[] DISORDER_BENEFIT = {0.035, -0.05, -0.05, -0.15, 0};
    private static final double BENEFIT_PER_YEAR = -0.01;

    static Person draw(long number, Clinic clinic, Dice dice) {
        return new Person(
                id(number),
                clinic,
                clinic.staff().get(dice.below(clinic.staff().size())),
                !dice.chance(0.03),
                FIRST_DAY + dice.below(LAST_DAY - FIRST_DAY + 1),
                age(dice),
                !dice.chance(0.005),
                dice.place(SEXES),
                dice.place(DISORDERS),
                0.7 * dice.bell());
    }

    private static String id(long number) {
        String digits = Long.toString(number);
        return "P" + "0".repeat(Math.max(0, WIDTH - digits.length())) + digits;
    }

    private static int age(Dice dice) {
        double age = 43.3 + 12.7 * dice.bell();
        while (age < YOUNGEST) {
            age = 43.3 + 12.7 * dice.bell();
        }
        return (int) age;
    }

    int ageOn(int day) {
        return age + day / 365;
    }

    String sexWord() {
        return Vocabulary.SEX.get(sex);
    }

    String disorderWord() {
        return Vocabulary.DISORDER.get(disorder);
    }

    boolean radiculopathy() {
        return disorderWord().equals("radiculopathy");
    }

    /** What age, sex and disorder add to any benefit, in points of pain. */
    double benefit(int age) {
        return SEX_BENEFIT[sex] + DISORDER_BENEFIT[disorder] + BENEFIT_PER_YEAR * (age - MEAN_AGE);
    }
}
