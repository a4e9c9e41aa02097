/** Tables become pages: no engine, no patient data. */
@NullMarked
package axial.report;

import org.jspecify.annotations.NullMarked;
