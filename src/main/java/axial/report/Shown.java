package axial.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a number is written for people: rounded half up, a real minus sign, commas at the thousands. */
final class Shown {
    static final int G_DECIMALS = 2;
    private static final String NO_NUMBER = "–";
    private static final int READABLE_STEPS = 20;

    private Shown() {}

    static String number(double number, int decimals) {
        if (Double.isNaN(number)) {
            return NO_NUMBER;
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? "−" : "") + grouped(rounded.abs().toPlainString());
    }

    /** {@code estimate (low to high)}, or the estimate alone where it has no interval. */
    static String withInterval(double estimate, double low, double high, int decimals) {
        String number = number(estimate, decimals);
        boolean interval = !Double.isNaN(low) && !Double.isNaN(high);
        return interval ? number + " (" + interval(low, high, decimals) + ")" : number;
    }

    static String interval(double low, double high, int decimals) {
        return number(low, decimals) + " to " + number(high, decimals);
    }

    static String count(long n) {
        return n < 0 ? NO_NUMBER : grouped(Long.toString(n));
    }

    /** The count in a cell of a table, or the words for a count that is not shown. */
    static String count(String cell, String hidden) {
        return cell.isEmpty() ? hidden : count(Long.parseLong(cell));
    }

    /** How many of a hundred a share is, as a whole number. */
    static String perHundred(double share) {
        return number(share * 100, 0);
    }

    /** Decimals that show a twentieth of the change that matters, and no more. */
    static int decimals(double mcid) {
        return Math.max(0, (int) Math.ceil(-Math.log10(mcid / READABLE_STEPS) - 1e-9));
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String rest = point < 0 ? "" : digits.substring(point);
        return whole.replaceAll("(\\d)(?=(\\d{3})+$)", "$1,") + rest;
    }
}
