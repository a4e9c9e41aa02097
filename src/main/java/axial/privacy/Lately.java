package axial.privacy;

/** The signs of texts seen lately, by their hashes, so that a text that comes again costs little. */
final class Lately {
    private static final int MOST = 256;

    private final long[] hashes = new long[MOST];
    private final long[] signs = new long[MOST];

    long signs(Cell cell) {
        int place = (int) (cell.hash() & (MOST - 1));
        if (hashes[place] != cell.hash()) {
            hashes[place] = cell.hash();
            signs[place] = SignReader.signs(cell);
        }
        return signs[place];
    }
}
