package axial.privacy;

/** One text, its characters counted in one pass. */
final class Cell {
    private static final int ASCII = 128;
    private static final String MARKS = "@.:-/+();,_'";
    private static final byte[] MARK_OF = new byte[ASCII];

    static {
        for (int i = 0; i < MARKS.length(); i++) {
            MARK_OF[MARKS.charAt(i)] = (byte) (i + 1);
        }
    }

    private final String text;
    private final int letters;
    private final int lower;
    private final int digits;
    private final int words;
    private final int letterWords;
    private final int marks;
    private final long hash;

    /**
     * A text as it is read by people.
     *
     * @param written without blanks at its ends; an apostrophe before it is a spreadsheet's mark that it is text
     */
    Cell(String written) {
        String text = written.startsWith("'") ? written.substring(1) : written;
        int letterCount = 0;
        int lowerCount = 0;
        int digitCount = 0;
        int wordCount = 0;
        int letterWordCount = 0;
        int seen = 0;
        long mixed = 0x9E3779B97F4A7C15L;
        boolean between = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            mixed = (mixed ^ c) * 0x100000001B3L;
            if (c < ASCII ? c <= ' ' : Character.isSpaceChar(c)) {
                between = true;
                continue;
            }
            boolean letter = c < ASCII ? isLetter(c) : Character.isLetter(c);
            if (between) {
                wordCount++;
                letterWordCount += letter ? 1 : 0;
                between = false;
            }
            if (c >= '0' && c <= '9') {
                digitCount++;
            } else if (letter) {
                letterCount++;
                lowerCount += Character.isLowerCase(c) ? 1 : 0;
            } else {
                seen |= 1 << (c < ASCII ? MARK_OF[c] : 0);
            }
        }
        this.text = text;
        this.letters = letterCount;
        this.lower = lowerCount;
        this.digits = digitCount;
        this.words = wordCount;
        this.letterWords = letterWordCount;
        this.marks = seen;
        this.hash = mix(mixed);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    int letters() {
        return letters;
    }

    int digits() {
        return digits;
    }

    int words() {
        return words;
    }

    /** How many words begin with a letter. */
    int letterWords() {
        return letterWords;
    }

    long hash() {
        return hash;
    }

    /** Whether one of {@link #MARKS} stands in it. */
    boolean has(char mark) {
        return (marks & 1 << MARK_OF[mark]) != 0;
    }

    /** Whether it holds no mark but these. */
    boolean onlyMarks(String allowed) {
        int rest = marks;
        for (int i = 0; i < allowed.length(); i++) {
            rest &= ~(1 << MARK_OF[allowed.charAt(i)]);
        }
        return rest == 0;
    }

    /** Digits, perhaps with a sign in front and one decimal point or comma. */
    boolean isPlainNumber() {
        boolean sign = text.charAt(0) == '-' || text.charAt(0) == '+';
        int others = length() - digits - (sign ? 1 : 0);
        return letters == 0 && (others == 0 || (others == 1 && (has('.') || has(','))));
    }

    /** The letters A to Z and digits alone, the letters as capitals. */
    String packed() {
        if (letters + digits == length() && lower == 0) {
            return text;
        }
        StringBuilder packed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLetter(c)) {
                packed.append((char) (c & ~('a' ^ 'A')));
            } else if (c >= '0' && c <= '9') {
                packed.append(c);
            }
        }
        return packed.toString();
    }
}
