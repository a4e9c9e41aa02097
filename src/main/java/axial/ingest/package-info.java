/** Records of many formats become accepted visits; whatever is refused is listed with every reason. */
@NullMarked
package axial.ingest;

import org.jspecify.annotations.NullMarked;
