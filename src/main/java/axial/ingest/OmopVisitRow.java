package axial.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code visit_occurrence} with that of its person.
 *
 * @param id the visit's, or {@link #NO_ID} where it is no whole number
 * @param line where the row starts in its file, or its number in the database, by id
 * @param columns as {@code table.column}
 */
record OmopVisitRow(long id, long line, List<String> columns, List<@Nullable String> cells) {
    static final long NO_ID = Long.MIN_VALUE;

    /** The cell of {@code table.column}, empty where it is missing. */
    String cell(String column) {
        int place = columns.indexOf(column);
        String cell = place < 0 ? null : cells.get(place);
        return cell == null ? "" : cell.strip();
    }

    /** Whole numbers as some programs export them, {@code 17.0}, without their empty decimals. */
    static String whole(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.matches("-?\\d{1,18}\\.0+") ? stripped.substring(0, stripped.indexOf('.')) : stripped;
    }

    /** The id of a visit. */
    static long idOf(@Nullable String text) {
        String whole = whole(text);
        return whole.matches("-?\\d{1,18}") ? Long.parseLong(whole) : NO_ID;
    }
}
