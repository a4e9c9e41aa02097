package axial.store;

/** Another run holds the store. */
public final class StoreBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreBusy(String place, String holder) {
        super("the store " + place + " is in use by another run (" + holder
                + "). Wait for it to end and start again; nothing was changed.");
    }
}
