package axial.evidence;

import axial.evidence.WeightAnswer.Weighted;
import axial.question.Job;
import axial.stats.Balance;
import axial.stats.Moments;
import axial.stats.PropensityWeight;
import axial.tables.BalanceRow;
import axial.tables.BalanceRow.Differences;
import axial.tables.SmallCells;
import axial.walk.Cells;
import axial.walk.Design;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** How alike the two sides of an analysis are, covariate by covariate and level by level. */
final class BalanceTable {
    private final Job job;
    private final WalkPlan plan;
    private final Job.Question question;
    private final Analysis analysis;
    private final WeightAnswer answer;

    private BalanceTable(Job job, WalkPlan plan, Job.Question question, Analysis analysis, WeightAnswer answer) {
        this.job = job;
        this.plan = plan;
        this.question = question;
        this.analysis = analysis;
        this.answer = answer;
    }

    static List<BalanceRow> rows(
            Job job, WalkPlan plan, Cells cells, Job.Question question, Analysis analysis, WeightAnswer answer) {
        BalanceTable table = new BalanceTable(job, plan, question, analysis, answer);
        List<BalanceRow> rows = new ArrayList<>();
        for (String covariate : job.adjustFor()) {
            List<Trait> traits =
                    plan.categories().contains(covariate) ? table.levels(cells, covariate) : table.numbers(covariate);
            traits.forEach(trait -> rows.add(table.row(trait)));
        }
        return rows;
    }

    /**
     * A number, or having a level of a category.
     *
     * @param column where its sums are
     * @param places in the propensity model's columns; their weighted mean is that of the number or of the level, or, for
     *     the level that has no column, what the others of its category leave
     */
    private record Trait(
            String covariate, String level, int column, int[] places, boolean isRest, int shift, double unit) {
        /** The mean in steps, from the means of the propensity model's columns. */
        double mean(double[] means) {
            double sum = 0;
            for (int place : places) {
                sum += means[place];
            }
            return isRest ? 1 - sum : places.length == 0 ? Double.NaN : sum * unit + shift;
        }

        double variance(double[] means, double[] variances) {
            if (isRest) {
                return mean(means) * (1 - mean(means));
            }
            return places.length == 0 ? Double.NaN : variances[places[0]] * unit * unit;
        }
    }

    private List<Trait> numbers(String covariate) {
        boolean baseline = covariate.equals(WalkPlan.BASELINE);
        List<Design.Column> columns = analysis.design().columns();
        for (int c = 0; c < columns.size(); c++) {
            Design.Column column = columns.get(c);
            boolean is = baseline
                    ? column.kind() == Design.Kind.BASELINE
                    : column.kind() == Design.Kind.NUMBER
                            && plan.numbers().get(column.source()).equals(covariate);
            if (is) {
                return List.of(
                        new Trait(covariate, "", column.sumsColumn(), places(c), false, column.shift(), column.unit()));
            }
        }
        return List.of();
    }

    /** Where a column of the design is in the propensity model. */
    private int[] places(int column) {
        for (int i = 1; i < answer.columns().length; i++) {
            if (answer.columns()[i] == column) {
                return new int[] {i};
            }
        }
        return new int[0];
    }

    private List<Trait> levels(Cells cells, String category) {
        TreeMap<String, Integer> present = new TreeMap<>();
        String start = category + "=";
        cells.levels().forEach((level, column) -> {
            if (level.startsWith(start) && having(analysis.arm(), column) + having(analysis.comparator(), column) > 0) {
                present.put(level.substring(start.length()), column);
            }
        });
        List<Trait> traits = new ArrayList<>();
        List<Trait> without = new ArrayList<>();
        present.forEach((level, column) -> {
            Trait trait = new Trait(category, level, column, places(category, level), false, 0, 1);
            traits.add(trait);
            if (trait.places().length == 0 && isOnBothSides(column)) {
                without.add(trait);
            }
        });
        if (without.size() == 1) {
            Trait one = without.get(0);
            int[] others =
                    traits.stream().flatMapToInt(t -> Arrays.stream(t.places())).toArray();
            traits.set(traits.indexOf(one), new Trait(category, one.level(), one.column(), others, true, 0, 1));
        }
        return traits;
    }

    /** People of a kind that one side does not have are left out of the weighted comparisons. */
    private boolean isOnBothSides(int column) {
        return having(analysis.arm(), column) > 0 && having(analysis.comparator(), column) > 0;
    }

    private int[] places(String category, String level) {
        List<Design.Column> columns = analysis.design().columns();
        for (int c = 0; c < columns.size(); c++) {
            Design.Column column = columns.get(c);
            if (column.kind() == Design.Kind.LEVEL
                    && plan.categories().get(column.source()).equals(category)
                    && column.level().equals(level)) {
                return places(c);
            }
        }
        return new int[0];
    }

    private static long having(Side side, int column) {
        return side.all().product(ExactSums.ONE, column).longValueExact();
    }

    private BalanceRow row(Trait trait) {
        Moments arm = Side.moments(analysis.arm().all(), trait.column(), 1);
        Moments comparator = Side.moments(analysis.comparator().all(), trait.column(), 1);
        boolean level = !trait.level().isEmpty();
        long n = level ? having(analysis.arm(), trait.column()) : analysis.arm().n();
        long comparatorN = level
                ? having(analysis.comparator(), trait.column())
                : analysis.comparator().n();
        boolean small = level && (small(n, analysis.arm()) || small(comparatorN, analysis.comparator()));
        Differences none = Differences.NONE;
        return new BalanceRow(
                question.id(),
                analysis.outcome().id(),
                analysis.window().id(),
                trait.covariate(),
                trait.level(),
                small ? -1 : n,
                small ? -1 : comparatorN,
                small ? none : differences(arm, comparator, arm, comparator),
                small ? none : weighted(PropensityWeight.OVERLAP, trait, arm, comparator),
                small ? none : weighted(PropensityWeight.ALL, trait, arm, comparator),
                small ? none : weighted(PropensityWeight.TREATED, trait, arm, comparator),
                small ? Double.NaN : within(clinic -> difference(clinic, trait, arm, comparator)),
                small ? Double.NaN : within(clinic -> weighted(clinic, trait, arm, comparator)),
                small ? "withheld" : "estimated");
    }

    private boolean small(long n, Side side) {
        return SmallCells.isSmall(n, side.n(), job.disclosure().minCell());
    }

    private Differences weighted(PropensityWeight weight, Trait trait, Moments arm, Moments comparator) {
        Weighted found = answer.weighted().get(weight);
        return found == null
                ? Differences.NONE
                : differences(moments(found, 1, trait), moments(found, 0, trait), arm, comparator);
    }

    /** In steps, as the exact sums are. */
    private static Moments moments(Weighted found, int side, Trait trait) {
        return new Moments(
                0, trait.mean(found.mean()[side]), trait.variance(found.mean()[side], found.variance()[side]));
    }

    private static Differences differences(Moments arm, Moments comparator, Moments sd, Moments comparatorSd) {
        return new Differences(
                Balance.byBoth(arm.mean(), comparator.mean(), sd.variance(), comparatorSd.variance()),
                Balance.varianceRatio(arm.variance(), comparator.variance()));
    }

    /** The largest difference within a clinic that has enough people on both sides. */
    private double within(ToDoubleFunction<String> difference) {
        TreeSet<String> clinics = new TreeSet<>(analysis.arm().byClinic().keySet());
        clinics.retainAll(analysis.comparator().byClinic().keySet());
        return clinics.stream()
                .filter(clinic -> Math.min(
                                in(analysis.arm(), clinic).count(),
                                in(analysis.comparator(), clinic).count())
                        >= job.disclosure().minCell())
                .mapToDouble(difference)
                .filter(d -> !Double.isNaN(d))
                .map(Math::abs)
                .max()
                .orElse(Double.NaN);
    }

    private static ExactSums in(Side side, String clinic) {
        return side.byClinic().getOrDefault(clinic, new ExactSums());
    }

    private double difference(String clinic, Trait trait, Moments arm, Moments comparator) {
        return Balance.byBoth(
                Side.moments(in(analysis.arm(), clinic), trait.column(), 1).mean(),
                Side.moments(in(analysis.comparator(), clinic), trait.column(), 1)
                        .mean(),
                arm.variance(),
                comparator.variance());
    }

    private double weighted(String clinic, Trait trait, Moments arm, Moments comparator) {
        double[][] means = answer.overlapByClinic().get(clinic);
        return means == null
                ? Double.NaN
                : Balance.byBoth(trait.mean(means[1]), trait.mean(means[0]), arm.variance(), comparator.variance());
    }
}
