package axial.ingest;

import axial.privacy.MaskedShape;
import java.io.Serializable;

/**
 * Why a record was refused.
 *
 * @param code stable word, explained by {@code axial explain}
 * @param shape the refused text with letters as {@code a} and digits as {@code 9}
 * @param file where the fault stands, where that is not where the record begins; else empty
 * @param line in that file, from 1
 */
record Reason(String field, String code, String words, String shape, String file, long line) implements Serializable {
    static Reason of(String field, String code, String words, String refused) {
        return new Reason(field, code, words, MaskedShape.of(refused, '9'), "", 0);
    }

    /** The same reason with the place of the fault. */
    Reason at(String place, long where) {
        return new Reason(field, code, words, shape, place, where);
    }
}
