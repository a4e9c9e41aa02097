package axial.evidence;

import axial.clinic.Scaled;
import axial.question.Job;
import axial.question.JobFile;
import axial.walk.WalkVisit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A world whose truth is known: patients in clinics, each with visits on the days 0, 28 and 182, and a change of pain that
 * follows a linear model. Scenarios of domain knowledge: no difference, a difference that fades, an inferior arm, a better
 * one, treatment by indication, informative dropout, clinics that differ, and practitioners who give one treatment each.
 */
enum Scenario {
    /** S0. */
    NO_DIFFERENCE,
    /** S1: better on the first day only. */
    FADES,
    /** S2: worse by 1.5 points, the margin is 1. */
    INFERIOR,
    /** Worse by just the margin: the claim of non-inferiority is false. */
    AT_THE_MARGIN,
    /** S3: better by 2 points. */
    BETTER,
    /** S4: the arm is given to the acute, who recover more. */
    CONFOUNDED,
    /** S5: who recovered stays away, in the arm more often. */
    DROPOUT,
    /** S6: the difference itself varies between clinics, with I² about 80 %. */
    CLINICS_DIFFER,
    /** Ten practitioners in each arm, intraclass correlation 0.2. */
    TEN_PRACTITIONERS;

    private static final int PATIENTS = 600;
    private static final int CLINICS = 12;
    private static final double STEPS = 1e6;
    private static final double SD = 1.9;
    /** The intraclass correlation of practitioners. */
    static final double SHARE_OF_PRACTITIONERS = 0.2;

    private static final double PRACTITIONER_SD = SD * Math.sqrt(SHARE_OF_PRACTITIONERS / (1 - SHARE_OF_PRACTITIONERS));
    private static final double CLINIC_SD = SD * Math.sqrt(0.02);

    /** What was seen of the unseen: how much better they did than the model says of the seen, in the arm and comparator. */
    record Made(List<List<WalkVisit>> patients, double unseenArm, double unseenComparator) {}

    Job job() {
        String cluster = this == TEN_PRACTITIONERS ? "practitioner_id" : "clinic_id";
        try {
            return JobFile.parse(name(), """
                    axial: 1
                    title: A world whose truth is known
                    visits: [{ path: none.csv }]
                    arms: { arm: [mobilization:cervical], comparator: [manipulation:cervical] }
                    outcomes: { pain_nprs: { mcid: 2 } }
                    windows:
                      immediate: { from: 0, to: 1, target: 0 }
                      short: { from: 2, to: 91, target: 28 }
                      intermediate: { from: 92, to: 364, target: 182 }
                    adjust_for: [baseline, symptom_stage]
                    disclosure: { profile: trusted, min_cell: 5 }
                    questions:
                      - { id: q, ask: "Which?", arm: arm, comparator: comparator, margins: { pain_nprs: 1 } }
                    cluster: %s
                    """.formatted(cluster));
        } catch (axial.question.InvalidJob wrong) {
            throw new IllegalStateException(wrong.problems().toString(), wrong);
        }
    }

    /** The true difference of the change in the short window, arm minus comparator; pain, so below zero is good. */
    double truth() {
        return switch (this) {
            case INFERIOR -> 1.5;
            case AT_THE_MARGIN -> 1;
            case BETTER -> -2;
            default -> 0;
        };
    }

    /** The true difference on the first day. */
    double truthOnTheFirstDay() {
        return this == FADES ? -0.8 : truth();
    }

    Made make(long seed) {
        Random dice = new Random(seed * 31 + ordinal());
        double[] clinic = normal(dice, CLINICS, CLINIC_SD);
        double[] armInClinic = normal(dice, CLINICS, this == CLINICS_DIFFER ? 1.2 : 0);
        double[] practitioner = normal(dice, 20, this == TEN_PRACTITIONERS ? PRACTITIONER_SD : 0);
        List<List<WalkVisit>> patients = new ArrayList<>();
        double[] gap = new double[2];
        int[] missing = new int[2];
        double[] seen = new double[2];
        int[] seenN = new int[2];
        for (int i = 0; i < PATIENTS; i++) {
            boolean acute = dice.nextDouble() < 0.4;
            boolean arm = dice.nextDouble() < (this != CONFOUNDED ? 0.5 : acute ? 0.85 : 0.25);
            int who = (arm ? 10 : 0) + dice.nextInt(10);
            int where = this == TEN_PRACTITIONERS ? who % CLINICS : dice.nextInt(CLINICS);
            double baseline = 5.2 + 1.6 * dice.nextGaussian();
            double own = 0.9 * dice.nextGaussian();
            double usual = -1.9
                    - (acute ? 1.4 : 0)
                    - 0.4 * (baseline - 5.2)
                    + clinic[where]
                    + practitioner[who]
                    + own
                    + (arm ? armInClinic[where] : 0);
            double left = Math.sqrt(SD * SD - 0.81);
            double first = usual + 1 + (arm ? truthOnTheFirstDay() : 0) + left * dice.nextGaussian();
            double noise = left * dice.nextGaussian();
            double later = usual + (arm ? truth() : 0) + noise;
            double last = usual + 0.4 + (arm ? truth() : 0) + left * dice.nextGaussian();
            boolean gone = gone(dice, arm, later);
            int side = arm ? 1 : 0;
            (gone ? gap : seen)[side] += own + noise;
            (gone ? missing : seenN)[side]++;
            patients.add(visits(arm, acute, where, who, baseline, first, gone ? Double.NaN : later, last));
        }
        return new Made(
                patients,
                missing[1] == 0 ? 0 : gap[1] / missing[1] - seen[1] / seenN[1],
                missing[0] == 0 ? 0 : gap[0] / missing[0] - seen[0] / seenN[0]);
    }

    private boolean gone(Random dice, boolean arm, double later) {
        if (this != DROPOUT) {
            return dice.nextDouble() < 0.2;
        }
        double recovered = later < -3 ? (arm ? 0.6 : 0.1) : 0.15;
        return dice.nextDouble() < recovered;
    }

    private static double[] normal(Random dice, int n, double sd) {
        double[] all = new double[n];
        for (int i = 0; i < n; i++) {
            all[i] = sd * dice.nextGaussian();
        }
        return all;
    }

    private static List<WalkVisit> visits(
            boolean arm, boolean acute, int clinic, int who, double baseline, double first, double later, double last) {
        String treatment = arm ? "mobilization:cervical" : "manipulation:cervical";
        String stage = acute ? "acute" : "chronic";
        List<WalkVisit> visits = new ArrayList<>();
        visits.add(visit(0, treatment, stage, clinic, who, baseline, baseline + first));
        if (!Double.isNaN(later)) {
            visits.add(visit(28, "", stage, clinic, who, baseline + later, Double.NaN));
        }
        visits.add(visit(182, "", stage, clinic, who, baseline + last, Double.NaN));
        return visits;
    }

    private static WalkVisit visit(
            int day, String treatment, String stage, int clinic, int who, double before, double after) {
        return new WalkVisit(
                day,
                treatment,
                "",
                "C" + clinic,
                "P" + who,
                40 * 10_000,
                new String[] {stage},
                new int[0],
                new int[] {steps(before)},
                new int[] {steps(after)},
                false,
                -1,
                new int[0]);
    }

    private static int steps(double score) {
        return Double.isNaN(score) ? Scaled.MISSING : (int) Math.rint(score * STEPS);
    }
}
