package axial.sums;

import java.io.Serializable;
import java.util.List;

/** So few that they were brought to the driver, where a pass over them costs no job of the engine. */
record PartsAtHand<P>(List<P> parts) implements Parts<P> {
    /** So many episodes are a few megabytes, which a pass walks in a blink. */
    static final long MOST = 50_000;

    @Override
    public <T extends Serializable> List<T> inEach(Finder<P, T> finder) {
        return parts.parallelStream().map(finder::find).toList();
    }
}
