@NullMarked
package axial.synth;

import org.jspecify.annotations.NullMarked;
