package axial.tables;

/**
 * Who and what a number of {@code estimates.csv} is about (ICH E9(R1)): the patients, and what becomes of those whose
 * treatment changed on the way. Treatment policy: they count where they began, whatever they got later.
 */
public enum Estimand {
    EVERYBODY("everybody analysed: treatment policy"),
    /** The chance of the arm was neither near 0 nor near 1. */
    OVERLAP("patients who might have got either: treatment policy"),
    /** Several arms at once: the chance of none of them was near 0. */
    OVERLAP_OF_ALL("patients who might have got any of the job's treatments: treatment policy"),
    LIKE_THE_ARM("patients like those of the arm: treatment policy"),
    LIKE_THE_COMPARATOR("patients like those of the comparator: treatment policy"),
    /** With those whose follow-up is missing, under the assumption that the convention names. */
    ELIGIBLE("everybody with a first score: treatment policy"),
    /** Windows that are missing are taken as missing at random given those that were seen. */
    SEEN_AT_ALL("everybody seen in some window: treatment policy"),
    SEEN_IN_BOTH("everybody seen in both windows: treatment policy"),
    RESPONDERS("responders of the earlier window: treatment policy"),
    /** Natural recovery and regression to the mean are in it. */
    CHANGE("one arm: change, not a treatment effect"),
    WITHIN_CLINICS("patients of one clinic among themselves: treatment policy"),
    CLINICS("the mean over clinics like these: treatment policy"),
    SUBGROUPS("between the levels of a subgroup: treatment policy"),
    LANDMARK("patients seen after the landmark: sessions until then"),
    NOBODY("nobody: no number is shown");

    private final String words;

    Estimand(String words) {
        this.words = words;
    }

    /** The words of the tables. */
    public String words() {
        return words;
    }
}
