package axial.evidence;

import axial.question.Job;
import axial.tables.BalanceRow;
import axial.tables.CertaintyRow;
import axial.tables.EstimateRow;
import axial.tables.OverlapRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How sure an answer is, by rules that anybody can check: visit records start at low, since nobody was assigned at
 * random (GRADE, Guyatt 2011). Each rule lowers or raises by what it says in words, with its numbers.
 *
 * <p>Few recorded covariates do not lower further: that is why the start is low. What numbers cannot tell, whether the
 * treatments and people are those of the question and whether clinics chose what they sent, is named and not judged.
 */
final class CertaintyRules {
    private static final double SMD = 0.1;
    private static final double IN_EQUIPOISE = 0.2;
    private static final long FEW = 100;
    private static final double FOLLOWED = 0.8;
    private static final double FOLLOWED_AT_ALL = 0.6;
    private static final double GAP = 0.05;
    private static final double I2_HIGH = 75;
    private static final int CLINICS = 3;
    private static final double LARGE_MCIDS = 2;
    private static final double LARGE_E_VALUE = 3;

    private final Job job;
    private final Job.Question question;
    private final Analysis analysis;
    private final Answers answers;
    private final List<CertaintyRow> rows = new ArrayList<>();

    private CertaintyRules(Job job, Job.Question question, Analysis analysis, Answers answers) {
        this.job = job;
        this.question = question;
        this.analysis = analysis;
        this.answers = answers;
    }

    static List<CertaintyRow> rows(
            Job job,
            Job.Question question,
            Analysis analysis,
            Answers answers,
            List<BalanceRow> balance,
            List<OverlapRow> overlap) {
        CertaintyRules rules = new CertaintyRules(job, question, analysis, answers);
        rules.say(
                "start",
                "low",
                0,
                "visit records: nobody was assigned at random; "
                        + job.adjustFor().size() + " covariates are adjusted for");
        rules.confounding(balance, overlap);
        rules.followUp();
        rules.inconsistency();
        rules.say("indirectness", "not judged", 0, "whether people and treatments are those of the question");
        rules.imprecision();
        rules.say("reporting", "not judged", 0, "whether clinics chose what they sent");
        rules.largeEffect();
        rules.conclude();
        return rules.rows;
    }

    private void say(String domain, String judgement, int levels, String why) {
        rows.add(new CertaintyRow(
                question.id(), analysis.outcome().id(), analysis.window().id(), domain, judgement, levels, why));
    }

    private Optional<EstimateRow> row(String estimator, String metric) {
        return answers.estimated(
                question, analysis.outcome().id(), analysis.window().id(), estimator, metric);
    }

    private void confounding(List<BalanceRow> balance, List<OverlapRow> overlap) {
        if (row("ancova", "adjusted_difference").isEmpty()) {
            say("confounding", "serious", -1, "no adjusted difference could be estimated");
            return;
        }
        double worst = balance.stream()
                .map(row -> Math.abs(row.all().smd()))
                .filter(smd -> !Double.isNaN(smd))
                .reduce(0.0, Math::max);
        double least = overlap.stream()
                .filter(row -> row.measure().equals("preference"))
                .mapToDouble(OverlapRow::share)
                .reduce(Math::min)
                .orElse(Double.NaN);
        String why = "after weighting the largest standardised difference is " + digits(worst) + " (limit " + SMD
                + "); "
                + (Double.isNaN(least)
                        ? "how many of a side are in equipoise is not known"
                        : percent(least) + " of a side are in equipoise")
                + " (limit " + percent(IN_EQUIPOISE) + ")" + eValue();
        boolean doubted = worst > SMD || least < IN_EQUIPOISE;
        say(
                "confounding",
                doubted ? "serious" : Double.isNaN(least) ? "not known" : "no further concern",
                doubted ? -1 : 0,
                why);
    }

    private String eValue() {
        return row("e_value", "e_value")
                .map(e -> "; E-value " + digits(e.estimate()) + ", of the limit " + digits(e.ciLow()))
                .orElse("");
    }

    private void followUp() {
        double arm = share(analysis.arm());
        double comparator = share(analysis.comparator());
        long eligible = analysis.arm().eligible() + analysis.comparator().eligible();
        double both = (double) (analysis.arm().n() + analysis.comparator().n()) / eligible;
        String why = percent(both) + " of those with a first score are analysed, " + percent(arm)
                + " of the arm and " + percent(comparator) + " of the comparator"
                + row("tipping", "tipping_delta")
                        .map(t -> "; the verdict turns (" + t.reason() + ") where the unseen of the arm differ by "
                                + digits(t.estimate()))
                        .orElse("");
        if (both < FOLLOWED_AT_ALL) {
            say("follow_up", "very serious", -2, why + "; below 60 %");
        } else if (both < FOLLOWED) {
            say("follow_up", "serious", -1, why + "; below 80 %");
        } else if (Math.abs(arm - comparator) > GAP) {
            say("follow_up", "serious", -1, why + "; the sides differ by more than 5 points");
        } else {
            say("follow_up", "no concern", 0, why);
        }
    }

    private static double share(Side side) {
        return (double) side.n() / side.eligible();
    }

    private void inconsistency() {
        if (job.cluster().equals(Job.Cluster.NONE)) {
            say("inconsistency", "not judged", 0, "the job takes patients as independent of their clinic");
            return;
        }
        Optional<EstimateRow> prediction = row("clinics_pooled", "prediction_interval");
        if (prediction.isEmpty()) {
            say("inconsistency", "serious", -1, "fewer than " + CLINICS + " clinics can be compared");
            return;
        }
        double i2 =
                row("clinics_pooled", "i2_percent").map(EstimateRow::estimate).orElse(0.0);
        double mcid = standardisedMcid();
        boolean spans = prediction.get().ciLow() <= -mcid && prediction.get().ciHigh() >= mcid;
        String why = "I2 " + digits(i2) + " %; a further clinic's standardised difference may lie from "
                + digits(prediction.get().ciLow()) + " to "
                + digits(prediction.get().ciHigh())
                + (Double.isNaN(mcid) ? "" : ", what matters is " + digits(mcid));
        boolean doubted = spans || i2 > I2_HIGH;
        say("inconsistency", doubted ? "serious" : "no concern", doubted ? -1 : 0, why);
    }

    /** The smallest change that matters over the SD of the baseline; NaN where nobody says. */
    private double standardisedMcid() {
        Optional<EstimateRow> points = row("ancova", "adjusted_difference");
        Optional<EstimateRow> standard = row("ancova", "adjusted_smd");
        BigDecimal mcid = analysis.mcid();
        return points.isEmpty() || standard.isEmpty() || mcid == null
                ? Double.NaN
                : mcid.doubleValue() * standard.get().stdError() / points.get().stdError();
    }

    private void imprecision() {
        BigDecimal given = analysis.mcid();
        double mcid = given == null ? Double.NaN : given.doubleValue();
        long fewest = Math.min(analysis.arm().n(), analysis.comparator().n());
        Optional<EstimateRow> difference =
                row("ancova", "adjusted_difference").or(() -> row("unadjusted", "mean_difference"));
        boolean wide = difference.isPresent()
                && difference.get().ciLow() <= -mcid
                && difference.get().ciHigh() >= mcid;
        String why = (fewest < FEW
                        ? "fewer than " + FEW + " people in one of the sides"
                        : "at least " + FEW + " people on each side")
                + difference
                        .map(d -> "; interval " + digits(d.ciLow()) + " to " + digits(d.ciHigh())
                                + (Double.isNaN(mcid) ? "" : ", what matters is " + digits(mcid)))
                        .orElse("");
        boolean doubted = wide || fewest < FEW || difference.isEmpty();
        say("imprecision", doubted ? "serious" : "no concern", doubted ? -1 : 0, why);
    }

    private void largeEffect() {
        boolean doubts = rows.stream().anyMatch(row -> row.levels() < 0);
        BigDecimal mcid = analysis.mcid();
        Optional<EstimateRow> difference = row("ancova", "adjusted_difference");
        double eValue = row("e_value", "e_value").map(EstimateRow::estimate).orElse(1.0);
        boolean large = mcid != null
                && difference.isPresent()
                && Math.abs(difference.get().estimate()) >= LARGE_MCIDS * mcid.doubleValue()
                && difference.get().ciLow() * difference.get().ciHigh() > 0
                && eValue > LARGE_E_VALUE;
        String why = "raises only where nothing lowers, the difference is twice what matters and the E-value above 3";
        say("large_effect", large && !doubts ? "raised" : "not raised", large && !doubts ? 1 : 0, why);
    }

    private void conclude() {
        int levels = rows.stream().mapToInt(CertaintyRow::levels).sum();
        String level = levels < 0 ? "very low" : levels > 0 ? "moderate" : "low";
        String why = rows.stream()
                .filter(row -> row.levels() != 0)
                .map(row -> row.domain().replace('_', ' ') + " " + (row.levels() < 0 ? "lowers" : "raises"))
                .reduce((a, b) -> a + "; " + b)
                .orElse("nothing lowers or raises the start");
        say("certainty", level, Math.max(-1, levels), why);
    }

    /** In whole hundredths: finer ones of a few hundred people would tell how many, even where that is withheld. */
    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String digits(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(number).toLowerCase(Locale.ROOT);
    }
}
