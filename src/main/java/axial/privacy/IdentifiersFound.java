package axial.privacy;

import java.io.Serializable;
import java.util.List;

/** Columns that may tell who somebody is: the run stops before anything is stored. No message holds a value. */
public final class IdentifiersFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * One column with what was found in it.
     *
     * @param where the file, or the source where it shows in several files together
     * @param name empty where the name itself may tell who somebody is
     * @param place of the column, from 1
     */
    public record Column(String where, String name, int place, List<Finding> findings) implements Serializable {
        /** {@code column notes}, or its number. */
        public String called() {
            return name.isEmpty()
                    ? "column number " + place + " (its name is not shown, for it may itself tell)"
                    : "column " + name;
        }
    }

    private final List<Column> columns;

    public IdentifiersFound(List<Column> columns) {
        super(columns.size() + " columns may tell who somebody is");
        this.columns = List.copyOf(columns);
    }

    public List<Column> columns() {
        return columns;
    }
}
