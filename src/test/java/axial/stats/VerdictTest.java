package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One word for each comparison, and never one that the interval shown beside it contradicts. */
class VerdictTest {
    private static final int CASES = 100_000;
    private static final double NONE = Double.NaN;

    private record Case(Estimate benefit, double mcid, double margin) {
        static Case random(SplittableRandom dice) {
            double df = dice.nextInt(3) == 0 ? NONE : 2 + dice.nextInt(60);
            Estimate benefit = Estimate.wald(6 * dice.nextDouble() - 3, 0.05 + dice.nextDouble(), df);
            double mcid = dice.nextInt(4) == 0 ? NONE : 0.2 + 2 * dice.nextDouble();
            return new Case(benefit, mcid, dice.nextInt(4) == 0 ? NONE : 0.1 + 2 * dice.nextDouble());
        }

        Verdict verdict() {
            return Verdict.of(benefit, mcid, margin);
        }
    }

    @Test
    void everyCaseGetsTheOneVerdictWhoseDefinitionHolds() {
        SplittableRandom dice = new SplittableRandom(5);
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        for (int i = 0; i < CASES; i++) {
            Case given = Case.random(dice);
            seen.merge(given.verdict(), 1, Integer::sum);
            int holding = 0;
            for (Verdict verdict : Verdict.values()) {
                holding += holds(verdict, given) ? 1 : 0;
            }
            assertEquals(1, holding, () -> given + " has not exactly one verdict");
            assertTrue(holds(given.verdict(), given), () -> given + " is called " + given.verdict());
        }
        assertEquals(6, seen.size(), "not every verdict turned up: " + seen);
    }

    /** The definitions, written so that none of them leans on the order in which they are asked. */
    private static boolean holds(Verdict verdict, Case c) {
        Estimate e = c.benefit();
        boolean stated = !Double.isNaN(c.margin());
        double margin = stated ? c.margin() : 0;
        boolean worse = e.high() < -margin;
        boolean better = e.low() > 0;
        double reach = StudentT.quantile(0.95, e.df()) * e.stdError();
        boolean inside = stated && e.value() - reach > -margin && e.value() + reach < margin;
        boolean notInferior = stated && e.low() > -margin;
        boolean small = e.value() < c.mcid();
        return switch (verdict) {
            case INFERIOR -> worse;
            case SUPERIOR -> better && !small;
            case BETTER_BUT_SMALL -> better && small;
            case EQUIVALENT -> !worse && !better && inside;
            case NON_INFERIOR -> !better && !inside && notInferior;
            case INCONCLUSIVE -> !worse && !better && !inside && !notInferior;
            case NOT_ESTIMABLE, NOT_ANSWERABLE -> false;
        };
    }

    @Test
    void theTwoSidedAndTheOneSidedRouteNeverDisagreeWithTheIntervalShown() {
        SplittableRandom dice = new SplittableRandom(6);
        for (int i = 0; i < CASES; i++) {
            Case given = Case.random(dice);
            Estimate e = given.benefit();
            assertEquals(e.pValue() < 0.05, e.low() > 0 || e.high() < 0, () -> "superiority of " + given);
            if (!Double.isNaN(given.margin())) {
                double oneSided = NonInferiority.of(e, given.margin(), e.df()).pValue();
                assertEquals(oneSided < 0.025, e.low() > -given.margin(), () -> "non-inferiority of " + given);
                Equivalence both = Equivalence.of(e, given.margin());
                assertEquals(both.pValue() < 0.05, both.holds(), () -> "equivalence of " + given);
            }
        }
    }

    @Test
    void aTurnedInstrumentTurnsNothingElse() {
        SplittableRandom dice = new SplittableRandom(7);
        for (int i = 0; i < CASES; i++) {
            Case given = Case.random(dice);
            Estimate change = given.benefit().times(-1);
            assertEquals(given.verdict(), Verdict.of(change.times(-1), given.mcid(), given.margin()));
        }
    }

    @Test
    void aWiderMarginNeverMakesAnArmWorse() {
        SplittableRandom dice = new SplittableRandom(8);
        for (int i = 0; i < CASES; i++) {
            Case given = Case.random(dice);
            double margin = Double.isNaN(given.margin()) ? 1 : given.margin();
            int before = rank(Verdict.of(given.benefit(), given.mcid(), margin / 2));
            int after = rank(Verdict.of(given.benefit(), given.mcid(), margin));
            assertTrue(after >= before, () -> given + " falls when the margin is doubled");
        }
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case INFERIOR -> 0;
            case INCONCLUSIVE -> 1;
            default -> 2;
        };
    }

    @Test
    void withoutAnIntervalThereIsNoVerdict() {
        assertEquals(Verdict.NOT_ESTIMABLE, Verdict.of(new NotEstimable("nobody"), 2, 1));
        assertEquals(Verdict.NOT_ESTIMABLE, Verdict.of(Estimate.interval(1, NONE, NONE, NONE), 2, 1));
    }
}
