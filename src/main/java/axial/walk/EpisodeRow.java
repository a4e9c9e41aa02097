package axial.walk;

import java.io.Serializable;

/**
 * An episode in an arm, as models that need several passes read it.
 *
 * @param patient number of the patient within its part; a patient's episodes stand together
 * @param cluster of the standard error, in words; empty where the clinic is the cluster
 * @param indexDay day of the index visit, since any fixed day
 * @param treatedVisits treated visits from the index visit up to day {@link Episode#DOSE_DAYS}
 * @param lastSeenDay days from the index visit to the last visit up to day {@link Episode#DOSE_DAYS}
 * @param baselines per outcome, in steps
 * @param changes per outcome × window, outcome first, in steps
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
public record EpisodeRow(
        int patient,
        int arm,
        String clinic,
        String practitioner,
        String cluster,
        int indexDay,
        int treatedVisits,
        int lastSeenDay,
        String[] categories,
        int[] numbers,
        int[] baselines,
        int[] changes)
        implements Serializable {

    /** The cluster of the standard error in words, the clinic where there is no other. */
    public String clusterOrClinic() {
        return clusterOrClinic(cluster, clinic);
    }

    static String clusterOrClinic(String cluster, String clinic) {
        return cluster.isEmpty() ? "clinic " + clinic : cluster;
    }
}
