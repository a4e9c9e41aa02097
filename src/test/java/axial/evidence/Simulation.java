package axial.evidence;

import axial.question.Job;
import axial.stats.ClassicalInference;
import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.NonInferiority;
import axial.stats.TippingSurface;
import axial.stats.WelchDifference;
import axial.sums.InMemory;
import axial.tables.EstimateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often the intervals hold the truth in worlds whose truth is known: {@code Simulation [runs]} prints a table, by
 * default of 2,000 runs. Every run goes from visits through the walk and the sums to the rows.
 */
public final class Simulation {
    private Simulation() {}

    /** What one kind of interval did over all runs of a scenario. */
    static final class Tally {
        int runs;
        int covered;
        double error;

        void add(Finding finding, double truth) {
            if (finding instanceof Estimate e) {
                runs++;
                covered += e.low() <= truth && truth <= e.high() ? 1 : 0;
                error += e.value() - truth;
            }
        }

        double coverage() {
            return (double) covered / runs;
        }

        double bias() {
            return error / runs;
        }
    }

    /** What a scenario found. */
    static final class Found {
        final Map<String, Tally> tallies = new TreeMap<>();
        int notInferior;
        int runs;

        synchronized void add(Map<String, Finding> findings, Map<String, Double> truths, boolean claimed) {
            findings.forEach((name, finding) ->
                    tallies.computeIfAbsent(name, n -> new Tally()).add(finding, truths.get(name)));
            notInferior += claimed ? 1 : 0;
            runs++;
        }

        double coverage(String name) {
            return tallies.get(name).coverage();
        }

        double bias(String name) {
            return tallies.get(name).bias();
        }

        /** How often the arm was called not inferior. */
        double claims() {
            return (double) notInferior / runs;
        }
    }

    static Found of(Scenario scenario, int runs) {
        Job job = scenario.job();
        Found found = new Found();
        IntStream.range(0, runs).parallel().forEach(run -> once(scenario, job, run, found));
        return found;
    }

    private static void once(Scenario scenario, Job job, int run, Found found) {
        Scenario.Made made = scenario.make(run);
        InMemory seen = InMemory.of(job, made.patients());
        boolean practitioners = scenario == Scenario.TEN_PRACTITIONERS;
        Evidence evidence = practitioners ? seen.evidence() : seen.sumsOnly();
        List<Analysis> analyses = evidence.analyses();
        Analysis analysis = analyses.get(1);
        Map<String, Finding> findings = new TreeMap<>();
        findings.put(
                "crude",
                WelchDifference.of(
                        analysis.arm().change(), analysis.comparator().change()));
        findings.put("naive", ClassicalInference.of(analysis.fit(), Ancova.ARM_COLUMN));
        findings.put("CR2", analysis.adjusted());
        Map<String, Double> truths = new TreeMap<>();
        findings.keySet().forEach(name -> truths.put(name, scenario.truth()));
        Inquiry inquiry = evidence.inquiry(job.questions().get(0));
        if (scenario == Scenario.FADES || scenario == Scenario.NO_DIFFERENCE) {
            rows(new RepeatedMeasures(), inquiry, "short", "adjusted_difference", "MMRM", findings);
            rows(new RepeatedMeasures(), inquiry, "short", "decay_since_immediate", "MMRM decay", findings);
            rows(new Lasting(), inquiry, "short", "decay_since_immediate", "decay", findings);
            double growth = scenario.truth() - scenario.truthOnTheFirstDay();
            truths.put("MMRM", scenario.truth());
            truths.put("MMRM decay", growth);
            truths.put("decay", growth);
        }
        if (practitioners) {
            analyses.stream()
                    .flatMap(each -> new BetweenPractitioners().rows(each).stream())
                    .forEach(row -> put(row, "practitioner_icc", "share of practitioners", findings));
            truths.put("share of practitioners", Scenario.SHARE_OF_PRACTITIONERS);
        }
        if (scenario == Scenario.CLINICS_DIFFER) {
            for (EstimateRow row : new ClinicsOtherwise().rows(analysis)) {
                put(row, "two_stage_difference", "two-stage", findings);
                put(row, "one_stage_difference", "one-stage", findings);
            }
            truths.put("two-stage", scenario.truth());
            truths.put("one-stage", scenario.truth());
        }
        if (scenario == Scenario.DROPOUT && analysis.adjusted() instanceof Estimate e) {
            TippingSurface surface = new TippingSurface(
                    e,
                    analysis.arm().n(),
                    analysis.arm().unseen(),
                    analysis.comparator().n(),
                    analysis.comparator().unseen());
            findings.put("tipped to truth", surface.at(made.unseenArm(), made.unseenComparator()));
            truths.put("tipped to truth", scenario.truth());
        }
        boolean claimed = analysis.benefit() instanceof Estimate benefit
                && NonInferiority.of(benefit, 1, benefit.df()).pValue() < 0.025;
        found.add(findings, truths, claimed);
    }

    private static void rows(
            QuestionEstimator estimator,
            Inquiry inquiry,
            String window,
            String metric,
            String name,
            Map<String, Finding> findings) {
        for (EstimateRow row : estimator.rows(inquiry)) {
            if (row.window().equals(window)) {
                put(row, metric, name, findings);
            }
        }
    }

    private static void put(EstimateRow row, String metric, String name, Map<String, Finding> findings) {
        if (row.metric().equals(metric) && row.estimated()) {
            findings.put(
                    name,
                    new Estimate(row.estimate(), row.stdError(), row.df(), row.ciLow(), row.ciHigh(), row.pValue()));
        }
    }

    /** Prints the table. */
    public static void main(String[] args) {
        int runs = args.length == 0 ? 2000 : Integer.parseInt(args[0]);
        List<String> lines = new ArrayList<>();
        lines.add("| world | truth | interval | bias | holds the truth, % | called not inferior, % |");
        lines.add("|---|---:|---|---:|---:|---:|");
        for (Scenario scenario : Scenario.values()) {
            Found found = of(scenario, runs);
            found.tallies.forEach((name, tally) -> lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.3f | %.1f | %.1f |",
                    scenario.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    name.startsWith("share") ? Scenario.SHARE_OF_PRACTITIONERS : scenario.truth(),
                    name,
                    tally.bias(),
                    100 * tally.coverage(),
                    100 * found.claims())));
        }
        lines.forEach(System.out::println);
    }
}
