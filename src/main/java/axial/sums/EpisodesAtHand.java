package axial.sums;

import axial.walk.EpisodeBlock;
import java.io.Serializable;
import java.util.List;

/** So few episodes that they were brought to the driver, where a pass over them costs no job of the engine. */
record EpisodesAtHand(List<EpisodeBlock> parts) implements Episodes {
    /** A few megabytes, which a pass walks in a blink. */
    static final long MOST = 50_000;

    @Override
    public <T extends Serializable> List<T> inEach(Finder<T> finder) {
        return parts.parallelStream().map(finder::find).toList();
    }
}
