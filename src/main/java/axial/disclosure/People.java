package axial.disclosure;

import axial.tables.ClinicRow;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;

/** The words by which the same people are known in every table. */
final class People {
    private static final String BY = "\u001f";

    private People() {}

    /** One side of an analysis: everybody, or one level of a subgroup. */
    static String analysed(EstimateRow row, String arm) {
        return analysed(row.outcome(), row.window(), arm, row.subgroup(), "");
    }

    /** One side of one clinic in an analysis. */
    static String analysed(ClinicRow row, String arm) {
        return analysed(row.outcome(), row.window(), arm, row.subgroup(), row.clinic());
    }

    static String analysed(String outcome, String window, String arm, String subgroup, String clinic) {
        return String.join(BY, "analysed", outcome, window, arm, subgroup, clinic);
    }

    /**
     * One side of any row of the estimates.
     *
     * @param first the first row of the same analysis
     */
    static String of(EstimateRow row, EstimateRow first, boolean arm) {
        String side = arm ? row.arm() : row.comparator();
        if (StudyCounts.isPooled(row)) {
            return pooled(row, side);
        }
        boolean ofLevels = !row.subgroup().isEmpty() && !row.subgroup().contains("=");
        boolean ofAll = arm ? row.nArm() == first.nArm() : row.nComparator() == first.nComparator();
        return ofLevels || !ofAll || side.isEmpty()
                ? String.join(BY, "some", ofLevels ? StudyCounts.analysis(row) : row.id(), arm ? "arm" : "comparator")
                : analysed(row, side);
    }

    /** One side of the clinics that are studies of one question. */
    static String pooled(EstimateRow row, String arm) {
        return String.join(BY, "pooled", row.question(), row.outcome(), row.window(), arm, row.subgroup());
    }

    /** One step of the flow; those analysed are the same as in the estimates, a baseline is of every window. */
    static String step(FlowRow row) {
        return switch (row.step()) {
            case "analysed" -> analysed(row.outcome(), row.window(), row.arm(), "", "");
            case "with_baseline" -> String.join(BY, row.step(), row.outcome(), row.arm());
            default -> String.join(BY, row.step(), row.outcome(), row.window(), row.arm());
        };
    }

    static String baseline(String outcome, String arm) {
        return String.join(BY, "with_baseline", outcome, arm);
    }

    static String followUp(String outcome, String window, String arm) {
        return String.join(BY, "with_follow_up", outcome, window, arm);
    }

    /** The patients of every arm in one clinic. */
    static String inClinic(String outcome, String window, String clinic) {
        return String.join(BY, "in_clinic", outcome, window, clinic);
    }

    /** Those of them who are a point of the clinic's chart over time, by the first month of the point. */
    static String overTime(String measure, String outcome, String window, String clinic, String period) {
        return String.join(BY, "over_time", measure, outcome, window, clinic, period);
    }

    /** A step that all questions share. */
    static String shared(String step) {
        return String.join(BY, step, "", "", "");
    }

    /** Visits of an arm, those asked about harm, or those with an event. */
    static String visits(String arm, String which) {
        return String.join(BY, "visits", arm, which);
    }

    /** The outcome and window of a count of one clinic; empty of any other count. */
    static String whenInClinic(String people) {
        String[] words = people.split(BY, -1);
        return switch (words[0]) {
            case "analysed" -> words[5].isEmpty() ? "" : words[1] + BY + words[2];
            case "in_clinic" -> words[1] + BY + words[2];
            case "over_time" -> words[2] + BY + words[3];
            default -> "";
        };
    }

    /** Those analysed in all clinics, by the words for those of one; empty of any other count. */
    static String everywhere(String people) {
        String[] words = people.split(BY, -1);
        return words[0].equals("analysed") && !words[5].isEmpty()
                ? analysed(words[1], words[2], words[3], words[4], "")
                : "";
    }

    /** Whether the patients of every arm in one clinic are counted. */
    static boolean isInClinic(String people) {
        return people.startsWith("in_clinic" + BY);
    }
}
