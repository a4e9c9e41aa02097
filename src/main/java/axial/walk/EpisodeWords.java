package axial.walk;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words of episodes and the numbers that they have in some sums: clinics, clusters and levels of the categories. */
final class EpisodeWords implements Serializable {
    private static final long serialVersionUID = 1;

    final Words clinics = new Words();
    final Words clusters = new Words();
    final Words[] levels;
    private transient @Nullable Met met;

    /** What was met of the words of the visits at hand. */
    private static final class Met {
        final PatientVisits visits;
        final Recoded clinics = new Recoded();
        final Recoded[] levels;

        Met(PatientVisits visits, int categories) {
            this.visits = visits;
            levels = new Recoded[categories];
            Arrays.setAll(levels, c -> new Recoded());
        }
    }

    EpisodeWords(WalkPlan plan) {
        levels = new Words[plan.categories().size()];
        Arrays.setAll(levels, c -> new Words());
    }

    private Met met(PatientVisits visits) {
        Met known = met;
        if (known == null || known.visits != visits) {
            known = new Met(visits, levels.length);
            met = known;
        }
        return known;
    }

    int clinic(Episode episode) {
        PatientVisits visits = episode.visits();
        return met(visits).clinics.of(visits.clinicCode(episode.index()), clinics, visits::clinicWord);
    }

    int cluster(Episode episode) {
        return clusters.code(episode.row().cluster());
    }

    int level(int category, Episode episode) {
        PatientVisits visits = episode.visits();
        return met(visits)
                .levels[category]
                .of(
                        visits.categoryCode(category, episode.index()),
                        levels[category],
                        code -> visits.categoryWord(category, code));
    }
}
