package axial.privacy;

import java.util.Locale;

/**
 * Why a column may tell who somebody is.
 *
 * @param hits how many of its texts are written so; 0 where the column's name alone says it
 * @param of how many texts stand in the column
 * @param shape how one of them is written, without what it says; may be empty
 * @param because what makes them so
 */
public record Finding(IdentifierKind kind, long hits, long of, String shape, String because)
        implements java.io.Serializable {
    /** {@code 480 of 512 values look like NHS numbers (ddd ddd dddd): …}, without a value. */
    public String words() {
        String counted = hits == 0
                ? String.format(Locale.ROOT, "%,d values are called %s", of, kind.words())
                : String.format(Locale.ROOT, "%,d of %,d values look like %s", hits, of, kind.words());
        return counted + (shape.isEmpty() ? "" : " (" + shape + ")") + ": " + because;
    }
}
