package axial.stats;

import java.io.Serializable;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * Ratio of two event rates, arm over comparator, with an error that lets events of one cluster go together;
 * above one the arm has more.
 *
 * <p>The logarithm of Σy/Σt over Σy₀/Σt₀ by linearisation: cluster g adds (y−rt)/Σy − (y₀−r₀t₀)/Σy₀, SE² =
 * G/(G−1) Σ(…)², t with G−1 degrees of freedom (ratio estimators; Cochran 1977, section 6.3). The standard
 * error is that of the logarithm. Not estimable without events in either arm or with fewer than two clusters.
 */
public final class ClusterRateRatio {
    private ClusterRateRatio() {}

    /**
     * Events and exposure of one cluster.
     *
     * @param events in the arm
     * @param exposure of the arm
     * @param comparatorEvents in the comparator
     * @param comparatorExposure of the comparator
     */
    public record Cluster(double events, double exposure, double comparatorEvents, double comparatorExposure)
            implements Serializable {
        Cluster plus(Cluster other) {
            return new Cluster(
                    events + other.events,
                    exposure + other.exposure,
                    comparatorEvents + other.comparatorEvents,
                    comparatorExposure + other.comparatorExposure);
        }
    }

    /** The ratio over all clusters. */
    public static Finding of(List<Cluster> clusters) {
        Cluster all = clusters.stream().reduce(new Cluster(0, 0, 0, 0), Cluster::plus);
        if (!(all.events > 0) || !(all.comparatorEvents > 0)) {
            return new NotEstimable("no events in an arm");
        }
        double rate = all.events / all.exposure;
        double comparatorRate = all.comparatorEvents / all.comparatorExposure;
        double squares = 0;
        for (Cluster c : clusters) {
            double own = (c.events - rate * c.exposure) / all.events;
            double other = (c.comparatorEvents - comparatorRate * c.comparatorExposure) / all.comparatorEvents;
            squares += (own - other) * (own - other);
        }
        Finding log = ClusterInfluence.conclude(FastMath.log(rate / comparatorRate), squares, clusters.size());
        if (!(log instanceof Estimate found)) {
            return log;
        }
        double low = FastMath.exp(found.low());
        double high = FastMath.exp(found.high());
        return new Estimate(rate / comparatorRate, found.stdError(), found.df(), low, high, found.pValue());
    }
}
