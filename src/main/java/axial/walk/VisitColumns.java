package axial.walk;

import java.util.Arrays;
import java.util.BitSet;

/** Visits one below the other, as columns of whole numbers: filled by whoever reads them, walked patient by patient. */
public final class VisitColumns {
    private final VisitLayout layout;
    private final int[][] columns;
    private final Words[] words;
    private int rows = 0;

    public VisitColumns(VisitLayout layout) {
        this.layout = layout;
        this.columns = new int[layout.columns().size()][1024];
        this.words = new Words[columns.length];
        Arrays.setAll(words, c -> new Words());
    }

    public VisitLayout layout() {
        return layout;
    }

    /** How many visits there are. */
    public int rows() {
        return rows;
    }

    /** The values of a column; those of {@link #rows} count. */
    public int[] column(int column) {
        return columns[column];
    }

    /** The words of a text column. */
    public Words words(int column) {
        return words[column];
    }

    /** Makes room for more visits, and takes them as being there: the caller fills every column. */
    public void grow(int more) {
        rows += more;
        if (rows > columns[0].length) {
            int room = Math.max(rows, 2 * columns[0].length);
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], room);
            }
        }
    }

    /** Keeps, of the visits from {@code first} on, only those that are set, counted from there. */
    public void keep(int first, BitSet kept) {
        for (int[] column : columns) {
            int to = first;
            for (int bit = kept.nextSetBit(0); bit >= 0; bit = kept.nextSetBit(bit + 1)) {
                column[to++] = column[first + bit];
            }
        }
        rows = first + kept.cardinality();
    }

    /** Forgets the visits before {@code first}, which becomes 0. */
    public void forgetBefore(int first) {
        rows -= first;
        for (int[] column : columns) {
            System.arraycopy(column, first, column, 0, rows);
        }
    }
}
