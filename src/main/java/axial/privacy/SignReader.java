package axial.privacy;

/** Reads the signs of one text: cheap looks first, so that scores and words of a few letters cost next to nothing. */
final class SignReader {
    private static final int FEWEST_CODE_DIGITS = 5;
    /** How many digits most postcodes of bare digits have; also many other codes. */
    private static final int POSTCODE = 5;

    private static final int LONGEST_CODE = 24;
    private static final int HEX_OF_A_HASH = 16;
    private static final int UUID = 36;

    private SignReader() {}

    static long signs(Cell cell) {
        if (cell.isPlainNumber()) {
            return cell.digits() == cell.length() ? ofBareDigits(cell) : 0;
        }
        if (isTechnical(cell)) {
            return Sign.TECHNICAL.holds();
        }
        long signs = Contacts.signs(cell);
        if (cell.digits() >= 3) {
            signs |= ofDigits(cell);
            if (Sign.DATE.holdsIn(signs)) {
                return signs;
            }
        }
        if (cell.letters() >= 3) {
            signs |= PersonNames.signs(cell);
        }
        if (cell.letterWords() >= 2 && cell.letters() > cell.digits()) {
            signs |= Sign.TEXT.holds();
        }
        return signs | Places.signs(cell);
    }

    private static long ofBareDigits(Cell cell) {
        return cell.digits() == POSTCODE ? Sign.POSTCODE.looks() : cell.digits() > POSTCODE ? ofDigits(cell) : 0;
    }

    private static long ofDigits(Cell cell) {
        if (Dates.year(cell) != Dates.NONE) {
            return Sign.DATE.holds();
        }
        long signs = Contacts.isPhone(cell) ? Sign.PHONE.holds() : 0;
        if (cell.digits() >= 9 && cell.digits() < cell.length() && Contacts.hasSsn(cell.text())) {
            signs |= Sign.US_SSN.holds();
        }
        if (cell.digits() >= 6 && cell.onlyMarks(".-/")) {
            signs |= cell.letters() == 0 && cell.digits() == 10 ? NationalNumbers.cpr(cell.text()) : 0;
            String packed = cell.packed();
            if (packed.length() >= 9 && packed.length() <= 34) {
                signs |= NationalNumbers.signs(packed, cell.letters());
            }
        }
        return signs | code(cell);
    }

    private static long code(Cell cell) {
        boolean code = cell.words() == 1
                && cell.length() <= LONGEST_CODE
                && cell.digits() >= FEWEST_CODE_DIGITS
                && cell.onlyMarks("-_/.");
        if (!code) {
            return 0;
        }
        if (isInstant(cell)) {
            return Sign.INSTANT.holds();
        }
        boolean dated = cell.digits() >= 8 && Dates.yearInside(cell.text()) != Dates.NONE;
        return Sign.CODE.holds() | (dated ? Sign.DATE.looks() : 0);
    }

    /** Seconds or milliseconds since 1970, of 2008 to 2033. */
    private static boolean isInstant(Cell cell) {
        int length = cell.length();
        if (cell.digits() != length || (length != 10 && length != 13)) {
            return false;
        }
        long seconds = Long.parseLong(cell.text().substring(0, 10));
        return seconds >= 1_200_000_000L && seconds < 2_000_000_000L;
    }

    /** A UUID, or a hash in hexadecimal digits, of which some are letters. */
    private static boolean isTechnical(Cell cell) {
        String text = cell.text();
        boolean dashed = text.length() == UUID;
        if (text.length() < HEX_OF_A_HASH || cell.letters() < 3 || cell.letters() + cell.digits() + 4 < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.digit(c, 16) < 0 && !(dashed && c == '-')) {
                return false;
            }
        }
        return true;
    }
}
