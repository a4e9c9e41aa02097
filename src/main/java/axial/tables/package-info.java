/** The tables between the rooms: their columns, their order, and how a number is written. */
@NullMarked
package axial.tables;

import org.jspecify.annotations.NullMarked;
