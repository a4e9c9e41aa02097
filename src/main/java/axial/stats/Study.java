package axial.stats;

import java.io.Serializable;

/**
 * One study to be pooled.
 *
 * @param effect its effect
 * @param variance sampling variance of the effect, above zero
 */
public record Study(double effect, double variance) implements Serializable {}
