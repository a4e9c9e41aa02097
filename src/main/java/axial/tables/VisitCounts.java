package axial.tables;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;

/**
 * What became of records, or how a run changes that: every record read has exactly one fate.
 *
 * @param rejected refused by a rule
 * @param held held back, because several versions of a visit have no order
 * @param withdrawn of patients who withdrew
 */
public record VisitCounts(
        long read, long accepted, long duplicates, long superseded, long rejected, long held, long withdrawn)
        implements Serializable {
    public static final VisitCounts NONE = new VisitCounts(0, 0, 0, 0, 0, 0, 0);

    public VisitCounts plus(VisitCounts more) {
        return new VisitCounts(
                read + more.read,
                accepted + more.accepted,
                duplicates + more.duplicates,
                superseded + more.superseded,
                rejected + more.rejected,
                held + more.held,
                withdrawn + more.withdrawn);
    }

    /** Rejected by a rule, held back or withdrawn. */
    @JsonIgnore
    public long refused() {
        return rejected + held + withdrawn;
    }

    @JsonIgnore
    public boolean isConserved() {
        return read == accepted + duplicates + superseded + refused();
    }
}
