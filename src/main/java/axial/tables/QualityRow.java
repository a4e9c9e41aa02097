package axial.tables;

import java.util.List;

/**
 * How complete one field is in one clinic: a row of {@code quality.csv}.
 *
 * @param check what is counted; {@code recorded}: visits in which the field has a value
 * @param n how many pass
 * @param of how many there are
 */
public record QualityRow(String check, String clinic, String field, long n, long of, String status) {
    public static final List<String> COLUMNS = List.of("check", "clinic_id", "field", "n", "of", "status");

    public List<String> cells() {
        return List.of(check, clinic, field, Numbers.count(n), Numbers.count(of), status);
    }
}
