/** One patient at a time: the only place where the rules from visits to changes stand, adding into exact sums. */
@NullMarked
package axial.walk;

import org.jspecify.annotations.NullMarked;
