package axial.ingest;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One record of a source as text, by the source's own column names.
 *
 * @param line where it starts in the file, from 1; a record number where the format has no lines
 * @param names the columns that the record has, declared in the job or not
 * @param cells the text of a column; null where the record has none, {@link #NO_TEXT} where it is no text
 * @param fault what is wrong with the record as a whole, or empty
 * @param reasons what the format found wrong, beside what the rules of visits will find
 */
record RawRecord(long line, List<String> names, Cells cells, String fault, List<Reason> reasons) {
    /** The cells of a record by the names of their columns. */
    @FunctionalInterface
    interface Cells extends UnaryOperator<@Nullable String> {
        /**
         * The cell of a column whose place is known.
         *
         * @param place among {@link #names}
         */
        default @Nullable String at(int place, String name) {
            return apply(name);
        }

        /**
         * The same cell as a text that may come again, where the format knows that.
         *
         * @param place among {@link #names}
         */
        default @Nullable Word word(int place) {
            return null;
        }

        /** Whether a column that is none of {@link #names} has no cell in any record with these names. */
        default boolean areAllNamed() {
            return false;
        }
    }

    /** Stands for a list, a structure or bytes that are no text; refused in every field. */
    static final String NO_TEXT = "\u0000";

    RawRecord(long line, List<String> names, Cells cells, String fault) {
        this(line, names, cells, fault, List.of());
    }
}
