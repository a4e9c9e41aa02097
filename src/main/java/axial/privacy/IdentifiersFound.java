package axial.privacy;

import java.util.List;

/** Columns that may tell who somebody is: the run stops before anything is stored. No message holds a value. */
public final class IdentifiersFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * One column with what was found in it.
     *
     * @param where the file or the source
     * @param column as it may be shown
     */
    public record Column(String where, String column, boolean required, List<Finding> findings)
            implements java.io.Serializable {}

    private final List<Column> columns;

    public IdentifiersFound(List<Column> columns) {
        super(columns.size() + " columns may tell who somebody is");
        this.columns = List.copyOf(columns);
    }

    public List<Column> columns() {
        return columns;
    }
}
