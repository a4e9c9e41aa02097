package axial.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a number is written for people: rounded half up, a real minus sign, thousands grouped.
 *
 * @param point between whole and parts
 * @param group between thousands
 */
record Shown(char point, char group) {
    static final int G_DECIMALS = 2;
    private static final String NO_NUMBER = "–";
    private static final int READABLE_STEPS = 20;

    String number(double number, int decimals) {
        if (Double.isNaN(number)) {
            return NO_NUMBER;
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? "−" : "") + grouped(rounded.abs().toPlainString());
    }

    /** A number as it was written in the job file. */
    String plain(BigDecimal number) {
        String digits = number.abs().stripTrailingZeros().toPlainString().replace('.', point);
        return (number.signum() < 0 ? "−" : "") + digits;
    }

    /** {@code estimate (low to high)}, or the estimate alone where it has no interval. */
    String withInterval(double estimate, double low, double high, int decimals, String to) {
        String number = number(estimate, decimals);
        boolean interval = !Double.isNaN(low) && !Double.isNaN(high);
        return interval ? number + " (" + interval(low, high, decimals, to) + ")" : number;
    }

    String interval(double low, double high, int decimals, String to) {
        return number(low, decimals) + to + number(high, decimals);
    }

    String count(long n) {
        return n < 0 ? NO_NUMBER : grouped(Long.toString(n));
    }

    /** The count in a cell of a table, or the words for a count that is not shown. */
    String count(String cell, String hidden) {
        return cell.isEmpty() ? hidden : count(Long.parseLong(cell));
    }

    /** How many of a hundred a share is, as a whole number. */
    String perHundred(double share) {
        return number(share * 100, 0);
    }

    /** Decimals that show a twentieth of the change that matters, and no more. */
    static int decimals(double mcid) {
        return Math.max(0, (int) Math.ceil(-Math.log10(mcid / READABLE_STEPS) - 1e-9));
    }

    private String grouped(String digits) {
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        String rest = dot < 0 ? "" : point + digits.substring(dot + 1);
        return whole.replaceAll("(\\d)(?=(\\d{3})+$)", "$1" + group) + rest;
    }
}
