package axial.ingest;

import java.util.List;

/** Finds where a file can be cut between two records, so that it can be read in several tasks. */
interface Cuts {
    /** Looks at the next bytes of the file. */
    void look(byte[] bytes, int length);

    /** What lies between the cuts, once all bytes were seen. */
    List<Stretch> stretches();

    /** No cuts: the file is read as one. */
    static Cuts none() {
        return new Cuts() {
            @Override
            public void look(byte[] bytes, int length) {
                // nothing to be found
            }

            @Override
            public List<Stretch> stretches() {
                return List.of(Stretch.whole());
            }
        };
    }
}
