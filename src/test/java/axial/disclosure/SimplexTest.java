package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

class SimplexTest {
    private static final int MOST_STEPS = 10_000;

    @Test
    void endsAtTheSamePointAsCommonsMathToTheLastBitWhereManyPointsAreEquallyCheap() {
        Random random = new Random(7);
        int feasible = 0;
        int infeasible = 0;
        for (int program = 0; program < 600; program++) {
            int cells = 3 + random.nextInt(18);
            double[] cost = cost(random, cells);
            List<Simplex.Condition> conditions = conditions(random, cells);
            double[] expected = commonsMath(cost, conditions);
            double[] found = Simplex.cheapest(cost, conditions, MOST_STEPS).orElse(new double[] {});
            assertArrayEquals(withoutSignsOfZero(expected), withoutSignsOfZero(found), "program " + program);
            feasible += expected.length > 0 ? 1 : 0;
            infeasible += expected.length > 0 ? 0 : 1;
        }
        assertTrue(feasible > 100 && infeasible > 100, feasible + " feasible, " + infeasible + " not");
    }

    @Test
    void givesUpAfterTheMostSteps() {
        Simplex.Condition sum = condition(new double[] {1, 1}, true, 2);
        assertTrue(Simplex.cheapest(new double[] {1, 2}, List.of(sum), 0).isEmpty());
        assertArrayEquals(
                new double[] {2, 0},
                Simplex.cheapest(new double[] {1, 2}, List.of(sum), 9).orElseThrow());
    }

    /** Few different prices, so that there are ties. */
    private static double[] cost(Random random, int cells) {
        double[] cost = new double[2 * cells];
        for (int i = 0; i < cells; i++) {
            cost[i] = random.nextInt(4) * Math.sqrt(1 + random.nextInt(2));
            cost[cells + i] = cost[i];
        }
        return cost;
    }

    /** One coordinate pair is raised by 11, sums of some others stay as they are, most have a floor. */
    private static List<Simplex.Condition> conditions(Random random, int cells) {
        List<Simplex.Condition> conditions = new ArrayList<>();
        conditions.add(condition(pair(new double[2 * cells], 0, 1), true, 11));
        for (int i = 1; i < cells; i++) {
            if (random.nextInt(5) > 0) {
                conditions.add(condition(pair(new double[2 * cells], i, -1), false, random.nextInt(30)));
            }
        }
        for (int relation = 0; relation < 2 + cells / 2; relation++) {
            double[] row = new double[2 * cells];
            int members = 2 + random.nextInt(4);
            for (int m = 0; m < members; m++) {
                pair(row, random.nextInt(cells), m == 0 ? -1 : 1);
            }
            conditions.add(condition(row, true, 0));
        }
        return conditions;
    }

    private static Simplex.Condition condition(double[] combination, boolean equal, double value) {
        int[] columns = IntStream.range(0, combination.length)
                .filter(c -> combination[c] != 0)
                .toArray();
        double[] entries =
                Arrays.stream(columns).mapToDouble(c -> combination[c]).toArray();
        return new Simplex.Condition(new SparseRow(columns, entries, value), equal);
    }

    private static double[] written(SparseRow row, int width) {
        double[] written = new double[width];
        Arrays.setAll(written, row::at);
        return written;
    }

    private static double[] pair(double[] row, int cell, int sign) {
        row[cell] = sign;
        row[row.length / 2 + cell] = -sign;
        return row;
    }

    private static double[] commonsMath(double[] cost, List<Simplex.Condition> conditions) {
        List<LinearConstraint> constraints = conditions.stream()
                .map(c -> new LinearConstraint(
                        written(c.combination(), cost.length),
                        c.equal() ? Relationship.EQ : Relationship.LEQ,
                        c.combination().value()))
                .distinct()
                .toList();
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_STEPS),
                            new LinearObjectiveFunction(cost, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint();
        } catch (NoFeasibleSolutionException none) {
            return new double[] {};
        }
    }

    private static double[] withoutSignsOfZero(double[] point) {
        return Arrays.stream(point).map(x -> x + 0.0).toArray();
    }
}
