package axial.sums;

import axial.walk.EpisodeRow;
import java.io.Serializable;
import java.util.List;

/** The episodes in arms, in parts that lie wherever they were walked; a patient's episodes are in one part. */
public interface Episodes {
    /** What is found in one part. */
    interface Finder<T> extends Serializable {
        T find(Iterable<EpisodeRow> part);
    }

    /** What is found in each part. */
    <T extends Serializable> List<T> inEach(Finder<T> finder);
}
