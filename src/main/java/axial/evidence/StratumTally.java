package axial.evidence;

import axial.clinic.Scaled;
import axial.walk.EpisodeBlock;
import java.util.Arrays;

/** The episodes of one arm and one combination of levels, by age and by severity. */
final class StratumTally {
    private final Strata strata;
    private final int outcomes;
    private final int windows;
    private final long[] baselines;
    private final long[][] bySeverity;
    private final long[] byAge;

    /** What is told of an age and severity of the first outcome that some are of. */
    interface EachAge {
        void tell(int age, int severity, long episodes);
    }

    StratumTally(Strata strata, int outcomes, int windows) {
        this.strata = strata;
        this.outcomes = outcomes;
        this.windows = windows;
        this.baselines = new long[outcomes];
        this.bySeverity = new long[Strata.SEVERITIES][outcomes * (1 + windows)];
        this.byAge = new long[strata.ages() * Strata.SEVERITIES];
    }

    void add(EpisodeBlock episodes, int episode) {
        for (int o = 0; o < outcomes; o++) {
            int baseline = episodes.baseline(o, episode);
            if (baseline != Scaled.MISSING) {
                baselines[o] += baseline;
                long[] counts = bySeverity[strata.severityOf(o, baseline)];
                counts[o]++;
                for (int w = o * windows; w < (o + 1) * windows; w++) {
                    if (episodes.change(w, episode) != Scaled.MISSING) {
                        counts[outcomes + w]++;
                    }
                }
            }
        }
        int third = strata.severityOf(0, episodes.baseline(0, episode));
        byAge[strata.ageOf(episodes, episode) * Strata.SEVERITIES + third]++;
    }

    /** Per outcome the sum of the baselines, in steps. */
    long[] baselines() {
        return baselines;
    }

    /** Per outcome those with a baseline that is so severe, then per outcome × window those of them who were followed. */
    long[] followed(int severity) {
        return bySeverity[severity];
    }

    /** The same of every severity. */
    long[] followed() {
        long[] all = new long[outcomes * (1 + windows)];
        for (long[] counts : bySeverity) {
            Arrays.setAll(all, i -> all[i] + counts[i]);
        }
        return all;
    }

    void eachAge(EachAge to) {
        for (int i = 0; i < byAge.length; i++) {
            if (byAge[i] > 0) {
                to.tell(i / Strata.SEVERITIES, i % Strata.SEVERITIES, byAge[i]);
            }
        }
    }
}
