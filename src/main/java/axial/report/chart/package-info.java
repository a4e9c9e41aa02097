/** Pictures of a few shapes: numbers become places on paper, and nothing is known of tables or clinics. */
@NullMarked
package axial.report.chart;

import org.jspecify.annotations.NullMarked;
