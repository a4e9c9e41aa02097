package axial.evidence;

import axial.clinic.Vocabulary;
import axial.stats.ExactProportion;
import axial.tables.SafetyRow;
import axial.walk.Cells;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;

/** Adverse events per visit at which they were asked about, with exact intervals. */
final class Harms {
    private static final int ANY = 5;

    private Harms() {}

    static List<SafetyRow> rows(WalkPlan plan, Cells cells) {
        List<SafetyRow> rows = new ArrayList<>();
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            Cells.Harms harms = cells.harmsByArm().getOrDefault(arm, new Cells.Harms());
            rows.add(row(plan.arms().get(arm), "any", harms, ANY));
            for (int severity = 0; severity < Vocabulary.SEVERITY.size(); severity++) {
                rows.add(row(plan.arms().get(arm), Vocabulary.SEVERITY.get(severity), harms, severity));
            }
        }
        return rows;
    }

    private static SafetyRow row(String arm, String severity, Cells.Harms harms, int at) {
        long events = harms.events[at];
        double none = Double.NaN;
        if (harms.asked == 0) {
            return new SafetyRow(arm, severity, harms.visits, 0, events, none, none, none, "not_estimable");
        }
        double[] interval = ExactProportion.clopperPearson(events, harms.asked, 0.95);
        return new SafetyRow(
                arm,
                severity,
                harms.visits,
                harms.asked,
                events,
                1000.0 * events / harms.asked,
                1000 * interval[0],
                1000 * interval[1],
                "estimated");
    }
}
