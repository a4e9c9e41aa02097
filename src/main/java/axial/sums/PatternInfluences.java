package axial.sums;

import axial.clinic.Scaled;
import axial.walk.Design;
import axial.walk.EpisodesByPattern;

/** The influences of the episodes of one part on the estimates of a model, worked out once for all of a pattern. */
final class PatternInfluences implements EpisodeModel.Influences {
    private final EpisodesByPattern.OfOutcome episodes;
    private final int[] changes;
    private final Design design;
    private final double scale;
    private final OfEpisode to;

    /** Where the influences of an episode go. */
    interface OfEpisode {
        /**
         * What an episode adds to the influences on all estimates: {@code unchanged + slope * steps}.
         *
         * @param place of the episode in {@link EpisodesByPattern.OfOutcome}
         * @param steps its change
         */
        void add(int place, double[] unchanged, double[] slope, int steps);
    }

    private PatternInfluences(EpisodeModel model, EpisodesByPattern part, double scale, OfEpisode to) {
        this.episodes = part.ofOutcome(model.request().outcome());
        this.changes = episodes.changesOf(model.request().outcomeWindow());
        this.design = model.request().design();
        this.scale = scale;
        this.to = to;
    }

    /** Tells so many times the influence of every episode that is in the analysis, pattern by pattern. */
    static void each(EpisodeModel model, EpisodesByPattern part, double scale, OfEpisode to) {
        model.influences(part.patterns(), new PatternInfluences(model, part, scale, to));
    }

    @Override
    public void add(int pattern, double[] unchanged, double[] slope, double lost) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] *= scale / design.changeUnit();
            unchanged[i] = unchanged[i] * scale - slope[i] * design.changeShift();
        }
        boolean all = !Double.isNaN(lost);
        double[] ofLost = {lost * scale};
        for (int at = episodes.start()[pattern]; at < episodes.start()[pattern + 1]; at++) {
            if (changes[at] != Scaled.MISSING) {
                to.add(at, unchanged, slope, changes[at]);
            } else if (all) {
                to.add(at, ofLost, slope, 0);
            }
        }
    }
}
