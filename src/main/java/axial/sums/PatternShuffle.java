package axial.sums;

import axial.walk.CovariatePatterns;
import axial.walk.EpisodeBlock;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Brings the patterns that are equal together, so that each is whole in one part, however many parts its episodes are in. */
final class PatternShuffle {
    private PatternShuffle() {}

    static JavaRDD<CovariatePatterns> of(JavaRDD<EpisodeBlock> episodes) {
        int parts = episodes.getNumPartitions();
        return episodes.mapPartitionsToPair(blocks -> split(blocks, parts))
                .partitionBy(new HashPartitioner(parts))
                .values()
                .mapPartitions(PatternShuffle::together);
    }

    private static Iterator<Tuple2<Integer, CovariatePatterns>> split(Iterator<EpisodeBlock> blocks, int parts) {
        CovariatePatterns all = null;
        while (blocks.hasNext()) {
            CovariatePatterns next = CovariatePatterns.of(blocks.next());
            if (all == null) {
                all = next;
            } else {
                all.addAll(next);
            }
        }
        if (all == null) {
            return List.<Tuple2<Integer, CovariatePatterns>>of().iterator();
        }
        List<CovariatePatterns> split = all.inParts(parts);
        return IntStream.range(0, parts)
                .mapToObj(part -> new Tuple2<>(part, split.get(part)))
                .iterator();
    }

    private static Iterator<CovariatePatterns> together(Iterator<CovariatePatterns> equal) {
        if (!equal.hasNext()) {
            return equal;
        }
        CovariatePatterns first = equal.next();
        CovariatePatterns all = first.none();
        all.addAll(first);
        equal.forEachRemaining(all::addAll);
        return List.of(all).iterator();
    }
}
