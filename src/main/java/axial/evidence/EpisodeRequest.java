package axial.evidence;

import axial.walk.Design;
import java.io.Serializable;

/** What every model is told that passes over the episodes of an outcome in a window. */
public interface EpisodeRequest extends Serializable {
    int outcome();

    int outcomeWindow();

    /** How it takes changes. */
    Design design();

    /** Whether each patient is a cluster. */
    boolean patients();
}
