/** The ways to keep visits that were weighed: one class each, with the same five abilities. */
package axial.bench.formats;
