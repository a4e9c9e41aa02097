/** Spark feeds the walk and merges its sums; the last room that knows the engine. */
@NullMarked
package axial.sums;

import org.jspecify.annotations.NullMarked;
