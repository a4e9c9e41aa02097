package axial.stats;

/**
 * The data do not determine the statistic.
 *
 * @param reason why, in words a reader of the report understands
 */
public record NotEstimable(String reason) implements Finding {}
