package axial.synth;

/**
 * A visit that takes place.
 *
 * @param day since the episode's index visit; below 0 before it
 */
record Visit(int day, Purpose purpose) {
    /** What brings the patient. */
    enum Purpose {
        INTAKE,
        INDEX,
        TREATMENT,
        FOLLOW_UP
    }

    boolean treated() {
        return purpose == Purpose.INDEX || purpose == Purpose.TREATMENT;
    }
}
