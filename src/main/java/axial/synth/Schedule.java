package axial.synth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When an episode's visits take place: at most one a day, no gap between treatments over the contract's washout. */
final class Schedule {
    private static final int MOST_TREATMENTS = 25;
    private static final double MEAN_FURTHER = 3.5;
    private static final double SIZE = 1.6;
    private static final int LONGEST_GAP = 60;
    private static final int[] ASKED_ON = {7, 28, 91, 182, 365};
    /** Log-odds of an answer: 60, 65, 45, 35 and 22 percent. */
    private static final double[] ANSWERED = {0.41, 0.62, -0.20, -0.62, -1.27};

    private static final double[] FURTHER = furtherVisits();

    private Schedule() {}

    /** The treated visits alone, the index visit first. */
    static List<Visit> treatments(Dice dice) {
        List<Visit> visits = new ArrayList<>();
        visits.add(new Visit(0, Visit.Purpose.INDEX));
        int further = dice.place(FURTHER);
        int day = 0;
        for (int number = 0; number < further; number++) {
            day += gap(day, dice);
            visits.add(new Visit(day, Visit.Purpose.TREATMENT));
        }
        return visits;
    }

    /** Adds intake and follow-up, and puts the whole in order. */
    static List<Visit> whole(List<Visit> treatments, Episode episode, Scenario scenario, Dice dice) {
        List<Visit> visits = new ArrayList<>(treatments);
        if (episode.start() == 0 && dice.chance(0.10)) {
            visits.add(new Visit(-1 - dice.below(7), Visit.Purpose.INTAKE));
        }
        for (int wave = 0; wave < ASKED_ON.length; wave++) {
            int day = ASKED_ON[wave] + delay(dice);
            if (dice.chance(answer(wave, episode, scenario)) && visits.stream().noneMatch(v -> v.day() == day)) {
                visits.add(new Visit(day, Visit.Purpose.FOLLOW_UP));
            }
        }
        visits.sort(Comparator.comparingInt(Visit::day));
        return visits;
    }

    private static double answer(int wave, Episode episode, Scenario scenario) {
        double fared = episode.arm().thrust == 1 ? episode.trait().pain() : 0;
        double odds = ANSWERED[wave]
                + episode.person().answers()
                + 0.01 * (episode.age() - Person.MEAN_AGE)
                - scenario.leaving() * fared;
        return 1 / (1 + StrictMath.exp(-odds));
    }

    private static int delay(Dice dice) {
        return (int) StrictMath.exp(0.8 + 0.7 * dice.bell());
    }

    private static int gap(int day, Dice dice) {
        double median = day < 14 ? 5 : 8;
        int gap = (int) (median * StrictMath.exp(0.5 * dice.bell()) + 0.5);
        return Math.max(1, Math.min(LONGEST_GAP, gap));
    }

    /** Running totals of the negative binomial. */
    private static double[] furtherVisits() {
        double[] totals = new double[MOST_TREATMENTS];
        double probability = StrictMath.pow(SIZE / (SIZE + MEAN_FURTHER), SIZE);
        double total = 0;
        for (int further = 0; further < MOST_TREATMENTS; further++) {
            total += probability;
            totals[further] = total;
            probability *= (further + SIZE) / (further + 1) * MEAN_FURTHER / (SIZE + MEAN_FURTHER);
        }
        return totals;
    }
}
