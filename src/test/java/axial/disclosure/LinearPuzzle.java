package axial.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Counts of which some are known, and sums that they obey: which others can only be one whole number? */
final class LinearPuzzle {
    private static final double PEOPLE_ON_EARTH = 1e10;
    private static final int ROUNDS = 6;

    private final Map<String, Long> known = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Map<String, List<String>> sums = new LinkedHashMap<>();

    void known(String name, long value) {
        names.add(name);
        known.put(name, value);
    }

    void unknown(String name) {
        names.add(name);
    }

    Set<String> names() {
        return new TreeSet<>(names);
    }

    void sum(String whole, List<String> parts) {
        names.add(whole);
        names.addAll(parts);
        sums.put(whole + " = " + parts, join(whole, parts));
    }

    void sumWithRest(String whole, List<String> parts, String rest) {
        List<String> all = new ArrayList<>(parts);
        all.add(rest);
        sum(whole, all);
    }

    private static List<String> join(String whole, List<String> parts) {
        List<String> all = new ArrayList<>(List.of(whole));
        all.addAll(parts);
        return all;
    }

    /** Every count that is known or follows, by name. */
    Map<String, Long> solved() {
        Map<String, Long> solved = new TreeMap<>(known);
        for (List<List<String>> component : components()) {
            solve(component, solved);
        }
        return solved;
    }

    /** Sums that share an unknown count. */
    private List<List<List<String>>> components() {
        Map<String, List<List<String>>> of = new TreeMap<>();
        for (List<String> sum : sums.values()) {
            List<List<String>> joined = new ArrayList<>(List.of(sum));
            for (String name : sum) {
                List<List<String>> other = known.containsKey(name) ? null : of.get(name);
                if (other != null && !joined.containsAll(other)) {
                    other.stream().filter(s -> !joined.contains(s)).forEach(joined::add);
                }
            }
            for (List<String> member : joined) {
                member.stream().filter(name -> !known.containsKey(name)).forEach(name -> of.put(name, joined));
            }
        }
        return of.values().stream()
                .collect(java.util.stream.Collectors.toMap(
                        System::identityHashCode, c -> c, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private void solve(List<List<String>> component, Map<String, Long> solved) {
        List<String> unknown = component.stream()
                .flatMap(List::stream)
                .filter(name -> !known.containsKey(name))
                .distinct()
                .sorted()
                .toList();
        List<LinearConstraint> constraints =
                component.stream().map(sum -> constraint(sum, unknown)).toList();
        List<LinearConstraint> all = new ArrayList<>(constraints);
        double[] together = new double[unknown.size()];
        Arrays.fill(together, 1);
        all.add(new LinearConstraint(together, Relationship.LEQ, PEOPLE_ON_EARTH));
        Bounds bounds = new Bounds(new LinearConstraintSet(all), unknown.size());
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] objective = new double[unknown.size()];
            for (int i = 0; i < objective.length; i++) {
                objective[i] = bounds.isOne(i) ? random.nextDouble() - 0.5 : 0;
            }
            bounds.extend(objective, GoalType.MAXIMIZE);
            bounds.extend(objective, GoalType.MINIMIZE);
        }
        for (int i = 0; i < unknown.size(); i++) {
            double[] objective = new double[unknown.size()];
            objective[i] = 1;
            for (GoalType goal : new GoalType[] {GoalType.MINIMIZE, GoalType.MAXIMIZE}) {
                if (bounds.isOne(i)) {
                    bounds.extend(objective, goal);
                }
            }
            if (bounds.isOne(i)) {
                solved.put(unknown.get(i), (long) Math.floor(bounds.most[i] + 1e-6));
            }
        }
    }

    private LinearConstraint constraint(List<String> sum, List<String> unknown) {
        double[] row = new double[unknown.size()];
        double right = 0;
        for (int i = 0; i < sum.size(); i++) {
            int sign = i == 0 ? -1 : 1;
            Long value = known.get(sum.get(i));
            if (value == null) {
                row[unknown.indexOf(sum.get(i))] += sign;
            } else {
                right -= sign * value;
            }
        }
        return new LinearConstraint(row, Relationship.EQ, right);
    }

    /** The least and the most that each unknown count was seen to be. */
    private static final class Bounds {
        private final LinearConstraintSet constraints;
        private final double[] least;
        private final double[] most;

        Bounds(LinearConstraintSet constraints, int unknown) {
            this.constraints = constraints;
            least = new double[unknown];
            most = new double[unknown];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
        }

        /** Whether no two whole numbers were seen. */
        boolean isOne(int which) {
            return !(Math.floor(most[which] + 1e-6) > Math.ceil(least[which] - 1e-6));
        }

        /** Moves the bounds to where the objective is best. */
        void extend(double[] objective, GoalType goal) {
            double[] point = new SimplexSolver()
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(objective, 0),
                            constraints,
                            goal,
                            new NonNegativeConstraint(true))
                    .getPoint();
            for (int i = 0; i < point.length; i++) {
                least[i] = Math.min(least[i], point[i]);
                most[i] = Math.max(most[i], point[i]);
            }
        }
    }
}
