package axial.walk;

import java.io.Serializable;
import java.util.Arrays;

/** The words of episodes and the numbers that they have in some sums: clinics, clusters and levels of the categories. */
final class EpisodeWords implements Serializable {
    private static final long serialVersionUID = 1;

    final Words clinics = new Words();
    final Words clusters = new Words();
    final Words[] levels;

    /** The numbers that the words of others have here, by the numbers that they have there. */
    @SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
    record Here(int[] clinics, int[] clusters, int[][] levels) {}

    EpisodeWords(WalkPlan plan) {
        levels = new Words[plan.categories().size()];
        Arrays.setAll(levels, c -> new Words());
    }

    Here here(EpisodeWords there) {
        int[][] levelsHere = new int[levels.length][];
        Arrays.setAll(levelsHere, c -> levels[c].codes(there.levels[c]));
        return new Here(clinics.codes(there.clinics), clusters.codes(there.clusters), levelsHere);
    }
}
