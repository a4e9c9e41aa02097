package axial.sums;

import axial.clinic.Scaled;
import axial.walk.Design;
import axial.walk.EpisodesByPattern;

/** The influences of the episodes of one part on the estimates of a model, worked out once for all of a pattern. */
final class PatternInfluences {
    private final EpisodesByPattern.OfOutcome episodes;
    private final int[] changes;
    private final Design design;
    private final double scale;
    private final OfEpisode to;
    private final double[] influence;

    /** Where the influences of an episode go. */
    interface OfEpisode {
        /** @param place of the episode in {@link EpisodesByPattern.OfOutcome} */
        void add(int place, double[] influence);
    }

    private PatternInfluences(EpisodeModel model, EpisodesByPattern part, double scale, OfEpisode to) {
        this.episodes = part.ofOutcome(model.request().outcome());
        this.changes = episodes.changesOf(model.request().outcomeWindow());
        this.design = model.request().design();
        this.scale = scale;
        this.to = to;
        this.influence = new double[model.estimates()];
    }

    /** Tells so many times the influence of every episode that is in the analysis, pattern by pattern. */
    static void each(EpisodeModel model, EpisodesByPattern part, double scale, OfEpisode to) {
        model.influences(part.patterns(), new PatternInfluences(model, part, scale, to)::tell);
    }

    private void tell(int pattern, double[] unchanged, double[] slope, double lost) {
        for (int i = 0; i < influence.length; i++) {
            slope[i] *= scale / design.changeUnit();
            unchanged[i] = unchanged[i] * scale - slope[i] * design.changeShift();
        }
        for (int at = episodes.start()[pattern]; at < episodes.start()[pattern + 1]; at++) {
            int change = changes[at];
            if (change != Scaled.MISSING) {
                for (int i = 0; i < influence.length; i++) {
                    influence[i] = unchanged[i] + slope[i] * change;
                }
                to.add(at, influence);
            } else if (!Double.isNaN(lost)) {
                influence[0] = lost * scale;
                to.add(at, influence);
            }
        }
    }
}
