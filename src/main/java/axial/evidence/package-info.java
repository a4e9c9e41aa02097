/** Sums become the review's answers: one row per effect, everybody counted. */
@NullMarked
package axial.evidence;

import org.jspecify.annotations.NullMarked;
