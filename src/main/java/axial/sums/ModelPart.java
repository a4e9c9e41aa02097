package axial.sums;

import axial.evidence.Kinds;
import axial.evidence.ModelRequest;
import axial.walk.CovariatePatterns;
import axial.walk.PatternGroups;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one part that a model looks at, group by group and run by run.
 *
 * @param sides by arm of the job the arm's place in the model; negative where it is not in it
 * @param among by combination of levels whether the model looks at those who have it
 * @param severe by place of the baseline whether it looks at those who have it; null for everybody
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record ModelPart(
        PatternGroups patterns, ModelColumns columns, int[] sides, boolean[] among, boolean @Nullable [] severe) {

    /** What is done with these patterns. */
    interface Rows {
        /**
         * One pattern.
         *
         * @param kind what {@link ModelColumns} knows it by
         * @param numbers the place of its numbers
         * @param baseline the place of its baseline
         */
        void row(int pattern, int side, int kind, int numbers, int baseline);

        /** A run is over, in which these were the numbers. */
        default void endRun(int numbers) {}

        /** A group is over. */
        default void endGroup(int side, int kind) {}
    }

    /** Those of the analysis with the columns of a model of it, without those of some kinds. */
    static ModelPart of(CovariatePatterns all, ModelRequest request, int[] columns, Kinds without) {
        PatternGroups patterns = all.ofOutcome(request.outcome()).groups();
        ModelColumns seen = new ModelColumns(patterns, request.design(), columns);
        return new ModelPart(
                patterns,
                seen,
                request.sides(),
                seen.where(levels -> request.isOfLevel(levels) && !without.hold(levels)),
                request.severity() == null ? null : severe(patterns.baselines(), request));
    }

    /** Which of the baselines are as severe as is asked. */
    private static boolean[] severe(int[] baselines, ModelRequest request) {
        boolean[] severe = new boolean[baselines.length];
        for (int b = 0; b < severe.length; b++) {
            severe[b] = request.isOfSeverity(baselines[b]);
        }
        return severe;
    }

    void each(Rows rows) {
        for (int group = 0; group < patterns.groups(); group++) {
            int side = sides[patterns.arm(group)];
            int combination = patterns.combination(group);
            if (side >= 0 && among[combination]) {
                int kind = 2 * combination + (side == 1 ? 1 : 0);
                for (int run = patterns.firstRun(group); run < patterns.firstRun(group + 1); run++) {
                    each(run, side, kind, rows);
                }
                rows.endGroup(side, kind);
            }
        }
    }

    private void each(int run, int side, int kind, Rows rows) {
        int numbers = patterns.numbersOf(run);
        for (double number : columns.numbers()[numbers]) {
            if (Double.isNaN(number)) {
                return;
            }
        }
        for (int pattern = patterns.firstPattern(run); pattern < patterns.firstPattern(run + 1); pattern++) {
            int baseline = patterns.baselineOf(pattern);
            if (severe == null || severe[baseline]) {
                rows.row(pattern, side, kind, numbers, baseline);
            }
        }
        rows.endRun(numbers);
    }
}
