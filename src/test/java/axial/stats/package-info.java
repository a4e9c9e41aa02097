@NullMarked
package axial.stats;

import org.jspecify.annotations.NullMarked;
