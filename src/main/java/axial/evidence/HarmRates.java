package axial.evidence;

import axial.question.Job;
import axial.stats.ClusterRateRatio;
import axial.stats.ExactProportion;
import axial.stats.PoissonRate;
import axial.stats.PoissonRateRatio;
import axial.stats.RareEvents;
import axial.tables.HarmRow;
import axial.walk.HarmSums;
import axial.walk.WalkPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How often harm was told, where it was asked about: per visit, per patient, per manipulation, and between arms. */
final class HarmRates {
    private static final double RARE = 1e-4;
    private static final String PER_VISIT = "per 1000 asked visits";
    private static final int UNKNOWN = 4;
    private static final int MODERATE = 1;
    private static final int SERIOUS = 3;

    private final Job job;
    private final WalkPlan plan;
    private final HarmSums sums;
    private final int enough;

    HarmRates(Job job, WalkPlan plan, HarmSums sums) {
        this.job = job;
        this.plan = plan;
        this.sums = sums;
        this.enough = job.disclosure().minCell();
    }

    List<HarmRow> rows() {
        List<HarmRow> rows = new ArrayList<>();
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            for (int severity = HarmSums.ANY; severity >= 0; severity--) {
                if (severity != UNKNOWN || visits(arm).events[UNKNOWN] > 0) {
                    addRates(rows, arm, severity);
                }
            }
        }
        for (Job.Question question : job.questions()) {
            if (question.notAnswerable() == null && question.dose() == null) {
                addRatio(rows, question, "any", HarmSums.ANY, HarmSums.ANY);
                addRatio(rows, question, "moderate or worse", MODERATE, SERIOUS);
            }
        }
        return rows;
    }

    private HarmSums.Counts visits(int arm) {
        HarmSums.Counts all = new HarmSums.Counts();
        sums.visits().forEach((place, counts) -> {
            if (place.arm() == arm) {
                all.addAll(counts);
            }
        });
        return all;
    }

    private boolean small(long events, long exposure) {
        return exposure < enough || (events > 0 && events < enough);
    }

    private void addRates(List<HarmRow> rows, int arm, int severity) {
        String name = plan.arms().get(arm);
        String group = HarmSums.severity(severity);
        HarmSums.Counts visits = visits(arm);
        HarmSums.Counts patients = sums.patients().getOrDefault(arm, new HarmSums.Counts());
        long events = visits.events[severity];
        rows.add(share(HarmLine.of("per_asked_visit", name, group, PER_VISIT), events, visits.asked));
        rows.add(share(
                HarmLine.of("per_patient", name, group, "per 1000 asked patients"),
                patients.events[severity],
                patients.asked));
        if (visits.manipulations > 0) {
            HarmLine line = HarmLine.of("per_1000_manipulations", name, group, "per 1000 manipulations");
            double[] limits = PoissonRate.garwood(events, 0.95);
            double thousands = visits.manipulations / 1000.0;
            rows.add(
                    small(events, visits.asked)
                            ? line.withheld(visits.manipulations)
                            : line.counted(
                                    events,
                                    visits.manipulations,
                                    events / thousands,
                                    limits[0] / thousands,
                                    limits[1] / thousands,
                                    "Garwood 1936"));
        }
        if (events == 0 && visits.asked >= enough) {
            rows.add(missed(name, group, visits.asked));
        }
    }

    private HarmRow share(HarmLine line, long events, long of) {
        if (small(events, of)) {
            return line.withheld(of);
        }
        double[] limits = ExactProportion.clopperPearson(events, of, 0.95);
        return line.counted(
                events, of, 1000.0 * events / of, 1000 * limits[0], 1000 * limits[1], "Clopper and Pearson 1934");
    }

    /** None was seen: the rate that still fits, and what could have been missed. */
    private static HarmRow missed(String arm, String group, long asked) {
        double limit = 1000 * RareEvents.upperLimit(0, asked, 0.95);
        String words =
                "none seen; one-sided 95 % limit. Were the true rate 1 in 10000 visits, the chance to see at least"
                        + " one was " + percent(RareEvents.chanceToSee(RARE, asked)) + " %; "
                        + (long) Math.ceil(RareEvents.exposureNeeded(0.95, RARE)) + " asked visits are needed for 95 %";
        return HarmLine.of("upper_limit", arm, group, PER_VISIT)
                .counted(0, asked, HarmLine.NONE, HarmLine.NONE, limit, words);
    }

    private static String percent(double share) {
        return new BigDecimal(100 * share).round(new MathContext(2)).toPlainString();
    }

    private void addRatio(List<HarmRow> rows, Job.Question question, String group, int from, int to) {
        TreeMap<String, long[]> clinics = new TreeMap<>();
        long[] all = new long[4];
        sums.visits().forEach((place, counts) -> {
            String arm = plan.arms().get(place.arm());
            int side = question.arm().contains(arm) ? 0 : question.comparator().contains(arm) ? 2 : -1;
            if (side >= 0) {
                long[] here = clinics.computeIfAbsent(place.clinic(), c -> new long[4]);
                for (int s = from; s <= to; s++) {
                    here[side] += counts.events[s];
                    all[side] += counts.events[s];
                }
                here[side + 1] += counts.asked;
                all[side + 1] += counts.asked;
            }
        });
        String arm = Job.Question.together(question.arm());
        String comparator = Job.Question.together(question.comparator());
        HarmLine exact =
                new HarmLine("rate_ratio_exact", arm, comparator, group, -1, "ratio of events per asked visit");
        HarmLine clustered =
                new HarmLine("rate_ratio_clustered", arm, comparator, group, -1, "ratio of events per asked visit");
        if (small(all[0], all[1]) || small(all[2], all[3]) || fewOfOne(question, from, to)) {
            rows.add(exact.withheld(-1));
            rows.add(clustered.withheld(-1));
            return;
        }
        rows.add(exact.found(
                PoissonRateRatio.of(all[0], all[1], all[2], all[3]),
                -1,
                "given the total (Przyborowski and Wilenski 1940): takes visits as independent"));
        rows.add(clustered.found(
                ClusterRateRatio.of(clinics.values().stream()
                        .map(c -> new ClusterRateRatio.Cluster(c[0], c[1], c[2], c[3]))
                        .toList()),
                -1,
                "linearised by clinic, t with G - 1 df"));
    }

    /** Whether one of several severities has so few events in an arm that the others' sum would tell them. */
    private boolean fewOfOne(Job.Question question, int from, int to) {
        List<String> arms = new ArrayList<>(question.arm());
        arms.addAll(question.comparator());
        for (String arm : arms) {
            HarmSums.Counts counts = visits(plan.arms().indexOf(arm));
            for (int s = from; s <= to && from != HarmSums.ANY; s++) {
                if (small(counts.events[s], counts.asked)) {
                    return true;
                }
            }
        }
        return false;
    }
}
