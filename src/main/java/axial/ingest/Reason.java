package axial.ingest;

import axial.privacy.MaskedShape;
import java.io.Serializable;

/**
 * Why a record was refused.
 *
 * @param code stable word, explained by {@code axial explain}
 * @param shape the refused text with letters as {@code a} and digits as {@code 9}
 */
record Reason(String field, String code, String words, String shape) implements Serializable {
    static Reason of(String field, String code, String words, String refused) {
        return new Reason(field, code, words, MaskedShape.of(refused, '9'));
    }
}
