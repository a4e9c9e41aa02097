package axial.tables;

import java.util.List;

/**
 * One refused record and one reason: a row of {@code rejects.csv}. A record with several reasons has several rows. No
 * value of the record stands in it.
 *
 * @param line where the record starts in the file, from 1 (the header is line 1)
 * @param shape the refused value with every letter as {@code a} and every digit as {@code 9}, or empty
 */
public record RejectRow(String source, String file, long line, String field, String code, String reason, String shape)
        implements java.io.Serializable {
    public static final List<String> COLUMNS = List.of("source", "file", "line", "field", "code", "reason", "shape");

    public List<String> cells() {
        return List.of(source, file, Long.toString(line), field, code, reason, shape);
    }
}
