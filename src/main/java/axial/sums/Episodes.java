package axial.sums;

import axial.walk.CovariatePatterns;
import axial.walk.EpisodeBlock;

/** The episodes in arms, in parts; a patient's episodes are in one part. */
public interface Episodes extends Parts<EpisodeBlock> {
    /** The episodes counted by covariate pattern. */
    default Parts<CovariatePatterns> patterns() {
        return new PartsAtHand<>(inEach(CovariatePatterns::of));
    }
}
