package axial.store;

/** The store cannot take what the job brings, or is not a store. */
public final class StoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreRefused(String message) {
        super(message);
    }
}
