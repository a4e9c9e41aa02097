package axial.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Job;
import axial.question.JobFile;
import axial.stats.Estimate;
import axial.sums.InMemory;
import axial.tables.EstimateRow;
import axial.walk.WalkVisit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws that rows must keep whatever the data; what needs no rows is held ten thousand times in the tests of stats. */
class LawsOfRowsTest {
    private static final int WORLDS = 12;
    private static final Set<String> ONE_SIDED_OR_ADJUSTED = Set.of(
            "noninferiority",
            "noninferiority_half_margin",
            "noninferiority_two_margins",
            "equivalence",
            "holm_directions",
            "wald_f",
            "benjamini_hochberg",
            "probability_of_superiority",
            "risk_ratio",
            "e_value");

    private static Job job(String arm, String comparator, String more) throws Exception {
        return JobFile.parse("laws.yaml", """
                axial: 1
                title: Laws
                visits: [{ path: none.csv }]
                arms: { a: [mobilization:cervical], b: [manipulation:cervical] }
                outcomes: { pain_nprs: { mcid: 2 } }
                windows:
                  immediate: { from: 0, to: 1, target: 0 }
                  short: { from: 2, to: 91, target: 28 }
                  intermediate: { from: 92, to: 364, target: 182 }
                adjust_for: [baseline, symptom_stage]
                disclosure: { profile: trusted, min_cell: 1 }
                questions:
                  - { id: q, ask: "Which?", arm: %s, comparator: %s, margins: { pain_nprs: 1 }, %s }
                """.formatted(arm, comparator, more));
    }

    private static Stream<Scenario.Made> worlds() {
        return Stream.of(Scenario.values())
                .flatMap(s -> Stream.of(s.make(s.ordinal() + 7), s.make(s.ordinal() + 91)))
                .limit(WORLDS);
    }

    private static Map<String, EstimateRow> rows(Job job, List<List<WalkVisit>> patients) {
        Map<String, EstimateRow> rows = new TreeMap<>();
        InMemory.of(job, patients).evidence().estimates().forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    @Test
    void swappingTheArmsTurnsEveryDifferenceAndNoInteraction() throws Exception {
        Job one = job("a", "b", "subgroups: [symptom_stage]");
        Job other = job("b", "a", "subgroups: [symptom_stage]");
        for (Scenario.Made world : worlds().toList()) {
            Map<String, EstimateRow> rows = rows(one, world.patients());
            Map<String, EstimateRow> swapped = rows(other, world.patients());
            for (EstimateRow row : rows.values()) {
                EstimateRow mirror = Objects.requireNonNull(swapped.get(row.id()), row.id());
                boolean difference = row.metric().contains("difference")
                        && !row.metric().contains("least")
                        && !row.metric().contains("most")
                        && !row.estimator().startsWith("treated")
                        && !row.estimator().equals("jump_to_reference");
                if (row.estimated() && (difference || row.metric().startsWith("decay_since"))) {
                    double close = 1e-6 * Math.max(1, Math.abs(row.estimate()));
                    assertEquals(row.estimate(), -mirror.estimate(), close, row.id());
                    assertEquals(row.ciLow(), -mirror.ciHigh(), 10 * close, row.id());
                }
                if (row.metric().equals("wald_f")) {
                    assertEquals(row.pValue(), mirror.pValue(), 1e-6, row.id());
                }
            }
        }
    }

    @Test
    void anIntervalExcludesNoDifferenceExactlyWhenItsPIsBelowFivePercent() throws Exception {
        Job job = job("a", "b", "subgroups: [symptom_stage, baseline_severity, age_band]");
        int looked = 0;
        for (Scenario.Made world : worlds().toList()) {
            for (EstimateRow row : rows(job, world.patients()).values()) {
                if (row.estimated() && !Double.isNaN(row.pValue()) && !ONE_SIDED_OR_ADJUSTED.contains(row.metric())) {
                    looked++;
                    boolean excludes = row.ciLow() > 0 || row.ciHigh() < 0;
                    assertEquals(row.pValue() < 0.05, excludes, row::id);
                }
            }
        }
        assertTrue(looked > 500, "only " + looked + " rows have an interval and a p");
    }

    @Test
    void theLevelsOfASubgroupSumToTheWhole() throws Exception {
        Job job = job("a", "b", "subgroups: [symptom_stage, baseline_severity, age_band]");
        for (Scenario.Made world : worlds().toList()) {
            Map<String, long[]> sums = new TreeMap<>();
            Map<String, EstimateRow> rows = rows(job, world.patients());
            rows.values().stream()
                    .filter(row -> row.metric().equals("adjusted_difference")
                            && row.estimator().equals("ancova")
                            && !row.subgroup().isEmpty())
                    .forEach(row -> {
                        String key = row.window() + " " + row.subgroup().split("=", 2)[0];
                        long[] sum = sums.computeIfAbsent(key, k -> new long[2]);
                        sum[0] += row.nArm();
                        sum[1] += row.nComparator();
                    });
            assertEquals(9, sums.size());
            sums.forEach((key, sum) -> {
                EstimateRow whole = rows.get("q/pain_nprs/" + key.split(" ", 2)[0] + "/ancova/adjusted_difference");
                assertEquals(whole.nArm(), sum[0], key);
                assertEquals(whole.nComparator(), sum[1], key);
            });
        }
    }

    @Test
    void twoGroupsWithCommonSlopesAreTheAdjustedDifference() throws Exception {
        Job job = job("a", "b", "mirrors: {}");
        for (Scenario.Made world : worlds().toList()) {
            Evidence evidence = InMemory.of(job, world.patients()).sumsOnly();
            Inquiry inquiry = evidence.inquiry(job.questions().get(0));
            for (Analysis analysis : inquiry.everybody()) {
                GroupModel model = inquiry.model(
                        analysis.outcome(),
                        List.of(GroupModel.Group.of(analysis.arm()), GroupModel.Group.of(analysis.comparator())));
                Estimate one = (Estimate) analysis.adjusted();
                Estimate other = (Estimate) model.contrast(1, -1);
                assertEquals(one.value(), other.value(), 1e-9);
                assertEquals(one.stdError(), other.stdError(), 1e-9);
                assertEquals(one.df(), other.df(), 1e-6);
            }
        }
    }

    @Test
    void sessionsAfterTheLandmarkDoNotCount() throws Exception {
        Job job = JobFile.parse("dose.yaml", """
                axial: 1
                title: Sessions
                visits: [{ path: none.csv }]
                arms: { a: [mobilization:cervical] }
                outcomes: { pain_nprs: {} }
                windows: { later: { from: 92, to: 364, target: 182 } }
                adjust_for: []
                cluster: none
                disclosure: { profile: trusted, min_cell: 5 }
                questions:
                  - { id: q, ask: "How many?", arm: a, windows: [later], dose: { sessions: [1, 2-4] } }
                """);
        List<List<WalkVisit>> patients = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            boolean many = i % 2 == 0;
            List<WalkVisit> visits = new ArrayList<>(List.of(visit(0, true, 6)));
            if (many) {
                visits.add(visit(42, true, 5));
            }
            visits.add(visit(43, true, 5));
            visits.add(visit(182, false, (many ? 2 : 4) + i % 3));
            patients.add(visits);
        }
        Map<String, EstimateRow> rows = rows(job, patients);
        EstimateRow difference =
                Objects.requireNonNull(rows.get("q/pain_nprs/later/sessions_by_day_42=2-4/dose/adjusted_difference"));
        assertEquals(-2, difference.estimate(), 1e-9);
        assertEquals(12, difference.nArm());
        assertEquals(12, difference.nComparator());
        assertNotEquals(null, rows.get("q/pain_nprs/later/dose/trend_per_class"));
    }

    @Test
    void aChangeIsSplitOnlyWhereTheJobSaysWhatIsUsual() throws Exception {
        String usual = "pain_nprs: { mcid: 2, usual: { mean: 4, correlation: 0.5, same_day: 0.8, source: a guess } }";
        Scenario.Made world = Scenario.NO_DIFFERENCE.make(1);
        Job silent = job("a", "b", "mirrors: {}");
        EstimateRow unknown = rows(silent, world.patients()).get("q/pain_nprs/short/arm/expected_regression");
        assertEquals(EstimateRow.Status.NOT_ESTIMABLE, unknown.status());
        assertTrue(unknown.reason().contains("usual"), unknown.reason());
        Job declared = JobFile.parse("usual.yaml", """
                axial: 1
                title: Usual
                visits: [{ path: none.csv }]
                arms: { a: [mobilization:cervical], b: [manipulation:cervical] }
                outcomes: { %s }
                windows: { immediate: { from: 0, to: 1, target: 0 }, short: { from: 2, to: 91, target: 28 } }
                adjust_for: [baseline, symptom_stage]
                disclosure: { profile: trusted, min_cell: 1 }
                questions: [{ id: q, ask: "Which?", arm: a, comparator: b }]
                """.formatted(usual));
        Map<String, EstimateRow> rows = rows(declared, world.patients());
        EstimateRow raw = rows.get("q/pain_nprs/short/arm/mean_change");
        EstimateRow expected = rows.get("q/pain_nprs/short/arm/expected_regression");
        EstimateRow beyond = rows.get("q/pain_nprs/short/arm/change_beyond_regression");
        assertTrue(expected.estimate() < 0 && expected.estimate() > -1.2, "the mean at the start is about 5.2");
        assertEquals(raw.estimate(), expected.estimate() + beyond.estimate(), 1e-12);
        assertEquals(raw.stdError(), beyond.stdError(), 1e-12);
        EstimateRow sameDay = rows.get("q/pain_nprs/immediate/arm/expected_regression");
        assertEquals(
                0.4 * expected.estimate(), sameDay.estimate(), 0.05, "(1 - 0.8) / (1 - 0.5), a few others are seen");
        assertTrue(raw.estimand().words().contains("not a treatment effect"));
    }

    private static WalkVisit visit(int day, boolean treated, int pain) {
        return new WalkVisit(
                day,
                treated ? "mobilization:cervical" : "",
                "",
                "C1",
                "",
                40 * 10_000,
                new String[0],
                new int[0],
                new int[] {pain * 1_000_000},
                new int[] {axial.clinic.Scaled.MISSING},
                false,
                -1,
                new int[0]);
    }
}
