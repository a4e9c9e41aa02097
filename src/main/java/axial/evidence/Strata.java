package axial.evidence;

import axial.clinic.Better;
import axial.clinic.Instrument;
import axial.clinic.Scaled;
import axial.clinic.Vocabulary;
import axial.question.Job;
import axial.walk.EpisodeBlock;
import axial.walk.WalkPlan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The strata that people are counted in: each covariate's levels, ages in bands of fifteen years, baselines in thirds
 * of the instrument's scale, the best third being mild.
 *
 * @param categories names of the category covariates of the model, with their place in the plan
 * @param age place of the age among the plan's numbers; -1 where the model has none
 * @param cuts per outcome the ends of the lower two thirds of its scale, in steps
 */
@SuppressWarnings("ArrayRecordComponent") // a message, never compared
record Strata(List<Category> categories, int age, int[][] cuts, boolean[] lowIsMild) implements Serializable {
    static final String BASELINE = "baseline";
    private static final List<String> BANDS = List.of("under 30", "30 to 44", "45 to 59", "60 to 74", "75 and over");
    private static final int BAND_YEARS = 15;
    private static final int STEPS_PER_YEAR = 10_000;
    private static final List<String> THIRDS = List.of("mild", "moderate", "severe");

    /** How many groups {@link #severityOf} names. */
    static final int SEVERITIES = THIRDS.size() + 1;

    /** A category covariate. */
    record Category(String name, int place) implements Serializable {}

    /** A level of a covariate. */
    record Level(String covariate, String level) implements Serializable, Comparable<Level> {
        @Override
        public int compareTo(Level other) {
            int byCovariate = covariate.compareTo(other.covariate);
            return byCovariate != 0 ? byCovariate : level.compareTo(other.level);
        }

        @Override
        public String toString() {
            return covariate + "=" + level;
        }
    }

    static Strata of(Job job, WalkPlan plan) {
        List<Category> categories = new ArrayList<>();
        for (int c = 0; c < plan.categories().size(); c++) {
            categories.add(new Category(plan.categories().get(c), c));
        }
        int[][] cuts = new int[plan.outcomes().size()][];
        boolean[] lowIsMild = new boolean[cuts.length];
        for (int o = 0; o < cuts.length; o++) {
            Instrument instrument = job.outcome(plan.outcomes().get(o)).instrument();
            double least = instrument.min().doubleValue() * instrument.stepsPerUnit();
            double third =
                    (instrument.max().doubleValue() - instrument.min().doubleValue()) * instrument.stepsPerUnit() / 3;
            cuts[o] = new int[] {(int) Math.floor(least + third), (int) Math.floor(least + 2 * third)};
            lowIsMild[o] = instrument.better() == Better.LOWER;
        }
        return new Strata(categories, plan.numbers().indexOf(WalkPlan.AGE), cuts, lowIsMild);
    }

    /** How many groups of ages there are, those whose age is not recorded among them. */
    int ages() {
        return age < 0 ? 1 : BANDS.size() + 1;
    }

    /** The group of an episode's age. */
    int ageOf(EpisodeBlock episodes, int episode) {
        int steps = age < 0 ? Scaled.MISSING : episodes.number(age, episode);
        if (steps == Scaled.MISSING) {
            return ages() - 1;
        }
        int band = Math.max(0, steps / STEPS_PER_YEAR / BAND_YEARS - 1);
        return Math.min(band, BANDS.size() - 1);
    }

    /** The third of the scale that a baseline of an outcome lies in; the fourth of them is that nothing is recorded. */
    int severityOf(int outcome, int baseline) {
        if (baseline == Scaled.MISSING) {
            return THIRDS.size();
        }
        int third = baseline <= cuts[outcome][0] ? 0 : baseline <= cuts[outcome][1] ? 1 : 2;
        return lowIsMild[outcome] ? third : 2 - third;
    }

    /** What {@link #severityOf} names. */
    static Level severity(int third) {
        return new Level(BASELINE, third == THIRDS.size() ? Vocabulary.UNKNOWN : THIRDS.get(third));
    }

    /** Every level of those alike: age, severity of the first outcome, categories. */
    List<Level> levels(int ageGroup, int third, String[] combination) {
        List<Level> levels = new ArrayList<>();
        if (age >= 0) {
            levels.add(new Level(WalkPlan.AGE, ageGroup == BANDS.size() ? Vocabulary.UNKNOWN : BANDS.get(ageGroup)));
        }
        levels.add(severity(third));
        levels.addAll(categories(combination));
        return levels;
    }

    /** The level of every category. */
    List<Level> categories(String[] combination) {
        return categories.stream()
                .map(category -> new Level(category.name(), combination[category.place()]))
                .toList();
    }
}
