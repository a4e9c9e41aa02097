package axial.evidence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * A small run of {@link Simulation} with fixed seeds; {@code -Daxial.simulations=2000} makes it the full one, whose table
 * stands in {@code src/docs/simulation.md}.
 */
class SimulationTest {
    private static final int RUNS = Integer.getInteger("axial.simulations", 60);

    /** Three standard errors of a coverage of 95 %, beside what is asked of 2,000 runs. */
    private static final double SLACK = 3 * Math.sqrt(0.95 * 0.05 / RUNS);

    private static void holds(double coverage, String what) {
        assertTrue(Math.abs(coverage - 0.95) <= 0.02 + SLACK, what + " holds the truth in " + 100 * coverage + " %");
    }

    @Test
    void withTenPractitionersInEachArmTheNaiveIntervalFailsAndTheRobustOneDoesNot() {
        Simulation.Found found = Simulation.of(Scenario.TEN_PRACTITIONERS, RUNS);
        holds(found.coverage("CR2"), "CR2");
        holds(found.coverage("share of practitioners"), "the share of the variance between practitioners");
        assertTrue(found.coverage("naive") < 0.85, "the naive interval holds the truth too often to be a warning");
    }

    @Test
    void anInferiorArmIsNotCalledNotInferiorAndOneAtTheMarginRarely() {
        assertTrue(Simulation.of(Scenario.INFERIOR, RUNS).claims() == 0);
        double slack = 3 * Math.sqrt(0.025 * 0.975 / RUNS);
        double claims = Simulation.of(Scenario.AT_THE_MARGIN, RUNS).claims();
        assertTrue(claims <= 0.0275 + slack, "a false claim in " + 100 * claims + " % of runs at the margin");
    }

    @Test
    void adjustmentFindsTheTruthThatTheCrudeComparisonMisses() {
        Simulation.Found found = Simulation.of(Scenario.CONFOUNDED, RUNS);
        holds(found.coverage("CR2"), "CR2");
        assertTrue(found.coverage("crude") < 0.05, "the crude interval is not confounded");
        assertTrue(Math.abs(found.bias("crude")) > 0.6);
    }

    @Test
    void informativeDropoutMovesTheEstimateAndTheTippingSurfaceLeadsBack() {
        Simulation.Found found = Simulation.of(Scenario.DROPOUT, RUNS);
        assertTrue(found.coverage("CR2") < 0.6, "the dropout is not informative");
        assertTrue(found.coverage("tipped to truth") >= 0.93 - SLACK);
    }

    @Test
    void whatFadesIsFoundToFade() {
        Simulation.Found found = Simulation.of(Scenario.FADES, RUNS);
        holds(found.coverage("decay"), "the growth of the difference");
        holds(found.coverage("MMRM decay"), "the growth of the difference in the mixed model");
        assertTrue(Math.abs(found.bias("decay")) < 0.1);
    }

    @Test
    void clinicsThatDifferArePooledWithAnIntervalThatKnowsIt() {
        Simulation.Found found = Simulation.of(Scenario.CLINICS_DIFFER, RUNS);
        holds(found.coverage("CR2"), "CR2");
        holds(found.coverage("two-stage"), "two-stage");
        assertTrue(found.coverage("naive") < found.coverage("CR2"));
    }
}
