package axial.clinic;

/** Which way of an instrument's scale is good for the patient. */
public enum Better {
    LOWER,
    HIGHER;

    /** What a difference in the score is multiplied by to make it a benefit: positive is good. */
    public int benefitSign() {
        return this == HIGHER ? 1 : -1;
    }

    /** The word of the job file. */
    public String word() {
        return this == HIGHER ? "higher" : "lower";
    }
}
