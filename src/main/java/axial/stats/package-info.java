/** Pure mathematics: sums in, estimates out, no clinic, no file, no engine. */
@NullMarked
package axial.stats;

import org.jspecify.annotations.NullMarked;
