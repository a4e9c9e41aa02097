package axial.question;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores that a source writes otherwise than in the field's unit.
 *
 * @param clinics whose; empty for all
 * @param columns of the items that a score is made of; else empty
 */
public record Conversion(List<String> fields, Coding from, List<String> clinics, List<String> columns)
        implements Serializable {

    /** Whether it is about this field of this clinic. */
    public boolean concerns(String field, @Nullable String clinic) {
        return fields.contains(field) && (clinics.isEmpty() || clinics.contains(clinic));
    }
}
