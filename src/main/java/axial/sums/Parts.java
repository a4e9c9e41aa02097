package axial.sums;

import java.io.Serializable;
import java.util.List;

/** What was found of all patients, in parts that lie wherever they were found. */
public interface Parts<P> {
    /** What is found in one part. */
    interface Finder<P, T> extends Serializable {
        T find(P part);
    }

    /** What is found in each part. */
    <T extends Serializable> List<T> inEach(Finder<P, T> finder);
}
