/** Sums become the review's answers: one row per effect, withheld where it could identify. */
@NullMarked
package axial.evidence;

import org.jspecify.annotations.NullMarked;
