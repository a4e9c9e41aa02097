package axial.evidence;

import axial.walk.Design;
import java.util.List;

/**
 * One propensity model of several arms at once, and which of them are compared.
 *
 * @param columns the design's columns that the model uses
 * @param places per arm of the job its place in the model, from 0 on; -1 where it is not in it
 * @param barred kinds that some arm never has: they might not have got any arm, so they are left out
 * @param contrasts pairs of places: arm, comparator
 * @param patients whether each patient is a cluster
 */
@SuppressWarnings("ArrayRecordComponent") // a message, never compared
public record ArmsRequest(
        Design design,
        int[] columns,
        int[] places,
        int arms,
        int outcome,
        int outcomeWindow,
        Kinds barred,
        List<int[]> contrasts,
        boolean patients)
        implements EpisodeRequest {}
