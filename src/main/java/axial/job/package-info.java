/** The arrows in order: ingest, walk, evidence, report; owns the engine and the manifest. */
@NullMarked
package axial.job;

import org.jspecify.annotations.NullMarked;
