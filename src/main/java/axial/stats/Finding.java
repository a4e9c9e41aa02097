package axial.stats;

/** What a statistic has to say: a number with its uncertainty, or why there is none. */
public sealed interface Finding permits Estimate, NotEstimable {}
