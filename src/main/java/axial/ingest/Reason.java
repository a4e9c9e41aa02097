package axial.ingest;

import java.io.Serializable;

/**
 * Why a record was refused.
 *
 * @param code stable word, explained by {@code axial explain}
 * @param shape the refused text with letters as {@code a} and digits as {@code 9}
 */
record Reason(String field, String code, String words, String shape) implements Serializable {
    private static final int SHOWN = 24;

    static Reason of(String field, String code, String words, String refused) {
        return new Reason(field, code, words, shape(refused));
    }

    private static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints()
                .limit(SHOWN)
                .forEach(c -> shape.appendCodePoint(
                        Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : isUnseen(c) ? '?' : c));
        return text.codePointCount(0, text.length()) > SHOWN ? shape + "…" : shape.toString();
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
