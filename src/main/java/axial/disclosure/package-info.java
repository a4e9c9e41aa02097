/** No small number gets out: tables go in as they were counted and come out as they may be read. */
@NullMarked
package axial.disclosure;

import org.jspecify.annotations.NullMarked;
