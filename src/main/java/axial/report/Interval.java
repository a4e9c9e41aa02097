package axial.report;

/** A difference with its 95 % interval. */
record Interval(double estimate, double low, double high) {

    /** Turned so that positive favours the arm. */
    Interval times(int sign) {
        return sign >= 0 ? this : new Interval(-estimate, -high, -low);
    }

    boolean within(double bound) {
        return low > -bound && high < bound;
    }

    /** Whether it runs from a harm that matters to a benefit that matters. */
    boolean spans(double bound) {
        return low <= -bound && high >= bound;
    }

    boolean holdsZero() {
        return low <= 0 && high >= 0;
    }

    boolean known() {
        return !Double.isNaN(estimate) && !Double.isNaN(low) && !Double.isNaN(high);
    }
}
