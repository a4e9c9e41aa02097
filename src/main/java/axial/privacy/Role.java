package axial.privacy;

/** What a column is declared as, which decides what may stand in it. */
public enum Role {
    /** A pseudonym of a visit, a patient, a clinic or a practitioner. */
    KEY,
    /** The date of the visit, or the time of the export. */
    DATE,
    /** Tokens joined by semicolons. */
    TOKENS,
    /** A number, a word of a vocabulary, or a few words. */
    MEASURE,
    /** Anything that the job does not know; it is never stored. */
    UNDECLARED;

    boolean isDeclared() {
        return this != UNDECLARED;
    }
}
