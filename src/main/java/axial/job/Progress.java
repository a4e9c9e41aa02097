package axial.job;

/** Tells a person how far a run is; never a patient's value. */
public interface Progress {
    /** One line, when a stage has ended. */
    void stage(String line);
}
