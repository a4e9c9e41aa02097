package axial.sums;

import axial.walk.CovariatePatterns;
import axial.walk.EpisodeBlock;
import java.util.List;

/** The episodes in arms, in parts; a patient's episodes are in one part. */
public interface Episodes extends Parts<EpisodeBlock> {
    /**
     * The episodes counted by covariate pattern. Each pattern is whole in one part, whatever parts its episodes are in:
     * models take the mean of its changes, which rounds otherwise where it is cut.
     */
    default Parts<CovariatePatterns> patterns() {
        List<CovariatePatterns> counted = inEach(CovariatePatterns::of);
        if (counted.isEmpty()) {
            return new PartsAtHand<>(counted);
        }
        CovariatePatterns all = counted.get(0).none();
        counted.forEach(all::addAll);
        return new PartsAtHand<>(all.inParts(Runtime.getRuntime().availableProcessors()));
    }
}
