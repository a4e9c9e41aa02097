package axial.tables;

import java.util.List;

/**
 * Adverse events by arm and severity: a row of {@code safety.csv}. Visits count where adverse events were asked about;
 * {@code severity} is {@code any} or one of the vocabulary.
 *
 * @param visits treated visits whose tokens are the arm's
 * @param asked of these, where adverse events were asked about
 * @param events of the asked, with an event of this severity
 * @param per1000Asked events per 1,000 asked visits, with its exact (Clopper–Pearson) 95 % interval
 */
public record SafetyRow(
        String arm,
        String severity,
        long visits,
        long asked,
        long events,
        double per1000Asked,
        double ciLow,
        double ciHigh,
        String status) {
    public static final List<String> COLUMNS =
            List.of("arm", "severity", "visits", "asked", "events", "per_1000_asked", "ci_low", "ci_high", "status");

    /** The same events, their number withheld. */
    public SafetyRow withheld() {
        double none = Double.NaN;
        return new SafetyRow(arm, severity, visits, asked, -1, none, none, none, "withheld");
    }

    /** The same events, of other visits. */
    public SafetyRow withCounts(long ofVisits, long ofAsked) {
        return new SafetyRow(arm, severity, ofVisits, ofAsked, events, per1000Asked, ciLow, ciHigh, status);
    }

    public List<String> cells() {
        return List.of(
                arm,
                severity,
                Numbers.count(visits),
                Numbers.count(asked),
                Numbers.count(events),
                Numbers.exact(per1000Asked),
                Numbers.exact(ciLow),
                Numbers.exact(ciHigh),
                status);
    }
}
