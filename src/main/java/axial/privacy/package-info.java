/** Who could be told from what a column holds: counts while it is read, a verdict before anything is stored. */
@NullMarked
package axial.privacy;

import org.jspecify.annotations.NullMarked;
