package axial.privacy;

import java.util.Locale;
import java.util.Set;

/** Dates in texts: of which year they are, whatever their form. */
final class Dates {
    /** Stands for no date. */
    static final int NONE = 0;

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2099;

    /** Of two digits for a year, these and higher ones are of the last century. */
    private static final int LAST_CENTURY = 35;

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** How months begin in English, German, French, Spanish, Italian, Dutch. */
    private static final Set<String> MONTHS = Set.of(
            "jan", "gen", "ene", "feb", "fev", "mar", "maa", "mrt", "apr", "avr", "abr", "may", "mai", "mag", "mei",
            "jun", "jui", "giu", "jul", "lug", "aug", "aou", "ago", "sep", "set", "oct", "okt", "ott", "nov", "dec",
            "dez", "dic");

    private Dates() {}

    /** The year of the date that the cell is, a time perhaps after it; {@link #NONE} where it is no date. */
    static int year(Cell cell) {
        if (cell.digits() < 3 || cell.length() > 40) {
            return NONE;
        }
        String text = cell.text();
        if (cell.letters() > 2) {
            return withMonthName(text);
        }
        int a = run(text, 0);
        if (a == 8) {
            return a == text.length() || isTime(text, a) ? packed(text, 0) : NONE;
        }
        int b = run(text, a + 1);
        int c = run(text, a + b + 2);
        boolean parts = a > 0 && a <= 4 && (b == 1 || b == 2) && c > 0 && c <= 4;
        if (!parts || !isSeparator(text.charAt(a)) || text.charAt(a) != text.charAt(a + 1 + b)) {
            return NONE;
        }
        int end = a + b + c + 2;
        if (end < text.length() && !isTime(text, end)) {
            return NONE;
        }
        return a == 4 && c <= 2
                ? valid(number(text, 0, a), number(text, a + 1, b), number(text, a + b + 2, c))
                : a <= 2 && (c == 4 || c == 2) ? dayFirst(text, a, b, c) : NONE;
    }

    private static int dayFirst(String text, int a, int b, int c) {
        int last = number(text, a + b + 2, c);
        int year = c == 4 ? last : last >= LAST_CENTURY ? 1900 + last : 2000 + last;
        int day = number(text, 0, a);
        int month = number(text, a + 1, b);
        return valid(year, month, day) != NONE ? year : valid(year, day, month);
    }

    /** The year of a date inside a code: eight digits on their own, or {@code 1970-03-04}. */
    static int yearInside(String text) {
        for (int at = 0; at < text.length(); at++) {
            int run = run(text, at);
            if (run == 8) {
                int year = packed(text, at);
                if (year != NONE) {
                    return year;
                }
            } else if (run == 4 && run(text, at + 5) == 2 && run(text, at + 8) == 2) {
                int year = valid(number(text, at, 4), number(text, at + 5, 2), number(text, at + 8, 2));
                if (year != NONE && isSeparator(text.charAt(at + 4)) && isSeparator(text.charAt(at + 7))) {
                    return year;
                }
            }
            at += run;
        }
        return NONE;
    }

    /** How many digits stand from there on. */
    private static int run(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return Math.max(0, end - from);
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '.' || c == '/';
    }

    private static boolean isTime(String text, int from) {
        return (text.charAt(from) == ' ' || text.charAt(from) == 'T') && run(text, from + 1) == 2;
    }

    private static int number(String text, int from, int digits) {
        return Integer.parseInt(text, from, from + digits, 10);
    }

    private static int packed(String text, int at) {
        int yearFirst = valid(number(text, at, 4), number(text, at + 4, 2), number(text, at + 6, 2));
        return yearFirst != NONE
                ? yearFirst
                : valid(number(text, at + 4, 4), number(text, at + 2, 2), number(text, at, 2));
    }

    private static int valid(int year, int month, int day) {
        boolean there = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= DAYS[month - 1];
        return there ? year : NONE;
    }

    /** {@code 4 March 1970}, {@code Mar 4, 1970}, {@code 04-MAR-70}. */
    private static int withMonthName(String text) {
        String[] parts = text.split("[ .,/-]+", 5);
        if (parts.length != 3) {
            return NONE;
        }
        int month = Character.isLetter(parts[0].charAt(0)) ? 0 : 1;
        String name = Words.plain(parts[month]);
        String day = parts[1 - month];
        boolean formed = name.length() >= 3
                && MONTHS.contains(name.substring(0, 3).toLowerCase(Locale.ROOT))
                && run(day, 0) == day.length()
                && day.length() <= 2
                && run(parts[2], 0) == parts[2].length();
        if (!formed || day.isEmpty() || (parts[2].length() != 4 && parts[2].length() != 2)) {
            return NONE;
        }
        int year = Integer.parseInt(parts[2]);
        return valid(year >= 100 ? year : year >= LAST_CENTURY ? 1900 + year : 2000 + year, 1, Integer.parseInt(day));
    }
}
