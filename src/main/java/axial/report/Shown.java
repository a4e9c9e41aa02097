package axial.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a number is written for people: rounded half up, a real minus sign, thousands grouped.
 *
 * @param point between whole and parts
 * @param group between thousands
 * @param peopleStep what counts of people are rounded to: 1 where they are exact
 */
record Shown(char point, char group, int peopleStep) {
    static final int G_DECIMALS = 2;
    private static final String NO_NUMBER = "–";
    private static final int READABLE_STEPS = 20;
    /** What a standard normal variable is below in 97.5 of 100 cases. */
    static final double NORMAL_975 = 1.959963984540054;

    private static final long FEWEST_FOR_HUNDREDTHS = 100;
    private static final long FEWEST_FOR_STEPS = 25;

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

    /** How many people, or visits of people, to the step of the page. */
    String people(long n) {
        return count(toStep(n));
    }

    /** The people in a cell of a table, or the words for a count that is not shown. */
    String people(String cell, String hidden) {
        return cell.isEmpty() ? hidden : people(Long.parseLong(cell));
    }

    /** How many a page says that there are: nobody only where there is nobody, −1 where it is not known. */
    long toStep(long n) {
        return n <= 0 ? n : Math.max(peopleStep, Math.round(n / (double) peopleStep) * peopleStep);
    }

    /** The share of people in others, reckoned from the counts that the page gives. */
    double share(long some, long of) {
        return some < 0 || of <= 0 ? Double.NaN : Math.min(1, toStep(some) / (double) toStep(of));
    }

    /** How many of a hundred a share is, as a whole number. */
    String perHundred(double share) {
        return number(share * 100, 0);
    }

    /**
     * How many of a hundred in a group of {@code n}: where people are rounded, so is the share of a group below a hundred,
     * for a hundredth of it is less than a person and would tell how many there are.
     */
    String perHundred(double share, long n) {
        return number(hundredths(share, n), 0);
    }

    /** The same as a number; exact where people are. */
    double hundredths(double share, long n) {
        if (!roundsPeople()) {
            return share * 100;
        }
        int step = n >= FEWEST_FOR_HUNDREDTHS ? 1 : n >= FEWEST_FOR_STEPS ? peopleStep : 2 * peopleStep;
        return Math.rint(share * 100 / step) * step;
    }

    /**
     * Events per thousand, reckoned from the counts as the page gives them, with the 95 % score interval (Wilson 1927,
     * JASA 22:209); the tables have the exact one.
     */
    String perThousand(long events, long of, String to) {
        double n = toStep(of);
        double share = toStep(events) / n;
        double z = NORMAL_975;
        double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        double low = events == 0 ? 0 : Math.max(0, middle - half);
        return withInterval(share * 1000, low * 1000, Math.min(1, middle + half) * 1000, 0, to);
    }

    boolean roundsPeople() {
        return peopleStep > 1;
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
