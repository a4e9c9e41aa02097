package axial.sums;

import axial.clinic.Scaled;
import axial.walk.CovariatePatterns;
import axial.walk.EpisodeBlock;

/** The influences of the episodes of one part on the estimates of a model, told once for all of a pattern. */
final class PatternInfluences {
    private final EpisodeModel model;
    private final EpisodeBlock episodes;
    private final int[] patternOf;
    private final int estimates;
    private final boolean[] included;
    private final double[] unchanged;
    private final double[] slope;
    private final double[] lost;

    /** Where the influences of an episode go. */
    interface OfEpisode {
        void add(int episode, double[] influence);
    }

    private PatternInfluences(EpisodeModel model, CovariatePatterns.OfEpisodes part, EpisodeBlock episodes) {
        int patterns = part.patterns().ofOutcome(model.outcome()).size();
        this.model = model;
        this.episodes = episodes;
        this.patternOf = part.of()[model.outcome()];
        this.estimates = model.estimates();
        this.included = new boolean[patterns];
        this.unchanged = new double[patterns * estimates];
        this.slope = new double[patterns * estimates];
        this.lost = new double[patterns];
    }

    static PatternInfluences of(EpisodeModel model, CovariatePatterns.OfEpisodes part, EpisodeBlock episodes) {
        PatternInfluences influences = new PatternInfluences(model, part, episodes);
        model.influences(part.patterns(), influences::put);
        return influences;
    }

    private void put(int pattern, double[] ofUnchanged, double[] ofChange, double ofLost) {
        included[pattern] = true;
        System.arraycopy(ofUnchanged, 0, unchanged, pattern * estimates, estimates);
        System.arraycopy(ofChange, 0, slope, pattern * estimates, estimates);
        lost[pattern] = ofLost;
    }

    int estimates() {
        return estimates;
    }

    /** Tells the influence of every episode that is in the analysis, in their order. */
    void each(OfEpisode to) {
        double[] influence = new double[estimates];
        for (int episode = 0; episode < patternOf.length; episode++) {
            int pattern = patternOf[episode];
            if (pattern >= 0 && included[pattern] && of(episode, pattern, influence)) {
                to.add(episode, influence);
            }
        }
    }

    private boolean of(int episode, int pattern, double[] influence) {
        int steps = episodes.change(model.outcomeWindow(), episode);
        if (steps == Scaled.MISSING) {
            influence[0] = lost[pattern];
            return !Double.isNaN(lost[pattern]);
        }
        double change = model.design().change(steps);
        for (int i = 0, at = pattern * estimates; i < estimates; i++, at++) {
            influence[i] = unchanged[at] + slope[at] * change;
        }
        return true;
    }
}
