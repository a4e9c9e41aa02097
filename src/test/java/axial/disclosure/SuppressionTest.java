package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

/** An audit by another solver, over whole tables at once and in counts rather than in moves. */
class SuppressionTest {
    private static final int WIDTH = 11;

    @Test
    void whoSeesAllThatIsShownIsLeftWithAnIntervalOfElevenForEverySmallCount() {
        int small = 0;
        int shown = 0;
        for (int seed = 0; seed < 40; seed++) {
            Counts counts = crossed(new Random(seed));
            BitSet hidden = Suppression.of(counts, cell -> isSmall(counts, cell), WIDTH);
            for (int cell = 0; cell < counts.size(); cell++) {
                if (isSmall(counts, cell)) {
                    double left = extreme(counts, hidden, cell, GoalType.MAXIMIZE)
                            - extreme(counts, hidden, cell, GoalType.MINIMIZE);
                    assertTrue(left > WIDTH - 1e-6, counts.cell(cell) + " of tables " + seed + ": " + left);
                    small++;
                }
                shown += hidden.get(cell) ? 0 : 1;
            }
        }
        assertTrue(small > 200 && shown > 400, small + " small counts, " + shown + " shown");
    }

    @Test
    void hidingTheSmallCountsAloneWouldLeaveLess() {
        int less = 0;
        for (int seed = 0; seed < 40; seed++) {
            Counts counts = crossed(new Random(seed));
            BitSet hidden = new BitSet();
            for (int cell = 0; cell < counts.size(); cell++) {
                hidden.set(cell, isSmall(counts, cell) || !counts.cell(cell).isShown());
            }
            less += (int) IntStream.range(0, counts.size())
                    .filter(cell -> isSmall(counts, cell))
                    .filter(cell -> extreme(counts, hidden, cell, GoalType.MAXIMIZE)
                                    - extreme(counts, hidden, cell, GoalType.MINIMIZE)
                            < WIDTH)
                    .count();
        }
        assertTrue(less > 100, less + " with less");
    }

    @Test
    void aLongWayAmongWhatIsHiddenAnywayIsTakenBeforeAShorterOneHidesMore() {
        Counts counts = new Counts();
        List<Integer> same = new ArrayList<>();
        for (int step = 0; step < 7; step++) {
            same.add(step == 0 ? counts.shown("first", 3, 1) : counts.unshown("step " + step, 3));
            if (step > 0 && step < 6) {
                counts.parts(same.get(step - 1), List.of(same.get(step)));
            }
        }
        int others = counts.shown("others", 0, 1);
        counts.parts(same.get(5), List.of(same.get(6), others));
        int rest = counts.unshown("rest", 47);
        counts.parts(counts.unshown("whole", 50), List.of(same.get(6), rest));

        BitSet hidden = Suppression.of(counts, cell -> isSmall(counts, cell), WIDTH);

        assertFalse(hidden.get(others));
    }

    @Test
    void aThousandClinicsOfSixArmsTakeSecondsAndNoWholeHasOneHiddenCellOnly() {
        Counts counts = manyClinics(new Random(1), 1000, 6);
        BitSet hidden = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> Suppression.of(counts, cell -> isSmall(counts, cell), WIDTH));
        for (int r = 0; r < counts.relations(); r++) {
            assertNotEquals(
                    1, IntStream.of(counts.relation(r)).filter(hidden::get).count(), "relation " + r);
        }
        assertTrue(hidden.cardinality() < 3200, hidden.cardinality() + " hidden");
    }

    private static boolean isSmall(Counts counts, int cell) {
        return counts.cell(cell).n() > 0 && counts.cell(cell).n() < WIDTH;
    }

    /** Arms by clinics with both totals and that of all, then a step later with those lost in between. */
    private static Counts crossed(Random random) {
        int arms = 2 + random.nextInt(3);
        int clinics = 2 + random.nextInt(4);
        Counts counts = new Counts();
        long[][] n = new long[arms + 1][clinics + 1];
        for (int a = 0; a < arms; a++) {
            for (int c = 0; c < clinics; c++) {
                n[a][c] = random.nextInt(5) == 0 ? random.nextInt(WIDTH) : random.nextInt(80);
                n[a][clinics] += n[a][c];
                n[arms][c] += n[a][c];
                n[arms][clinics] += n[a][c];
            }
        }
        int[][] at = new int[arms + 1][clinics + 1];
        for (int a = 0; a <= arms; a++) {
            for (int c = 0; c <= clinics; c++) {
                at[a][c] = counts.shown("arm " + a + " clinic " + c, n[a][c], 1 + random.nextInt(3));
            }
        }
        for (int a = 0; a <= arms; a++) {
            counts.parts(
                    at[a][clinics], IntStream.of(at[a]).limit(clinics).boxed().toList());
            int later = counts.shown(
                    "later " + a, n[a][clinics] - random.nextInt((int) Math.min(15, 1 + n[a][clinics])), 1);
            counts.wholeWithRest(at[a][clinics], List.of(later));
        }
        for (int c = 0; c <= clinics; c++) {
            int clinic = c;
            counts.parts(
                    at[arms][c],
                    IntStream.range(0, arms).mapToObj(a -> at[a][clinic]).toList());
        }
        return counts;
    }

    /** Arms by clinics, of which each arm has two totals: of all clinics, and of those where the next arm is given, too. */
    private static Counts manyClinics(Random random, int clinics, int arms) {
        Counts counts = new Counts();
        int[][] at = new int[arms][clinics];
        for (int c = 0; c < clinics; c++) {
            List<Integer> clinic = new ArrayList<>();
            long all = 0;
            for (int a = 0; a < arms; a++) {
                long n = random.nextInt(3) == 0 ? random.nextInt(WIDTH) : random.nextInt(60);
                at[a][c] = counts.shown("arm " + a + " clinic " + c, n, 2);
                clinic.add(at[a][c]);
                all += n;
            }
            counts.parts(counts.shown("clinic " + c, all, 2), clinic);
        }
        for (int a = 0; a < arms; a++) {
            int[] arm = at[a];
            int[] next = at[(a + 1) % arms];
            List<Integer> all = IntStream.of(arm).boxed().toList();
            List<Integer> both = IntStream.range(0, clinics)
                    .filter(c -> counts.cell(next[c]).n() > 1)
                    .mapToObj(c -> arm[c])
                    .toList();
            counts.parts(counts.shown("arm " + a, sum(counts, all), 3), all);
            counts.parts(counts.shown("pooled " + a, sum(counts, both), 3), both);
        }
        return counts;
    }

    private static long sum(Counts counts, List<Integer> cells) {
        return cells.stream().mapToLong(cell -> counts.cell(cell).n()).sum();
    }

    private static double extreme(Counts counts, BitSet hidden, int cell, GoalType goal) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int c = 0; c < counts.size(); c++) {
            if (!hidden.get(c)) {
                constraints.add(new LinearConstraint(
                        unit(counts, c), Relationship.EQ, counts.cell(c).n()));
            }
        }
        for (int r = 0; r < counts.relations(); r++) {
            int[] relation = counts.relation(r);
            double[] row = unit(counts, relation[0]);
            IntStream.of(relation).skip(1).forEach(part -> row[part]--);
            constraints.add(new LinearConstraint(row, Relationship.EQ, 0));
        }
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(10_000),
                            new LinearObjectiveFunction(unit(counts, cell), 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (UnboundedSolutionException unknown) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double[] unit(Counts counts, int cell) {
        double[] unit = new double[counts.size()];
        unit[cell] = 1;
        return unit;
    }
}
