package axial.evidence;

import axial.stats.CrossProducts;
import axial.stats.LeastSquares;
import axial.stats.NestedIntercepts;
import axial.stats.NestedSums;
import axial.stats.NotEstimable;
import axial.stats.RatioWithinClinics;
import axial.stats.VarianceRatio;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import axial.walk.Cells;
import axial.walk.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far practitioners of one clinic lie apart in the change of patients who are alike in treatment and covariates.
 * Practitioners are people: only a summary of at least as many of them as a cell must have is shown, never one of them.
 */
final class BetweenPractitioners implements Estimator {
    private static final double NONE = Double.NaN;
    private static final String MODEL =
            "practitioners within clinics beside arm and covariates, restricted maximum likelihood";
    private static final String LIMITS =
            "; limits by Wald (1940) with clinics and covariates fixed (Seely and El-Bassiouni 1983)";
    private static final Metric SD = metric("between_practitioner_sd", MODEL + LIMITS + "; in the unit");
    private static final Metric ICC = metric(
            "practitioner_icc", MODEL + LIMITS + "; variance between practitioners of a clinic over that + within");
    private static final Metric SHRUNKEN = metric(
            "shrunken_practitioner_sd",
            MODEL + "; SD of the best linear unbiased predictions of practitioners; in the unit");

    private static final List<Metric> ALL = List.of(SD, ICC, SHRUNKEN);

    private static Metric metric(String name, String convention) {
        return new Metric("between_practitioners", name, Estimand.WITHIN_CLINICS, convention);
    }

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        Analysis.Practitioners by = analysis.practitioners();
        if (by == null) {
            return List.of();
        }
        long arm = by.arm().all().count();
        long comparator = by.comparator().all().count();
        if (arm + comparator == 0) {
            return none(analysis, "no practitioner is recorded");
        }
        if (analysis.small(arm, analysis.arm().n())
                || analysis.small(comparator, analysis.comparator().n())) {
            return withheld(analysis, "patients of an arm with a practitioner recorded, or without");
        }
        NestedSums sums = sums(analysis.design(), by);
        if (sums.practitioners() < analysis.minCell()) {
            return withheld(analysis, "practitioners");
        }
        RatioWithinClinics ratio = RatioWithinClinics.of(sums);
        if (ratio == null) {
            return none(analysis, "treatment, covariates and clinics leave nothing between practitioners");
        }
        return found(analysis, sums, ratio).stream()
                .map(row -> row.withCounts(arm, comparator, sums.clinics().size()))
                .toList();
    }

    private static List<EstimateRow> found(Analysis analysis, NestedSums sums, RatioWithinClinics ratio) {
        NestedIntercepts model = NestedIntercepts.fit(sums);
        double low = ratio.ratio().low();
        double high = ratio.ratio().high();
        double sd = Math.sqrt(model.practitioner());
        double share = VarianceRatio.share(model.practitioner() / model.residual());
        String why = sums.practitioners() + " practitioners";
        return List.of(
                number(analysis, SD, sd, Math.sqrt(low * ratio.within()), Math.sqrt(high * ratio.within()), why),
                number(analysis, ICC, share, VarianceRatio.share(low), VarianceRatio.share(high), why),
                number(analysis, SHRUNKEN, sd(model.shrunken(sums)), NONE, NONE, why));
    }

    private static List<EstimateRow> none(Analysis analysis, String why) {
        NotEstimable finding = new NotEstimable(why);
        return ALL.stream().map(metric -> analysis.row(metric, finding, "")).toList();
    }

    private static List<EstimateRow> withheld(Analysis analysis, String what) {
        String why = "fewer than " + analysis.minCell() + " " + what;
        return ALL.stream()
                .map(metric -> analysis.row(metric, NONE, NONE, NONE, NONE, NONE, NONE, Status.WITHHELD, why))
                .toList();
    }

    /** The sums of each clinic's practitioners, of the columns that nothing earlier determines. */
    private static NestedSums sums(Design design, Analysis.Practitioners by) {
        CrossProducts all =
                Models.crossProducts(design, by.arm().all(), by.comparator().all());
        int[] kept = LeastSquares.fit(all).kept();
        Map<Cells.Unit, NestedSums.Group> groups = new TreeMap<>();
        by.arm().practitioners().forEach((who, sums) -> groups.put(who, group(design, sums, true, kept)));
        by.comparator()
                .practitioners()
                .forEach((who, sums) -> groups.merge(who, group(design, sums, false, kept), NestedSums.Group::plus));
        Map<String, List<NestedSums.Group>> clinics = new TreeMap<>();
        groups.forEach((who, group) ->
                clinics.computeIfAbsent(who.clinic(), c -> new ArrayList<>()).add(group));
        return new NestedSums(Models.of(all, kept), List.copyOf(clinics.values()));
    }

    private static NestedSums.Group group(Design design, long[] sums, boolean inArm, int[] columns) {
        double[] x = Arrays.stream(columns)
                .mapToDouble(column -> design.sum(sums, inArm, column))
                .toArray();
        return new NestedSums.Group(x, design.sum(sums, inArm, -1));
    }

    private static double sd(List<Double> effects) {
        double mean = effects.stream().mapToDouble(Double::doubleValue).sum() / effects.size();
        double squares =
                effects.stream().mapToDouble(e -> (e - mean) * (e - mean)).sum();
        return Math.sqrt(squares / (effects.size() - 1));
    }

    private static EstimateRow number(
            Analysis analysis, Metric metric, double value, double low, double high, String why) {
        return analysis.row(metric, value, NONE, NONE, low, high, NONE, Status.ESTIMATED, why);
    }
}
