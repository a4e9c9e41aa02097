package axial.evidence;

import axial.clinic.Instrument;
import axial.question.Job;
import axial.stats.DifferenceOfEstimates;
import axial.stats.Estimate;
import axial.tables.EstimateRow;
import axial.tables.LiteratureRow;
import axial.tables.LiteratureRow.Number;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the literature found beside what the job's visits say, finding by finding: the difference of the two standardised
 * (or plain) differences with z, whether the intervals overlap, whether the directions agree, and how their people differ
 * from ours.
 *
 * <p>A finding belongs to a question that compares the same two treatments, in either order, or that mirrors the same
 * comparison of the review.
 */
final class Agreement {
    private static final Map<String, Set<String>> TREATMENTS = Map.of(
            "CM", Set.of("manipulation:cervical"),
            "CMOB", Set.of("mobilization:cervical"),
            "TM", Set.of("manipulation:thoracic"),
            "TMOB", Set.of("mobilization:thoracic"));
    private static final Map<String, Set<String>> OUTCOMES = Map.of(
            "pain", Set.of("pain_nprs", "pain_vas_mm"),
            "NPRS", Set.of("pain_nprs"),
            "function", Set.of("ndi_percent"),
            "NDI percent", Set.of("ndi_percent"),
            "QoL", Set.of("eq5d_index"),
            "GPE", Set.of("groc"),
            "satisfaction", Set.of("satisfaction"));
    private static final Map<String, int[]> WINDOWS = Map.of(
            "IMMEDIATE", new int[] {0, 1},
            "D2_4", new int[] {2, 4},
            "SHORT", new int[] {2, 91},
            "INTERMEDIATE", new int[] {92, 364},
            "LONG", new int[] {365, 730});

    private final Job job;
    private final Answers answers;

    Agreement(Job job, Answers answers) {
        this.job = job;
        this.answers = answers;
    }

    List<LiteratureRow> rows() {
        List<LiteratureRow> rows = new ArrayList<>();
        for (PublishedFinding finding : PublishedFinding.ALL) {
            for (Job.Question question : job.questions()) {
                int sign = sign(finding, question);
                if (sign != 0) {
                    addAnswered(rows, finding, question, sign);
                } else if (question.notAnswerable() != null
                        && finding.comparisonId().equals(question.mirrors().get("id"))) {
                    rows.add(notAnswerable(finding, question));
                }
            }
        }
        return rows;
    }

    /** 1 where the question compares the same treatments, -1 where the other way round, 0 where it does not. */
    private int sign(PublishedFinding finding, Job.Question question) {
        if (question.notAnswerable() != null) {
            return 0;
        }
        Set<String> one = TREATMENTS.get(finding.intervention());
        Set<String> other = TREATMENTS.get(finding.comparator());
        Set<String> arm = tokens(question.arm());
        Set<String> comparator = tokens(question.comparator());
        if (one == null || other == null) {
            return 0;
        }
        return one.equals(arm) && other.equals(comparator) ? 1 : one.equals(comparator) && other.equals(arm) ? -1 : 0;
    }

    private @Nullable Set<String> tokens(List<String> arms) {
        return arms.size() != 1
                ? null
                : job.arms().stream()
                        .filter(arm -> arm.id().equals(arms.get(0)))
                        .map(arm -> Set.copyOf(arm.tokens()))
                        .findFirst()
                        .orElse(null);
    }

    private void addAnswered(List<LiteratureRow> rows, PublishedFinding finding, Job.Question question, int sign) {
        for (String theirs : finding.outcomes()) {
            for (String outcome : question.outcomes()) {
                if (OUTCOMES.getOrDefault(theirs, Set.of()).contains(outcome)) {
                    for (String window : windows(finding, question)) {
                        rows.add(answered(finding, question, outcome, window, sign));
                    }
                }
            }
        }
    }

    /** The question's windows that lie in one of the finding's; of those in one of them all. */
    private List<String> windows(PublishedFinding finding, Job.Question question) {
        return question.windows().stream()
                .filter(id -> {
                    Job.Window window = job.window(id);
                    return finding.windows().stream().anyMatch(word -> {
                        int[] days = WINDOWS.get(word);
                        return days != null && window.fromDay() >= days[0] && window.toDay() <= days[1];
                    });
                })
                .toList();
    }

    private LiteratureRow answered(
            PublishedFinding finding, Job.Question question, String outcome, String window, int sign) {
        boolean points = finding.metric().equals("MD");
        Optional<EstimateRow> ours =
                answers.estimated(question, outcome, window, "ancova", points ? "adjusted_difference" : "adjusted_smd");
        String status = ours.isPresent()
                ? "estimated"
                : answers.row(question, outcome, window, "none", "withheld").isPresent() ? "withheld" : "not_estimable";
        boolean comparable =
                finding.hasInterval() && (points || finding.metric().equals("SMD"));
        Number theirs = comparable ? turned(finding, sign) : Number.NONE;
        Estimate difference = ours.isPresent() && comparable
                ? DifferenceOfEstimates.of(
                        ours.get().estimate(),
                        ours.get().stdError(),
                        theirs.estimate(),
                        DifferenceOfEstimates.errorOf(theirs.low(), theirs.high()))
                : new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        boolean equivalent = answers.row(question, outcome, window, "ancova", "equivalence")
                .filter(row -> row.reason().equals("equivalent"))
                .isPresent();
        Number own = ours.map(row -> new Number(row.estimate(), row.ciLow(), row.ciHigh()))
                .orElse(Number.NONE);
        return row(
                finding,
                question,
                outcome,
                window,
                own,
                theirs,
                ours.map(row -> row.nArm() + row.nComparator()).orElse(-1L),
                difference,
                ours.isPresent() ? direction(finding, own, theirs, outcome, sign, equivalent) : "no number of ours",
                mismatch(finding),
                status);
    }

    private LiteratureRow notAnswerable(PublishedFinding finding, Job.Question question) {
        double none = Double.NaN;
        return row(
                finding,
                question,
                "",
                "",
                Number.NONE,
                finding.hasInterval() ? turned(finding, 1) : Number.NONE,
                -1,
                new Estimate(none, none, none, none, none, none),
                "no number of ours",
                "not answerable from visit records: " + question.notAnswerable(),
                "not_answerable");
    }

    private static LiteratureRow row(
            PublishedFinding finding,
            Job.Question question,
            String outcome,
            String window,
            Number ours,
            Number theirs,
            long oursN,
            Estimate difference,
            String direction,
            String mismatch,
            String status) {
        boolean both = !Double.isNaN(difference.value());
        boolean overlap = ours.low() <= theirs.high() && theirs.low() <= ours.high();
        return new LiteratureRow(
                finding.key(),
                finding.source(),
                finding.comparisonId(),
                question.id(),
                outcome,
                window,
                finding.metric(),
                ours,
                theirs,
                oursN,
                finding.n(),
                difference.value(),
                difference.stdError(),
                difference.value() / difference.stdError(),
                difference.pValue(),
                both ? overlap ? "yes" : "no" : "",
                direction,
                finding.direction(),
                finding.grade(),
                mismatch,
                finding.provenance(),
                status);
    }

    private static Number turned(PublishedFinding finding, int sign) {
        return sign > 0
                ? new Number(finding.estimate(), finding.low(), finding.high())
                : new Number(-finding.estimate(), -finding.high(), -finding.low());
    }

    /**
     * Same or opposite by the estimates where both have one. Else by their words: a difference that they found is ours
     * too where our interval lies on that side. Where they found none, ours must be shown to be equivalent, which is the
     * same whichever treatment is named first; else an interval beyond zero is unlike theirs.
     */
    private String direction(
            PublishedFinding finding, Number ours, Number theirs, String outcome, int sign, boolean equivalent) {
        if (!Double.isNaN(theirs.estimate())) {
            return ours.estimate() * theirs.estimate() > 0 ? "same" : "opposite";
        }
        String words = finding.direction().toLowerCase(Locale.ROOT);
        boolean holdsZero = ours.low() <= 0 && ours.high() >= 0;
        if (words.startsWith("similar") || words.startsWith("comparable") || words.startsWith("no difference")) {
            return equivalent ? "same" : holdsZero ? "unclear" : "unlike";
        }
        if (!words.contains("favour") || holdsZero) {
            return "unclear";
        }
        Instrument instrument = job.outcome(outcome).instrument();
        boolean oursFavoursArm = instrument.better().benefitSign() * ours.estimate() > 0;
        boolean theyFavourFirst = words.endsWith(finding.intervention().toLowerCase(Locale.ROOT));
        return oursFavoursArm == (theyFavourFirst == sign > 0) ? "same" : "opposite";
    }

    /** Trials stand against visit records always; people and doses where the finding says them. */
    private static String mismatch(PublishedFinding finding) {
        List<String> parts = new ArrayList<>(List.of("theirs from trials, ours from visit records"));
        if (!finding.population().isEmpty()) {
            parts.add("people: theirs " + finding.population() + ", ours all who are eligible");
        }
        if (!finding.dose().isEmpty()) {
            parts.add("sessions: theirs " + finding.dose() + ", ours as given");
        }
        return String.join("; ", parts);
    }
}
