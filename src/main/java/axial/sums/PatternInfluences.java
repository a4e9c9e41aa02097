package axial.sums;

import axial.clinic.Scaled;
import axial.walk.EpisodesByPattern;

/** The influences of the episodes of one part on the estimates of a model, worked out once for all of a pattern. */
final class PatternInfluences {
    private final EpisodeModel model;
    private final EpisodesByPattern.OfOutcome episodes;
    private final int[] changes;
    private final OfEpisode to;
    private final double[] influence;

    /** Where the influences of an episode go. */
    interface OfEpisode {
        void add(int episode, double[] influence);
    }

    private PatternInfluences(EpisodeModel model, EpisodesByPattern part, OfEpisode to) {
        this.model = model;
        this.episodes = part.ofOutcome(model.request().outcome());
        this.changes = episodes.changesOf(model.request().outcomeWindow());
        this.to = to;
        this.influence = new double[model.estimates()];
    }

    /** Tells the influence of every episode that is in the analysis, pattern by pattern. */
    static void each(EpisodeModel model, EpisodesByPattern part, OfEpisode to) {
        model.influences(part.patterns(), new PatternInfluences(model, part, to)::tell);
    }

    private void tell(int pattern, double[] unchanged, double[] slope, double lost) {
        for (int at = episodes.start()[pattern]; at < episodes.start()[pattern + 1]; at++) {
            if (changes[at] != Scaled.MISSING) {
                double change = model.request().design().change(changes[at]);
                for (int i = 0; i < influence.length; i++) {
                    influence[i] = unchanged[i] + slope[i] * change;
                }
                to.add(episodes.episodes()[at], influence);
            } else if (!Double.isNaN(lost)) {
                influence[0] = lost;
                to.add(episodes.episodes()[at], influence);
            }
        }
    }
}
