package axial.privacy;

import java.util.Locale;
import java.util.regex.Pattern;

/** Ways to reach a person or a device, told by their form. */
final class Contacts {
    private static final Pattern DOMAIN = Pattern.compile("(?:[\\p{L}\\p{N}-]++\\.)+\\p{L}{2,}");
    private static final Pattern URL = Pattern.compile(
            "(?:https?|ftps?)://[^\\s/]|\\bwww\\.[\\p{L}\\p{N}-]+\\.\\p{L}{2,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV4 =
            Pattern.compile("(?<![\\d.])(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])(?::\\d+)?");
    private static final Pattern IPV6 = Pattern.compile(
            "(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=.{0,40}::)(?:[0-9a-f]{1,4}:{1,2}){2,7}[0-9a-f]{0,4}(?:/\\d+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAC = Pattern.compile(
            "[0-9a-f]{2}(?::[0-9a-f]{2}){5}|(?=.*[a-f])[0-9a-f]{2}(?:-[0-9a-f]{2}){5}|[0-9a-f]{4}(?:\\.[0-9a-f]{4}){2}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SSN = Pattern.compile("(?<![\\d-])(\\d{3})([- ])(\\d{2})\\2(\\d{4})(?![\\d-])");
    private static final Pattern PHONE = Pattern.compile(String.join(
            "|",
            "\\+\\d[\\d ()./-]{6,20}",
            "00[1-9]\\d{0,2}[ /][\\d ()./-]{7,18}",
            "\\(\\+?\\d{1,5}\\)[\\d /.-]{5,14}",
            "0[1-9]\\d{0,4} ?/ ?[\\d -]{4,12}",
            "0[1-9]\\d{0,4}( \\d{2,8}){1,4}",
            "0[1-9]\\d{2,3}-\\d{3}-?\\d{4}",
            "0[1-9]\\d{2,3}-\\d{7}",
            "0[1-9]\\d{0,2}-\\d{2,4}( \\d{2,4}){1,3}",
            "0[1-9](\\.\\d{2}){4}",
            "(1[ .-])?[2-9]\\d{2}([ .-])\\d{3}\\3\\d{4}",
            "[5-9]\\d{2} \\d{3} \\d{3}",
            "[5-9]\\d{2}( \\d{2}){3}",
            "[2-9]\\d{2} \\d{2} \\d{3}",
            "3\\d{2} \\d{3} ?\\d{4}"));
    private static final Pattern CALLED =
            Pattern.compile("(?:tel|phone|telefon|fax|mobile?|cell|handy)[.: ]+[+(0-9]", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXTENSION = Pattern.compile(" ?(?:x|ext\\.?|#) ?\\d{1,6}$", Pattern.CASE_INSENSITIVE);

    /** Versions of programs have four small numbers too. */
    private static final int SMALL_OCTET = 31;

    private Contacts() {}

    static long signs(Cell cell) {
        long signs = 0;
        String text = cell.text();
        if (cell.has('@') && hasEmail(text)) {
            signs |= Sign.EMAIL.holds();
        }
        if (cell.has('.')
                && cell.letters() > 4
                && (cell.has('/') || mayBeWww(text))
                && URL.matcher(text).find()) {
            signs |= Sign.URL.holds();
        }
        if (cell.digits() >= 4 && cell.has('.') && isIpv4(text)) {
            signs |= Sign.IP.holds();
        }
        if (cell.has(':') && cell.onlyMarks(":/") && IPV6.matcher(text).matches()) {
            signs |= Sign.IP.holds();
        }
        if ((cell.length() == 17 || cell.length() == 14)
                && cell.onlyMarks(":.-")
                && MAC.matcher(text).matches()) {
            signs |= Sign.MAC.holds();
        }
        return signs;
    }

    /** Every @ is looked at where it stands, so that a long text costs no more than its length. */
    private static boolean hasEmail(String text) {
        for (int at = text.indexOf('@', 1); at > 0; at = text.indexOf('@', at + 1)) {
            char before = text.charAt(at - 1);
            boolean named = Character.isLetterOrDigit(before) || "._%+'-".indexOf(before) >= 0;
            if (named && DOMAIN.matcher(text).region(at + 1, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeWww(String text) {
        return text.toLowerCase(Locale.ROOT).contains("www.");
    }

    private static boolean isIpv4(String text) {
        var parts = IPV4.matcher(text);
        if (!parts.find()) {
            return false;
        }
        boolean large = false;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(parts.group(i));
            if (octet > 255) {
                return false;
            }
            large |= octet > SMALL_OCTET;
        }
        return large;
    }

    /** United States social security and taxpayer numbers with their dashes, alone or in a text. */
    static boolean hasSsn(String text) {
        var parts = SSN.matcher(text);
        while (parts.find()) {
            int area = Integer.parseInt(parts.group(1));
            int group = Integer.parseInt(parts.group(3));
            boolean taxpayer = area >= 900 && group >= 50 && group != 89 && group != 93;
            boolean person = area > 0
                    && area != 666
                    && area < 900
                    && group > 0
                    && !parts.group(4).equals("0000");
            if (taxpayer || person) {
                return true;
            }
        }
        return false;
    }

    /** A telephone or fax number with the marks that such numbers are written with; bare digits are none. */
    static boolean isPhone(Cell cell) {
        if (cell.digits() < 7 || cell.length() > 40 || cell.letters() > 10) {
            return false;
        }
        String text = cell.text();
        if (cell.letters() > 0) {
            boolean mayBe = cell.words() > 1 || cell.has(':') || cell.has('.') || text.indexOf('x') > 0;
            if (!mayBe) {
                return false;
            }
            if (CALLED.matcher(text).lookingAt()) {
                return true;
            }
            text = EXTENSION.matcher(text).replaceFirst("");
        }
        return text.length() > 6 && PHONE.matcher(text).matches();
    }
}
