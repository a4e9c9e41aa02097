package axial.job;

/** A run that ended without a result, for a reason that is not our bug. */
public final class RunFailed extends Exception {
    private static final long serialVersionUID = 1;
    private final int exitCode;

    public RunFailed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
