/** Makes visits with a known truth. */
@NullMarked
package axial.synth;

import org.jspecify.annotations.NullMarked;
