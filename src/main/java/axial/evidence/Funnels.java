package axial.evidence;

import axial.question.Job;
import axial.stats.ClinicFunnel;
import axial.stats.CrossProducts;
import axial.stats.LeastSquares;
import axial.stats.Study;
import axial.tables.FunnelRow;
import axial.tables.Numbers;
import axial.walk.Cells;
import axial.walk.ChosenCells;
import axial.walk.Design;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where each clinic stands among all, per outcome and window: the mean change of its patients in any arm, less what the
 * job's covariates let expect of them, plus the mean of all. Clinics with too few patients take no part in the limits.
 */
final class Funnels {
    private static final int SHARED_DIGITS = 4;
    private static final double NONE = Double.NaN;
    private static final String FEW = "too few to say";

    private final Job job;
    private final WalkPlan plan;
    private final Cells cells;

    Funnels(Job job, WalkPlan plan, Cells cells) {
        this.job = job;
        this.plan = plan;
        this.cells = cells;
    }

    /** The rows of every outcome and window, by clinic. */
    List<FunnelRow> rows() {
        ChosenCells everybody = cells.of(plan.numbersOf(plan.arms()), "");
        return IntStream.range(0, plan.outcomes().size() * plan.windows().size())
                .parallel()
                .mapToObj(outcomeWindow -> rows(everybody, outcomeWindow))
                .flatMap(List::stream)
                .toList();
    }

    private List<FunnelRow> rows(ChosenCells everybody, int outcomeWindow) {
        Job.Outcome outcome = job.outcomes().get(outcomeWindow / plan.windows().size());
        Job.Window window = plan.windows().get(outcomeWindow % plan.windows().size());
        Map<String, ExactSums> byClinic = new TreeMap<>();
        everybody.sums(outcomeWindow).forEach((unit, sums) -> byClinic.merge(unit.clinic(), sums, ExactSums::plus));
        return rows(outcome.id(), window.id(), byClinic, outcome.instrument().stepsPerUnit());
    }

    private List<FunnelRow> rows(String outcome, String window, Map<String, ExactSums> byClinic, long stepsPerUnit) {
        Map<String, CrossProducts> clinics = new TreeMap<>();
        ExactSums all = new ExactSums();
        byClinic.values().forEach(all::addAll);
        Design design = Models.design(job, plan, cells, all, stepsPerUnit);
        byClinic.forEach((clinic, sums) -> clinics.put(clinic, Models.crossProducts(design, null, sums)));
        Map<String, Study> enough = adjusted(
                clinics, Side.moments(all, ExactSums.CHANGE, stepsPerUnit).mean());
        List<FunnelRow> rows = new ArrayList<>();
        if (enough.size() < ClinicFunnel.FEWEST) {
            clinics.forEach((clinic, sums) -> rows.add(none(outcome, window, clinic, sums.n())));
            return rows;
        }
        ClinicFunnel funnel = ClinicFunnel.of(List.copyOf(enough.values()));
        Iterator<ClinicFunnel.Place> places = funnel.places().iterator();
        clinics.forEach((clinic, sums) -> {
            Study study = enough.get(clinic);
            rows.add(
                    study == null
                            ? none(outcome, window, clinic, sums.n())
                            : row(outcome, window, clinic, sums.n(), study, funnel, places.next()));
        });
        return rows;
    }

    /** The adjusted mean of each clinic that has enough patients, by clinic. */
    private Map<String, Study> adjusted(Map<String, CrossProducts> clinics, double mean) {
        Map<String, Study> adjusted = new TreeMap<>();
        if (clinics.isEmpty()) {
            return adjusted;
        }
        LeastSquares fit = LeastSquares.fit(
                clinics.values().stream().reduce(CrossProducts::plus).orElseThrow());
        clinics.forEach((clinic, sums) -> {
            if (fit.residualVariance() > 0 && sums.n() >= job.disclosure().minCell()) {
                adjusted.put(clinic, new Study(mean + residual(fit, sums), fit.residualVariance() / sums.n()));
            }
        });
        return adjusted;
    }

    /** How much more its patients changed than the covariates let expect. */
    private static double residual(LeastSquares fit, CrossProducts clinic) {
        double sum = clinic.xy()[0];
        double[] beta = fit.beta();
        for (int k = 0; k < beta.length; k++) {
            sum -= beta[k] * clinic.xx()[0][k];
        }
        return sum / clinic.n();
    }

    private static FunnelRow none(String outcome, String window, String clinic, long n) {
        return new FunnelRow(
                outcome,
                window,
                clinic,
                n,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                FEW,
                "not_estimable");
    }

    private FunnelRow row(
            String outcome,
            String window,
            String clinic,
            long n,
            Study study,
            ClinicFunnel funnel,
            ClinicFunnel.Place place) {
        return new FunnelRow(
                outcome,
                window,
                clinic,
                n,
                study.effect(),
                Math.sqrt(study.variance()),
                shared(funnel.centre()),
                shared(funnel.tau2()),
                shared(place.low95()),
                shared(place.high95()),
                shared(place.low998()),
                shared(place.high998()),
                shared(place.shrunken()),
                shared(place.shrunkenError()),
                shared(place.outerTenth()),
                state(place, funnel.centre()),
                "estimated");
    }

    /** A number that all clinics have a part in: at full length it would tell of a clinic whose row is withheld. */
    private double shared(double number) {
        return job.disclosure().trusted() ? number : Numbers.rounded(number, SHARED_DIGITS);
    }

    private static String state(ClinicFunnel.Place place, double centre) {
        if (!place.isOut()) {
            return "usual variation";
        }
        return (place.isFarOut() ? "far " : "") + (place.value() > centre ? "higher" : "lower");
    }
}
