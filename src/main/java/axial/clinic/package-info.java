/** The words of the clinic: instruments, treatments, sexes, disorders, symptom stages, and what a visit may hold. */
@NullMarked
package axial.clinic;

import org.jspecify.annotations.NullMarked;
