package axial.evidence;

import axial.stats.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What passes over the episodes found for one {@link ModelRequest}.
 *
 * @param overlap the overlap-weighted mean difference
 * @param robust the adjusted difference with patients as clusters, where that was asked for
 */
public record ModelAnswer(Finding overlap, @Nullable Finding robust) {}
