package axial.disclosure;

import axial.question.Job;
import axial.tables.ClinicRow;
import axial.tables.EstimateRow;

/**
 * Whether count, mean and standard deviation together tell that all but a few people of a group have one and the same
 * change. Scores go in steps, so the squared distances from the step nearest the mean add up to at least the number of
 * people who are not at it: below the smallest cell, that number is all but told.
 */
final class Alike {
    /** Below this, that all are the same tells of everyone. */
    private static final long FEWEST_OF_ONE_KIND = 50;

    private Alike() {}

    /** Of one side of an analysis, from its row of the mean change. */
    static boolean isTold(Job job, EstimateRow row) {
        boolean arm = row.estimator().equals("arm");
        if (!row.metric().equals("mean_change") || (!arm && !row.estimator().equals("comparator"))) {
            return false;
        }
        long n = arm ? row.nArm() : row.nComparator();
        if (row.status() != EstimateRow.Status.ESTIMATED) {
            return n < FEWEST_OF_ONE_KIND;
        }
        return isTold(job, row.outcome(), n, row.estimate(), row.stdError() * Math.sqrt(n));
    }

    /** Of either side of a clinic. */
    static boolean isTold(Job job, ClinicRow row) {
        return isTold(job, row.outcome(), row.nArm(), row.meanArm(), row.sdArm())
                || isTold(job, row.outcome(), row.nComparator(), row.meanComparator(), row.sdComparator());
    }

    private static boolean isTold(Job job, String outcome, long n, double mean, double sd) {
        long steps = job.outcome(outcome).instrument().stepsPerUnit();
        double fromStep = mean * steps - Math.rint(mean * steps);
        double squares = (n - 1) * sd * sd * steps * steps + n * fromStep * fromStep;
        return sd > 0 ? squares < job.disclosure().minCell() : n < FEWEST_OF_ONE_KIND;
    }
}
