package axial.synth;

import java.util.Arrays;
import java.util.List;

/** The scores of one visit, before and right after treatment; {@link Sheet#NONE} where nobody asked or measured. */
final class Scores {
    private final int[] before = new int[Measure.ALL.size()];
    private final int[] after = new int[Measure.ALL.size()];

    private Scores() {
        Arrays.fill(before, Sheet.NONE);
        Arrays.fill(after, Sheet.NONE);
    }

    static Scores of(Visit visit, Outlook outlook, boolean intakeBefore, Dice dice) {
        return switch (visit.purpose()) {
            case INTAKE -> intake(outlook);
            case INDEX -> index(outlook, intakeBefore, dice);
            case TREATMENT -> treatment(visit, outlook, dice);
            case FOLLOW_UP -> followUp(visit, outlook, dice);
        };
    }

    int before(Measure measure) {
        return before[measure.ordinal()];
    }

    int after(Measure measure) {
        return after[measure.ordinal()];
    }

    /** What is asked at intake is the baseline, and is not asked again at the index visit. */
    private static Scores intake(Outlook outlook) {
        Scores scores = new Scores();
        scores.start(Measure.PAIN, outlook);
        scores.start(Measure.NDI, outlook);
        return scores;
    }

    private static Scores index(Outlook outlook, boolean intakeBefore, Dice dice) {
        Scores scores = new Scores();
        if (dice.chance(0.97)) {
            scores.start(Measure.PAIN, outlook);
            if (dice.chance(0.45)) {
                scores.after[0] = outlook.score(Measure.PAIN, Span.IMMEDIATE, dice);
            }
        }
        if (dice.chance(0.88) && !intakeBefore) {
            scores.start(Measure.NDI, outlook);
        }
        if (dice.chance(0.75)) {
            Measure.MOTION.forEach(direction -> scores.start(direction, outlook));
            if (dice.chance(0.47)) {
                scores.motionAtOnce(outlook, dice);
            }
        }
        return scores;
    }

    private static Scores treatment(Visit visit, Outlook outlook, Dice dice) {
        Scores scores = new Scores();
        if (dice.chance(0.85)) {
            scores.measure(List.of(Measure.PAIN), visit, outlook, dice);
            if (dice.chance(0.45)) {
                scores.after[0] = outlook.scoreAfter(Measure.PAIN, scores.before[0], dice);
            }
        }
        if (visit.day() >= 14 && dice.chance(0.10)) {
            scores.measure(List.of(Measure.NDI), visit, outlook, dice);
        }
        if (dice.chance(0.20)) {
            scores.measure(Measure.MOTION, visit, outlook, dice);
        }
        return scores;
    }

    private static Scores followUp(Visit visit, Outlook outlook, Dice dice) {
        Scores scores = new Scores();
        if (dice.chance(0.96)) {
            scores.measure(List.of(Measure.PAIN), visit, outlook, dice);
        }
        if (dice.chance(0.92)) {
            scores.measure(List.of(Measure.NDI), visit, outlook, dice);
        }
        if (dice.chance(0.55)) {
            scores.measure(Measure.MOTION, visit, outlook, dice);
        }
        return scores;
    }

    private void start(Measure measure, Outlook outlook) {
        before[measure.ordinal()] = outlook.episode().baseline().score(measure);
    }

    private void measure(List<Measure> measures, Visit visit, Outlook outlook, Dice dice) {
        for (Measure measure : measures) {
            before[measure.ordinal()] = outlook.score(measure, Span.at(visit.day()), dice);
        }
    }

    private void motionAtOnce(Outlook outlook, Dice dice) {
        for (Measure direction : Measure.MOTION) {
            if (direction.hasAfter) {
                after[direction.ordinal()] = outlook.score(direction, Span.IMMEDIATE, dice);
            }
        }
    }
}
