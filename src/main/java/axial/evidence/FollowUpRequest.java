package axial.evidence;

import java.io.Serializable;

/**
 * A model of who is followed, on arm and covariates.
 *
 * @param columns the design's columns that it uses
 * @param certain kinds of whom everybody was followed: their chance is one, and no coefficient need tell
 * @param hopeless kinds of whom nobody was followed: nobody can stand for them, so they are left out
 * @param certainSide per side, comparator first, whether everybody was followed
 */
@SuppressWarnings("ArrayRecordComponent") // a message, never compared
public record FollowUpRequest(int[] columns, Kinds certain, Kinds hopeless, boolean[] certainSide)
        implements Serializable {}
