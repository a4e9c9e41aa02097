package axial.privacy;

/** How a text is written, without what it says. */
public final class MaskedShape {
    private static final int SHOWN = 24;

    private MaskedShape() {}

    /**
     * The text with every digit as {@code digit}, every letter as {@code a}, what nobody sees as {@code ?} and only the marks of ASCII left; cut after
     * 24 characters.
     */
    public static String of(String text, char digit) {
        StringBuilder shape = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> shape.append(masked(c, digit)));
        return text.codePointCount(0, text.length()) > SHOWN ? shape + "…" : shape.toString();
    }

    private static char masked(int c, char digit) {
        if (Character.isDigit(c)) {
            return digit;
        }
        int type = Character.getType(c);
        if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
            return '?';
        }
        return c < 128 && !Character.isLetter(c) ? (char) c : 'a';
    }

    /** The lesser of two shapes, so that the same texts show the same one in whatever order they come. */
    static String lesser(String a, String b) {
        int byLength = Integer.compare(a.length(), b.length());
        return (byLength != 0 ? byLength : a.compareTo(b)) <= 0 ? a : b;
    }
}
