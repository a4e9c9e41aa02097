/** What is asked: a job file, read and checked, every problem named at once. */
@NullMarked
package axial.question;

import org.jspecify.annotations.NullMarked;
