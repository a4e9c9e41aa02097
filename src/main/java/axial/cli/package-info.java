/** The front door: commands in, exit codes out. */
@NullMarked
package axial.cli;

import org.jspecify.annotations.NullMarked;
