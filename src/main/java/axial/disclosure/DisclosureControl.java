package axial.disclosure;

import axial.question.Job;
import axial.tables.ClinicRow;
import axial.tables.CsvTable;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import axial.tables.QualityRow;
import axial.tables.SafetyRow;
import axial.tables.SmallCells;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one way from tables as they were counted to tables as they may be read. In the profile trusted only small numbers
 * are withheld; else also what would tell them: cells that give a small one by subtraction, answers of one in a group,
 * results of groups whose patients are nearly all alike.
 */
public final class DisclosureControl {
    private static final int POOLED_DIGITS = 3;

    /** The metric that also counts the patients of the pair of arms that its question stands against. */
    private static final String AGAINST = "difference_of_differences";

    private static final String INTERACTION = "interaction";

    private final Job job;
    private final boolean trusted;
    private final long minCell;
    private final Release counted;
    private final Counts counts;
    private final BitSet hidden;
    private final boolean waits;
    private final boolean levels;
    private final Map<String, List<EstimateRow>> analyses;
    private final Set<String> withHiddenClinic;
    private final @Nullable ResponderCounts responders;

    private DisclosureControl(Job job, Release counted, Published before) {
        this.job = job;
        this.trusted = job.disclosure().trusted();
        this.minCell = job.disclosure().minCell();
        this.counted = trusted ? counted : withoutClinicsOfSubgroups(counted);
        this.analyses = StudyCounts.byAnalysis(counted.estimates());
        this.counts = StudyCounts.of(this.counted, job);
        boolean unchanged = before.stands(counts);
        this.hidden = trusted ? small() : unchanged ? before.notShown(counts) : protectedBeside(before);
        this.waits =
                !trusted && !unchanged && !before.changedByFew(counts, minCell).isEmpty();
        if (waits) {
            before.hideNew(counts, hidden);
        }
        if (!trusted) {
            Dominance.hide(counts, hidden);
        }
        this.levels = trusted || (!waits && before.isFirst(Published.shown(counts, hidden)));
        this.withHiddenClinic = trusted ? Set.of() : analysesWithHiddenClinic();
        this.responders = trusted ? null : new ResponderCounts(job, analyses.values(), this::isShown);
    }

    /** The tables as the job's readers may see them, who have seen nothing before. */
    public static Release released(Job job, Release counted) {
        return of(job, counted, Published.NOTHING).tables();
    }

    /** The tables as the job's readers may see them, who have what was published before. */
    public static Shown of(Job job, Release counted, Published before) {
        DisclosureControl control = new DisclosureControl(job, counted, before);
        return new Shown(control.released(), control.waits, Published.shown(control.counts, control.hidden));
    }

    /**
     * What may be seen.
     *
     * @param waits whether counts changed by so few since an earlier release that nothing new is shown
     * @param counts those that the tables show, to be remembered for the next release
     */
    public record Shown(Release tables, boolean waits, Map<String, List<Long>> counts) {}

    /** Few patients of one kind are in one clinic: hardly a row could be shown, and it would cost others theirs. */
    private static Release withoutClinicsOfSubgroups(Release counted) {
        List<ClinicRow> ofEverybody = counted.clinics().stream()
                .filter(row -> row.subgroup().isEmpty())
                .toList();
        return new Release(
                counted.estimates(),
                ofEverybody,
                counted.flow(),
                counted.safety(),
                counted.quality(),
                counted.further());
    }

    private Release released() {
        return new Release(estimates(), clinics(), flow(), safety(), quality(), further());
    }

    private boolean isSmall(long n) {
        return n > 0 && n < minCell;
    }

    private BitSet small() {
        BitSet small = new BitSet();
        for (int cell = 0; cell < counts.size(); cell++) {
            small.set(cell, isSmall(counts.cell(cell).n()));
        }
        return small;
    }

    private BitSet protectedBeside(Published before) {
        before.bound(counts);
        return Suppression.of(counts, toProtect(), minCell);
    }

    private IntPredicate toProtect() {
        Set<Integer> told = new TreeSet<>();
        for (EstimateRow row : counted.estimates()) {
            if (Alike.isTold(job, row)) {
                String arm = row.estimator().equals("arm") ? row.arm() : row.comparator();
                told.add(counts.place(People.analysed(row, arm)));
            }
        }
        for (ClinicRow row : counted.clinics()) {
            if (Alike.isTold(job, row)) {
                told.add(counts.place(People.analysed(row, analysis(row).arm())));
            }
        }
        CsvTable harms = counted.further().get("harms");
        if (harms != null) {
            Further.ofFewPatients(harms).forEach(visits -> told.add(counts.place(visits)));
        }
        return cell -> isSmall(counts.cell(cell).n()) || told.contains(cell);
    }

    private boolean isHidden(String people) {
        return counts.all(people).stream().anyMatch(hidden::get);
    }

    private boolean isTold(EstimateRow row) {
        return isHidden(People.analysed(row, row.arm())) || isHidden(People.analysed(row, row.comparator()));
    }

    private List<EstimateRow> estimates() {
        List<EstimateRow> shown = new ArrayList<>();
        for (List<EstimateRow> rows : analyses.values()) {
            EstimateRow first = rows.get(0);
            if (first.nArm() < 0) {
                shown.addAll(rows);
            } else if (isFew(first) || isTold(first)) {
                shown.add(first.withheld(whyWithheld()));
            } else {
                shown.addAll(trusted ? rows : withoutFew(rows));
            }
        }
        return shown;
    }

    private boolean isShown(List<EstimateRow> analysis) {
        EstimateRow first = analysis.get(0);
        return first.nArm() >= 0 && !isFew(first) && !isTold(first);
    }

    private boolean isFew(EstimateRow row) {
        return row.nArm() < minCell || (!row.comparator().isEmpty() && row.nComparator() < minCell);
    }

    private String whyWithheld() {
        return "fewer than " + minCell + " analysed in an arm"
                + (trusted ? "" : ", or such a number could be worked out")
                + (waits ? ", or fewer came or left since an earlier release" : "");
    }

    /** The rows of an analysis without what tells of a few responders, or of a few people in clinics left out. */
    private List<EstimateRow> withoutFew(List<EstimateRow> rows) {
        boolean few = FewResponders.areTold(rows, minCell);
        List<EstimateRow> shown = new ArrayList<>();
        for (EstimateRow row : rows) {
            if (row.estimand() == Estimand.ELIGIBLE && isOfHiddenBaseline(row)) {
                shown.add(row.withoutNumbers("how many had a first score is withheld, and could be worked out"));
            } else if (few && isOfResponders(row)) {
                shown.add(row.withoutNumbers("fewer than " + minCell
                        + " patients of an arm responded or did not, or nearly all did the same"));
            } else if (responders != null && responders.isHidden(row)) {
                shown.add(row.withoutNumbers("how many improved is withheld, or could be worked out"));
            } else if (StudyCounts.isPooled(row)) {
                shown.add(pooled(row));
            } else {
                shown.add(isToldOfSome(row, rows.get(0)) ? ofSome(row) : row);
            }
        }
        return shown;
    }

    private static boolean isOfResponders(EstimateRow row) {
        return row.estimator().equals("responder")
                || (row.estimator().equals("worst_case") && row.metric().startsWith("risk_"));
    }

    /** What is said of those not followed weighs them by their share, which tells how many they are. */
    private boolean isOfHiddenBaseline(EstimateRow row) {
        return isHidden(People.baseline(row.outcome(), row.arm()))
                || isHidden(People.baseline(row.outcome(), row.comparator()));
    }

    private boolean isToldOfSome(EstimateRow row, EstimateRow first) {
        Job.Pair other = row.metric().equals(AGAINST)
                ? job.questions().stream()
                        .filter(question -> question.id().equals(row.question()))
                        .findFirst()
                        .orElseThrow()
                        .against()
                : null;
        return isHidden(People.of(row, first, true))
                || isHidden(People.of(row, first, false))
                || (other != null && (isHidden(row, other.arm()) || isHidden(row, other.comparator())));
    }

    private boolean isHidden(EstimateRow like, List<String> arms) {
        return isHidden(People.analysed(like, Job.Question.together(arms)));
    }

    /**
     * A test of interaction leaves out the levels that are few or not known, so that its statistic says nothing of them;
     * only how many it is about would, by subtraction from everybody.
     */
    private EstimateRow ofSome(EstimateRow row) {
        if (!row.estimator().equals(INTERACTION) || !row.estimated()) {
            return withoutCounts(row);
        }
        double none = Double.NaN;
        return row.withCounts(-1, -1, row.clinics())
                .withNumbers(row.estimate(), none, none, none, none, row.pValue())
                .rounded(POOLED_DIGITS);
    }

    private EstimateRow withoutCounts(EstimateRow row) {
        return row.withCounts(-1, -1, -1).withoutNumbers(whyWithheld());
    }

    /**
     * A pooled effect: with a clinic hidden it is rounded, because weights, mean and heterogeneity at full length are
     * equations that only one set of small clinics solves.
     */
    private EstimateRow pooled(EstimateRow row) {
        boolean counts = isHidden(People.pooled(row, row.arm())) || isHidden(People.pooled(row, row.comparator()));
        EstimateRow of = counts ? row.withCounts(-1, -1, row.clinics()) : row;
        return counts || withHiddenClinic.contains(StudyCounts.analysis(row)) ? of.rounded(POOLED_DIGITS) : of;
    }

    private Set<String> analysesWithHiddenClinic() {
        return counted.clinics().stream()
                .filter(this::isTold)
                .map(ClinicRow::analysis)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private EstimateRow analysis(ClinicRow clinic) {
        return Objects.requireNonNull(analyses.get(clinic.analysis())).get(0);
    }

    private boolean isTold(ClinicRow clinic) {
        EstimateRow of = analysis(clinic);
        return isHidden(People.analysed(clinic, of.arm())) || isHidden(People.analysed(clinic, of.comparator()));
    }

    private List<ClinicRow> clinics() {
        if (trusted) {
            return counted.clinics();
        }
        List<ClinicRow> shown = new ArrayList<>();
        for (ClinicRow clinic : counted.clinics()) {
            if (!isTold(analysis(clinic))) {
                boolean rounded = withHiddenClinic.contains(clinic.analysis());
                shown.add(
                        isTold(clinic)
                                ? clinic.withheld()
                                : rounded ? clinic.withWeight(Math.rint(clinic.weight())) : clinic);
            }
        }
        return shown;
    }

    private Map<String, CsvTable> further() {
        Set<String> withheld = analyses.entrySet().stream()
                .filter(analysis -> analysis.getValue().get(0).nArm() >= 0)
                .filter(analysis -> isTold(analysis.getValue().get(0)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, CsvTable> shown = new LinkedHashMap<>();
        counted.further()
                .forEach((name, table) -> shown.put(
                        name,
                        trusted
                                ? table
                                : new Further(name, table)
                                        .released(
                                                StudyCounts.sides(job),
                                                this::isHidden,
                                                name.equals("literature") ? withoutModel(withheld) : withheld,
                                                levels)));
        CsvTable overlap = shown.get("overlap");
        if (!trusted && overlap != null) {
            shown.computeIfPresent(
                    "certainty",
                    (name, table) ->
                            SharesInWords.of(ofHiddenFirstScores(), overlap).released(table));
        }
        return shown;
    }

    /** Analyses that are withheld, and those of whose model not all counts may be read. */
    private Set<String> withoutModel(Set<String> withheld) {
        Set<String> without = new TreeSet<>(withheld);
        for (List<EstimateRow> rows : analyses.values()) {
            rows.stream()
                    .filter(row -> row.estimator().equals("ancova") && isToldOfSome(row, rows.get(0)))
                    .forEach(row -> without.add(StudyCounts.analysis(row)));
        }
        return without;
    }

    private Set<String> ofHiddenFirstScores() {
        return counted.estimates().stream()
                .filter(this::isOfHiddenBaseline)
                .map(row -> row.question() + "/" + row.outcome())
                .collect(Collectors.toSet());
    }

    private List<FlowRow> flow() {
        return counted.flow().stream()
                .map(row -> isHidden(People.step(row))
                                && (!trusted || !row.question().isEmpty())
                        ? row.withheld()
                        : row)
                .toList();
    }

    private List<QualityRow> quality() {
        List<QualityRow> rows =
                trusted ? counted.quality() : new QualityCounts(counted.quality()).released(this::isHidden);
        return SmallCells.shown(rows, job.disclosure().minCell()).stream()
                .sorted(QualityRow.ORDER)
                .toList();
    }

    private List<SafetyRow> safety() {
        return counted.safety().stream().map(this::safety).toList();
    }

    private SafetyRow safety(SafetyRow row) {
        boolean told = row.asked() < minCell
                || isHidden(People.visits(row.arm(), row.severity()))
                || (!trusted && isHidden(People.visits(row.arm(), "asked")));
        SafetyRow shown = told ? row.withheld() : row;
        return trusted
                ? shown
                : shown.withCounts(
                        isHidden(People.visits(row.arm(), "visits")) ? -1 : row.visits(),
                        isHidden(People.visits(row.arm(), "asked")) ? -1 : row.asked());
    }
}
