package axial.disclosure;

/**
 * A column of a tableau: what is not zero in it, by row.
 *
 * @param rows of the entries, ascending
 */
record SparseColumn(int[] rows, double[] entries) {}
