package axial.evidence;

import axial.question.Job;
import axial.stats.CrossProducts;
import axial.stats.LeastSquares;
import axial.stats.Moments;
import axial.walk.Cells;
import axial.walk.Design;
import axial.walk.Design.Column;
import axial.walk.Design.Kind;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From sums to the columns of a model and its cross-products. */
final class Models {
    private Models() {}

    /** The columns for an analysis; of each category the first level that anybody has is the reference. */
    static Design design(Job job, WalkPlan plan, Cells cells, ExactSums both, long stepsPerUnit) {
        return design(job, plan, cells.levels(), both, stepsPerUnit);
    }

    /** The same for sums whose levels stand in these columns. */
    static Design design(
            Job job, WalkPlan plan, Map<String, Integer> columnOfLevel, ExactSums both, long stepsPerUnit) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Kind.ONE, 0, "", ExactSums.ONE, 0, 1));
        columns.add(new Column(Kind.ARM, 0, "", ExactSums.ONE, 0, 1));
        for (String covariate : job.adjustFor()) {
            int number = plan.numbers().indexOf(covariate);
            if (covariate.equals(WalkPlan.BASELINE)) {
                columns.add(number(Kind.BASELINE, 0, ExactSums.BASELINE, both));
            } else if (number >= 0) {
                columns.add(number(Kind.NUMBER, number, 3 + number, both));
            } else {
                columns.addAll(levels(plan, columnOfLevel, covariate, both));
            }
        }
        Moments change = Side.moments(both, ExactSums.CHANGE, 1);
        return new Design(columns, nearest(change.mean()), stepsPerUnit);
    }

    private static Column number(Kind kind, int source, int sumsColumn, ExactSums both) {
        Moments steps = Side.moments(both, sumsColumn, 1);
        double unit = steps.variance() > 0 ? Math.sqrt(steps.variance()) : 1;
        return new Column(kind, source, "", sumsColumn, nearest(steps.mean()), unit);
    }

    private static int nearest(double mean) {
        return Double.isNaN(mean) ? 0 : (int) Math.rint(mean);
    }

    private static List<Column> levels(
            WalkPlan plan, Map<String, Integer> columnOfLevel, String category, ExactSums both) {
        Map<String, Integer> present = new TreeMap<>();
        String start = category + "=";
        columnOfLevel.forEach((level, column) -> {
            if (level.startsWith(start) && both.product(column, column).signum() > 0) {
                present.put(level.substring(start.length()), column);
            }
        });
        List<Column> columns = new ArrayList<>();
        int source = plan.categories().indexOf(category);
        present.forEach((level, column) -> columns.add(new Column(Kind.LEVEL, source, level, column, 0, 1)));
        return columns.isEmpty() ? columns : columns.subList(1, columns.size());
    }

    /** X'X, X'y and y'y over the rows of both sides; either may have none. */
    static CrossProducts crossProducts(Design design, @Nullable ExactSums arm, @Nullable ExactSums comparator) {
        int p = design.columns().size();
        int[] columns = IntStream.range(-1, p).toArray(); // the change first
        double[][] xx = new double[p][p];
        double[] xy = new double[p];
        double yy = 0;
        long n = 0;
        for (ExactSums sums : Arrays.asList(arm, comparator)) {
            if (sums == null) {
                continue;
            }
            double[][] products = design.products(sums, sums == arm, columns);
            n += sums.count();
            yy += products[0][0];
            for (int i = 0; i < p; i++) {
                double[] row = products[i + 1];
                xy[i] += row[0];
                for (int j = 0; j <= i; j++) {
                    xx[i][j] += row[j + 1];
                    xx[j][i] = xx[i][j];
                }
            }
        }
        return new CrossProducts(n, xx, xy, yy);
    }

    /** The columns of a propensity model: all but the arm, without those that earlier ones determine. */
    static int[] propensityColumns(CrossProducts total) {
        int p = total.xy().length;
        int[] candidates = IntStream.range(0, p).filter(c -> c != 1).toArray();
        int[] kept = LeastSquares.fit(of(total, candidates)).kept();
        return Arrays.stream(kept).map(k -> candidates[k]).toArray();
    }

    /** The cross-products of some columns. */
    static CrossProducts of(CrossProducts total, int[] columns) {
        double[][] xx = new double[columns.length][columns.length];
        double[] xy = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            xy[i] = total.xy()[columns[i]];
            for (int j = 0; j < columns.length; j++) {
                xx[i][j] = total.xx()[columns[i]][columns[j]];
            }
        }
        return new CrossProducts(total.n(), xx, xy, total.yy());
    }
}
