package axial.ingest;

import java.io.Serializable;

/** Says whether a patient withdrew, so that no record of theirs is taken in again. */
@FunctionalInterface
public interface Withdrawal extends Serializable {
    boolean of(String patient);
}
