package axial.evidence;

import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.NotEstimable;
import axial.tables.HarmRow;

/** A row of harms on its way: what it is about, then either a number or why there is none. */
record HarmLine(String measure, String arm, String comparator, String group, int windowDays, String unit) {
    static final double NONE = Double.NaN;
    private static final long LEAST_SHOWN = 100;

    static HarmLine of(String measure, String arm, String group, String unit) {
        return new HarmLine(measure, arm, "", group, -1, unit);
    }

    HarmRow counted(long events, long exposure, double estimate, double low, double high, String words) {
        return new HarmRow(
                measure,
                arm,
                comparator,
                group,
                windowDays,
                events,
                exposure,
                unit,
                estimate,
                low,
                high,
                NONE,
                "estimated",
                words);
    }

    /** A share of people or visits may point at a person where few have, or few lack, what is counted. */
    HarmRow withheld(long exposure) {
        long shown = exposure < LEAST_SHOWN ? -1 : exposure;
        return new HarmRow(
                measure, arm, comparator, group, windowDays, -1, shown, unit, NONE, NONE, NONE, NONE, "withheld", "");
    }

    HarmRow said(String status, String words) {
        return new HarmRow(
                measure, arm, comparator, group, windowDays, -1, -1, unit, NONE, NONE, NONE, NONE, status, words);
    }

    HarmRow found(Finding finding, long events, String words) {
        if (finding instanceof Estimate e) {
            return new HarmRow(
                    measure,
                    arm,
                    comparator,
                    group,
                    windowDays,
                    events,
                    -1,
                    unit,
                    e.value(),
                    e.low(),
                    e.high(),
                    e.pValue(),
                    "estimated",
                    words);
        }
        return said("not_estimable", finding instanceof NotEstimable n ? n.reason() : "");
    }
}
