package axial.walk;

import axial.clinic.Scaled;
import axial.clinic.SymptomStage;
import axial.clinic.Vocabulary;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * All visits of one patient in order of date, then visit id: what every walker sees. A visit is asked for by its place,
 * from 0. Numbers are in steps ({@link Scaled}), {@link Scaled#MISSING} where not recorded.
 *
 * <p>It is a window that moves from patient to patient: whoever wants to keep something copies it.
 */
public final class PatientVisits {
    /** A severity where an event was recorded without one. */
    public static final int SEVERITY_UNKNOWN = Vocabulary.SEVERITY.size();

    private static final Set<String> NOT_DONE =
            Set.of("", Vocabulary.UNKNOWN, "no", "false", "0", "not done", "not assessed");
    private static final String[] STAGES =
            Arrays.stream(SymptomStage.values()).map(SymptomStage::word).toArray(String[]::new);

    private final WalkPlan plan;
    private final VisitColumns columns;
    private final VisitLayout at;
    private final boolean[] isStage;
    private final boolean[] isBand;
    private long[] armTokens = {};
    private int[] arms = {};
    private boolean[] given = {};
    private boolean[] barred = {};
    private int[] severities = {};
    private String[] clusters = {};
    private final boolean[][] screened;
    private int patient = -1;
    private int from = 0;
    private int size = 0;
    private int[] days = {};

    public PatientVisits(WalkPlan plan, VisitColumns columns) {
        this.plan = plan;
        this.columns = columns;
        this.at = columns.layout();
        this.screened = new boolean[at.screenings().length][0];
        this.isStage = new boolean[plan.categories().size()];
        this.isBand = new boolean[isStage.length];
        for (int c = 0; c < isStage.length; c++) {
            isStage[c] = plan.categories().get(c).equals(WalkPlan.STAGE);
            isBand[c] = plan.categories().get(c).equals(Bands.AGE);
        }
    }

    /** Moves to another patient, whose visits are the rows from {@code first} up to {@code end}. */
    public void moveTo(int number, int first, int end) {
        patient = number;
        from = first;
        size = end - first;
        days = columns.column(at.day());
        meet();
    }

    /** What words mean is found out once per word. */
    private void meet() {
        Words treatments = columns.words(at.treatments());
        for (int known = armTokens.length; known < treatments.size(); known++) {
            armTokens = Arrays.copyOf(armTokens, known + 1);
            String words = treatments.word(known);
            armTokens[known] = words.isEmpty() ? 0 : plan.armTokens(words.split(";"));
            arms = Arrays.copyOf(arms, known + 1);
            arms[known] = plan.armOf(armTokens[known]);
            given = Arrays.copyOf(given, known + 1);
            given[known] = !words.isEmpty();
        }
        Words flags = columns.words(at.redFlags());
        for (int known = barred.length; known < flags.size(); known++) {
            barred = Arrays.copyOf(barred, known + 1);
            barred[known] = bars(flags.word(known));
        }
        Words severity = columns.words(at.severity());
        for (int known = severities.length; known < severity.size(); known++) {
            severities = Arrays.copyOf(severities, known + 1);
            severities[known] = Vocabulary.SEVERITY.indexOf(severity.word(known));
        }
        for (int s = 0; s < screened.length; s++) {
            Words words = columns.words(at.screenings()[s]);
            for (int known = screened[s].length; known < words.size(); known++) {
                screened[s] = Arrays.copyOf(screened[s], known + 1);
                screened[s][known] = !NOT_DONE.contains(words.word(known).toLowerCase(Locale.ROOT));
            }
        }
    }

    private boolean bars(String flags) {
        return !flags.isEmpty() && Arrays.stream(flags.split(";")).anyMatch(plan.redFlags()::bars);
    }

    /** The number of the patient in this part, from 0. */
    public int patient() {
        return patient;
    }

    /** How many visits. */
    public int size() {
        return size;
    }

    private int value(int column, int v) {
        return columns.column(column)[from + v];
    }

    private String word(int column, int v) {
        return columns.words(column).word(value(column, v));
    }

    /** Days since any fixed day. */
    public int day(int v) {
        return days[from + v];
    }

    /** Tokens of the visit joined by {@code ;}, in the order stored; empty for an assessment. */
    public String treatments(int v) {
        return word(at.treatments(), v);
    }

    /** A number that is the same for the same {@link #treatments}, so that a walker resolves each text once. */
    public int treatmentsCode(int v) {
        return value(at.treatments(), v);
    }

    /** Whether any treatment was given. */
    public boolean treated(int v) {
        int code = treatmentsCode(v);
        return code != Words.NONE && given[code];
    }

    /** One bit per token of the visit that appears in some arm of the job ({@link WalkPlan#tokens}). */
    public long armTokens(int v) {
        int code = treatmentsCode(v);
        return code == Words.NONE ? 0 : armTokens[code];
    }

    /** The arm whose tokens the visit's are, or -1. */
    public int arm(int v) {
        int code = treatmentsCode(v);
        return code == Words.NONE ? -1 : arms[code];
    }

    /** Whether a red flag that the job excludes is there. */
    public boolean barred(int v) {
        int code = value(at.redFlags(), v);
        return code != Words.NONE && barred[code];
    }

    public String clinic(int v) {
        return word(at.clinic(), v);
    }

    /** The clinic that has this number. */
    String clinicWord(int code) {
        return columns.words(at.clinic()).word(code);
    }

    /** A number that is the same for the same clinic. */
    public int clinicCode(int v) {
        return value(at.clinic(), v);
    }

    /** Empty where not recorded. */
    public String practitioner(int v) {
        return word(at.practitioner(), v);
    }

    /** The practitioner who has this number. */
    String practitionerWord(int code) {
        return columns.words(at.practitioner()).word(code);
    }

    /** A number that is the same for the same practitioner, {@link Words#NONE} where not recorded. */
    public int practitionerCode(int v) {
        return value(at.practitioner(), v);
    }

    public int age(int v) {
        return value(at.age(), v);
    }

    /** Whether the level of a category is {@code unknown}. */
    public boolean isUnknown(int c, int v) {
        int code = categoryCode(c, v);
        return code == Words.NONE || categoryWord(c, code).equals(Vocabulary.UNKNOWN);
    }

    /** The level of a category of {@link WalkPlan#categories}; {@code unknown} where not recorded. */
    public String category(int c, int v) {
        int code = categoryCode(c, v);
        return categoryWord(c, code);
    }

    /** A number that is the same for the same level of a category. */
    public int categoryCode(int c, int v) {
        int value = value(at.categories()[c], v);
        if (isBand[c]) {
            return plan.ageBands().index(value);
        }
        return isStage[c] ? SymptomStage.of(value).ordinal() : value;
    }

    /** The level of a category that has this number. */
    public String categoryWord(int c, int code) {
        if (isBand[c]) {
            return plan.ageBands().word(code);
        }
        if (isStage[c]) {
            return STAGES[code];
        }
        return code == Words.NONE
                ? Vocabulary.UNKNOWN
                : columns.words(at.categories()[c]).word(code);
    }

    /** A number of {@link WalkPlan#numbers}. */
    public int number(int n, int v) {
        return value(at.numbers()[n], v);
    }

    /** The score of an outcome before treatment. */
    public int before(int outcome, int v) {
        return value(at.before()[outcome], v);
    }

    /** The score of an outcome right after treatment. */
    public int after(int outcome, int v) {
        return value(at.after()[outcome], v);
    }

    /** One of the further scores, of the visits of many patients: those of this one from {@link #first} on. */
    public int[] scores(int s) {
        return columns.column(at.scores()[s]);
    }

    /** Where this patient's visits begin in {@link #scores}. */
    public int first() {
        return from;
    }

    /** One of the further scores that the layout was made with. */
    public int score(int s, int v) {
        return value(at.scores()[s], v);
    }

    /** Whether adverse events were asked about. */
    public boolean asked(int v) {
        return value(at.asked(), v) == 1;
    }

    /** Whether any red flag is recorded, whatever the job bars. */
    public boolean redFlag(int v) {
        return !word(at.redFlags(), v).isEmpty();
    }

    /** Whether every screening that the layout knows is documented: neither empty, unknown, no nor not done. */
    public boolean screened(int v) {
        for (int s = 0; s < at.screenings().length; s++) {
            int code = value(at.screenings()[s], v);
            if (code == Words.NONE || !screened[s][code]) {
                return false;
            }
        }
        return at.screenings().length > 0;
    }

    /** The kind of adverse event as recorded; empty without one. */
    public String event(int v) {
        return word(at.event(), v);
    }

    /** Index in {@link Vocabulary#SEVERITY}, {@link #SEVERITY_UNKNOWN} for an event without one, -1 without an event. */
    public int severity(int v) {
        int code = value(at.severity(), v);
        if (code != Words.NONE) {
            return severities[code];
        }
        return value(at.event(), v) == Words.NONE ? -1 : SEVERITY_UNKNOWN;
    }

    /**
     * A number that is the same for the same cluster of the standard error; {@link WalkPlan#NO_CLUSTER} where the clinic
     * is the cluster, as it is for a practitioner or field that was not recorded.
     */
    public int clusterCode(int v) {
        return switch (plan.clusterBy()) {
            case CLINIC -> WalkPlan.NO_CLUSTER;
            case NUMBER -> value(at.cluster(), v);
            case CATEGORY -> {
                int code = value(at.cluster(), v);
                yield code == Words.NONE || clusterWord(code).isEmpty() ? WalkPlan.NO_CLUSTER : code;
            }
        };
    }

    /** The cluster of the standard error in words; empty where the clinic is the cluster. */
    public String cluster(int v) {
        int code = clusterCode(v);
        if (code == WalkPlan.NO_CLUSTER) {
            return "";
        }
        return plan.clusterBy() == WalkPlan.ClusterBy.CATEGORY
                ? clusterWord(code)
                : plan.clusterName() + " "
                        + BigDecimal.valueOf(code, Scaled.FIELD_DECIMALS)
                                .stripTrailingZeros()
                                .toPlainString();
    }

    private String clusterWord(int code) {
        Words words = columns.words(at.cluster());
        for (int known = clusters.length; known < words.size(); known++) {
            clusters = Arrays.copyOf(clusters, known + 1);
            String word = words.word(known);
            boolean none = word.isEmpty() || word.equals(Vocabulary.UNKNOWN);
            clusters[known] = none ? "" : plan.clusterName() + " " + word;
        }
        return clusters[code];
    }
}
