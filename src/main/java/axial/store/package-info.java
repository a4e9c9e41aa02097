/** Keeps accepted visits between runs: one table of Parquet files, every change of which is all or nothing. */
@NullMarked
package axial.store;

import org.jspecify.annotations.NullMarked;
