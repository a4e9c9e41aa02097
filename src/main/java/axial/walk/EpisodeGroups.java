package axial.walk;

import java.util.Arrays;

/**
 * The episodes of a block in groups.
 *
 * @param of the number of each episode's group
 * @param names the groups in words, by number
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
public record EpisodeGroups(int[] of, Words names) {
    private static final int NOT_YET = -1;

    /** By clinic. */
    public static EpisodeGroups byClinic(EpisodeBlock episodes) {
        int[] of = new int[episodes.size()];
        Arrays.setAll(of, episodes::clinicCode);
        return new EpisodeGroups(of, episodes.words().clinics);
    }

    /** By cluster of the standard error, the clinic where there is no other. */
    public static EpisodeGroups byCluster(EpisodeBlock episodes) {
        Words names = new Words();
        int[] ofCluster = notYet(episodes.words().clusters);
        int[] ofClinic = notYet(episodes.words().clinics);
        int[] of = new int[episodes.size()];
        for (int e = 0; e < of.length; e++) {
            String cluster = episodes.words().clusters.word(episodes.clusterCode(e));
            int[] known = cluster.isEmpty() ? ofClinic : ofCluster;
            int code = cluster.isEmpty() ? episodes.clinicCode(e) : episodes.clusterCode(e);
            if (known[code] == NOT_YET) {
                known[code] = names.code(EpisodeRow.clusterOrClinic(cluster, episodes.clinic(e)));
            }
            of[e] = known[code];
        }
        return new EpisodeGroups(of, names);
    }

    private static int[] notYet(Words words) {
        int[] groups = new int[words.size()];
        Arrays.fill(groups, NOT_YET);
        return groups;
    }
}
