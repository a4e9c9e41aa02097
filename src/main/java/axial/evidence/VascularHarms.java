package axial.evidence;

import axial.question.Job;
import axial.stats.CaseCrossover;
import axial.stats.CaseCrossover.MatchedSet;
import axial.stats.PoissonRate;
import axial.tables.HarmRow;
import axial.walk.VascularSums;
import axial.walk.VascularSums.Age;
import axial.walk.VascularSums.Case;
import axial.walk.VascularSums.Exposure;
import java.util.ArrayList;
import java.util.List;

/** Strokes, dissections and the like after a thrust, after other treatment and after any visit (as Cassidy 2008). */
final class VascularHarms {
    private static final double PER = 100_000;
    static final String PROTOPATHIC =
            "A torn artery hurts before it causes a stroke, and people seek care for that pain: a visit shortly before"
                    + " such an event may be its consequence and not its cause. Visits without thrust share this, so"
                    + " they are the comparison; no rate here is an effect of treatment.";

    private VascularHarms() {}

    static List<HarmRow> rows(Job job, VascularSums sums) {
        List<HarmRow> rows = new ArrayList<>();
        for (Exposure exposure : Exposure.values()) {
            for (Age age : Age.values()) {
                for (int window : VascularSums.WINDOWS) {
                    rows.add(rate(job, sums, exposure, age, window));
                }
            }
        }
        rows.add(crossover(job, sums.cases()));
        addCases(rows, job, sums.cases());
        rows.add(HarmLine.of("protopathic", "", "", "").said("said", PROTOPATHIC));
        return rows;
    }

    private static HarmRow rate(Job job, VascularSums sums, Exposure exposure, Age age, int window) {
        HarmLine line = new HarmLine(
                "vascular",
                exposure.word(),
                "",
                age.word(),
                window,
                "per 100000 visits after which harm was asked about");
        long events = sums.events(exposure, age, window);
        long visits = sums.visits().getOrDefault(exposure, new long[Age.values().length])[age.ordinal()];
        if (visits < job.disclosure().minCell()
                || (events > 0 && events < job.disclosure().minCell())) {
            return line.withheld(visits);
        }
        double[] limits = PoissonRate.garwood(events, 0.95);
        return line.counted(
                events,
                visits,
                PER * events / visits,
                PER * limits[0] / visits,
                PER * limits[1] / visits,
                "first event of a patient, told where asked; Garwood 1936");
    }

    private static HarmRow crossover(Job job, List<Case> cases) {
        HarmLine line = new HarmLine(
                "case_crossover",
                Exposure.THRUST.word(),
                "",
                "",
                VascularSums.SELF_DAYS,
                "odds ratio, self-controlled");
        int fewest = Math.max(CaseCrossover.FEWEST_CASES, job.disclosure().minCell());
        if (cases.size() < fewest) {
            return line.said(
                    "not_estimable", "with fewer than " + fewest + " events a list of cases says more than a ratio");
        }
        List<MatchedSet> sets = cases.stream()
                .map(c -> new MatchedSet(c.windows(), c.exposed(), c.caseExposed(), 1))
                .toList();
        return line.found(
                CaseCrossover.of(sets),
                cases.size(),
                "thrust in the 7 days up to the event against up to four weeks ending 31 days before and earlier;"
                        + " conditional likelihood, exact limits");
    }

    private static void addCases(List<HarmRow> rows, Job job, List<Case> cases) {
        if (cases.isEmpty()) {
            rows.add(HarmLine.of("vascular_case", "", "", "").said("counted", "no vascular event is recorded"));
            return;
        }
        if (!job.disclosure().trusted()) {
            rows.add(HarmLine.of("vascular_case", "", "", "")
                    .said("withheld", "cases are listed in the trusted profile only"));
            return;
        }
        for (Case one : cases) {
            List<String> before = new ArrayList<>();
            for (Exposure exposure : Exposure.values()) {
                int days = one.days().get(exposure.ordinal());
                before.add("last " + exposure.word().replace('_', ' ')
                        + (days < 0 ? ": never" : ": " + days + " days before"));
            }
            rows.add(HarmLine.of("vascular_case", "", one.age().word(), "case")
                    .said("counted", String.join("; ", before) + (one.asked() ? "; asked" : "; told without asking")));
        }
    }
}
