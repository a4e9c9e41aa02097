package axial.sums;

import axial.clinic.Scaled;
import axial.walk.Design;
import axial.walk.EpisodesByPattern;

/** The influences of the episodes of one part on the estimates of a model, worked out once for all of a pattern. */
abstract class PatternInfluences implements EpisodeModel.Influences {
    private final EpisodesByPattern.OfOutcome episodes;
    private final int[] changes;
    private final Design design;
    private final double scale;

    /** @param scale by which influences are multiplied */
    PatternInfluences(EpisodeModel model, EpisodesByPattern part, double scale) {
        this.episodes = part.ofOutcome(model.request().outcome());
        this.changes = episodes.changesOf(model.request().outcomeWindow());
        this.design = model.request().design();
        this.scale = scale;
    }

    @Override
    public final void add(int pattern, double[] unchanged, double[] slope, double lost) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] *= scale / design.changeUnit();
            unchanged[i] = unchanged[i] * scale - slope[i] * design.changeShift();
        }
        add(episodes.start()[pattern], episodes.start()[pattern + 1], changes, unchanged, slope, lost * scale);
    }

    /**
     * What the episodes of a pattern add to the influences on all estimates: {@code unchanged + slope * change} where there
     * is a change, else {@code lost} to the first of them, and nothing where that is NaN.
     *
     * @param from the first place of them in {@link EpisodesByPattern.OfOutcome}
     * @param to the place after the last
     * @param changes by place, in steps; {@link Scaled#MISSING} for who was not followed
     */
    abstract void add(int from, int to, int[] changes, double[] unchanged, double[] slope, double lost);
}
