/**
 * Axial: visits in, the review's answer out.
 *
 * <pre>
 *   csv  ndjson  parquet …          many formats
 *          [ ingest ]  ───────────► rejects
 *           visits                  WAIST 1  one schema, scores as whole numbers
 *   [ sums ] feeds [ walk ]  ─────► flow
 *            cells                  WAIST 2  exact integer sums; the engine ends here
 *   [ evidence ] with [ stats ]     many estimators, pure
 *          estimates                WAIST 3  one row per effect
 *          [ report ]               many pages, redrawn without the engine
 * </pre>
 *
 * <p>Spark sums, the driver concludes. Rooms are joined by tables, not by calls. What is asked is data ({@code
 * question}), how it is computed is code, where it runs is a flag ({@code cli}). {@code job} sets the arrows in order.
 */
@NullMarked
package axial;

import org.jspecify.annotations.NullMarked;
