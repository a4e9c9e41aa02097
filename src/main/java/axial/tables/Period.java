package axial.tables;

import java.time.LocalDate;

/**
 * The month that a day of the visits table lies in, as a number that grows with time. Days before 1990 count from the
 * patient's first visit: they have periods of thirty days. Days of the profile safe-harbor count from a secret day: they
 * have no period.
 */
public final class Period {
    /** Days from here on count from a secret day; the calendar reaches it in the year 4707. */
    public static final int SECRET = 1_000_000;

    /** Where no day is known, or not where it lies. */
    public static final int NONE = Integer.MIN_VALUE;

    private static final int FIRST_DATE = (int) LocalDate.of(1990, 1, 1).toEpochDay();
    private static final int FIRST_MONTH = 1990 * 12;
    private static final int DAYS = 30;

    private Period() {}

    /** The period of a day. */
    public static int of(int day) {
        if (day < FIRST_DATE) {
            return Math.floorDiv(day, DAYS);
        }
        if (day >= SECRET) {
            return NONE;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /** Whether the period is a calendar month. */
    public static boolean isCalendar(int period) {
        return period >= FIRST_MONTH;
    }

    /** The calendar month that is written {@code 2024-03}. */
    public static int month(String label) {
        return Integer.parseInt(label.substring(0, 4)) * 12 + Integer.parseInt(label.substring(5)) - 1;
    }

    /** {@code 2024-03}; {@code P0} for the first thirty days of patients whose dates are not known; empty for none. */
    public static String label(int period) {
        if (period == NONE) {
            return "";
        }
        int month = period % 12 + 1;
        return isCalendar(period) ? period / 12 + "-" + (month < 10 ? "0" : "") + month : "P" + period;
    }
}
