package axial.question;

import axial.clinic.Instrument;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole job file, checked and with every default filled in.
 *
 * @param store the place of the visit store as written, or null for the default inside the output directory
 * @param adjustFor covariates in the order of the file: {@code baseline}, {@code age_years}, {@code sex}, {@code
 *     disorder}, {@code symptom_stage}, {@code symptom_duration_days}, or declared fields
 * @param instruments every instrument that a visit may hold a column for, by id: the catalogue, then the job's own
 * @param thresholds from where on a check of the visits warns and fails, where not as by default
 * @param ageBands the ages, in years, at which {@code age_band} goes on to its next level
 * @param spc how each clinic is charted over time
 * @param pages how the pages are written
 */
public record Job(
        String title,
        @Nullable String cites,
        List<Source> sources,
        @Nullable String store,
        Cohort cohort,
        List<Arm> arms,
        List<Outcome> outcomes,
        List<Window> windows,
        List<String> adjustFor,
        Cluster cluster,
        List<Field> fields,
        Disclosure disclosure,
        List<Question> questions,
        Map<String, Instrument> instruments,
        Map<QualityCheck, QualityCheck.Limits> thresholds,
        List<BigDecimal> ageBands,
        Spc spc,
        Pages pages)
        implements Serializable {
    /** Ages from which vascular harm and stiffness are reported apart in the literature. */
    public static final List<BigDecimal> AGE_BANDS = List.of(BigDecimal.valueOf(45), BigDecimal.valueOf(65));

    /** A job whose checks of the visits warn and fail as by default. */
    public Job(
            String title,
            @Nullable String cites,
            List<Source> sources,
            @Nullable String store,
            Cohort cohort,
            List<Arm> arms,
            List<Outcome> outcomes,
            List<Window> windows,
            List<String> adjustFor,
            Cluster cluster,
            List<Field> fields,
            Disclosure disclosure,
            List<Question> questions,
            Map<String, Instrument> instruments) {
        this(
                title,
                cites,
                sources,
                store,
                cohort,
                arms,
                outcomes,
                windows,
                adjustFor,
                cluster,
                fields,
                disclosure,
                questions,
                instruments,
                Map.of(),
                AGE_BANDS,
                Spc.standard(outcomes, windows),
                Pages.PLAIN);
    }

    /**
     * One place that visits come from. {@code path} may be a glob and is relative to the job file.
     *
     * @param codeLists files that say what treatment codes mean, relative to the job file
     * @param rules what codes mean where other columns tell; all that fit count
     * @param conversions which scores are written otherwise than in the field's unit
     */
    public record Source(
            String path,
            String name,
            String format,
            Map<String, String> map,
            Map<String, Map<String, String>> values,
            Map<String, String> options,
            List<String> codeLists,
            List<CodeRule> rules,
            List<Conversion> conversions)
            implements Serializable {

        /** A source of which no more is declared. */
        public Source(
                String path,
                String name,
                String format,
                Map<String, String> map,
                Map<String, Map<String, String>> values,
                Map<String, String> options) {
            this(path, name, format, map, values, options, List.of(), List.of(), List.of());
        }
    }

    /**
     * Who is in.
     *
     * @param washoutDays days without treatment before an episode may start
     * @param firstEpisodeOnly whether each patient counts once
     * @param minAge in years at the index visit; 0 lets a missing age in
     * @param baselineDays how far before the index visit a missing baseline is looked for
     */
    public record Cohort(
            int washoutDays, boolean firstEpisodeOnly, BigDecimal minAge, int baselineDays, RedFlags redFlags)
            implements Serializable {}

    /** Which red flags bar: none, any, or those listed. */
    public record RedFlags(boolean any, List<String> tokens) implements Serializable {
        public static final RedFlags NONE = new RedFlags(false, List.of());
        public static final RedFlags ANY = new RedFlags(true, List.of());

        public boolean bars(String token) {
            return any || tokens.contains(token);
        }
    }

    /** A treatment arm: exactly these tokens, of all that stand in any arm, at the index visit. */
    public record Arm(String id, List<String> tokens) implements Serializable {}

    /**
     * An outcome of the job: an instrument with the job's overrides already in it.
     *
     * @param bands the scores at which {@code baseline_severity} goes on to its next level; empty for thirds of the scale
     * @param usual how patients score when nothing is done, where that is declared
     */
    public record Outcome(
            String id,
            Instrument instrument,
            List<BigDecimal> bands,
            @Nullable Usual usual) implements Serializable {
        public Outcome(String id, Instrument instrument) {
            this(id, instrument, List.of(), null);
        }
    }

    /**
     * How patients such as these score on an ordinary day, for the change to be expected without any treatment.
     *
     * @param mean in the instrument's unit
     * @param correlation of two measurements, days or weeks apart, of a patient who is not treated in between
     * @param sameDay of two measurements of one day
     */
    public record Usual(BigDecimal mean, BigDecimal correlation, BigDecimal sameDay, String source)
            implements Serializable {
        /** That of the start and a score in the window, which ends within a day or not. */
        public BigDecimal correlation(Window window) {
            return window.toDay() <= 1 ? sameDay : correlation;
        }
    }

    /** Days since the index visit, whole, both ends included. */
    public record Window(String id, int fromDay, int toDay, int targetDay) implements Serializable {
        public boolean contains(int day) {
            return day >= fromDay && day <= toDay;
        }
    }

    /** What the standard errors are clustered by: the clinic, the practitioner, nothing, or a declared field. */
    public record Cluster(String word) implements Serializable {
        public static final Cluster CLINIC_ID = new Cluster("clinic_id");
        public static final Cluster PRACTITIONER_ID = new Cluster("practitioner_id");

        /** Patients are independent of each other. */
        public static final Cluster NONE = new Cluster("none");

        /** The words that are no declared field. */
        static final List<String> BUILT_IN = List.of(CLINIC_ID.word, PRACTITIONER_ID.word, NONE.word);
    }

    /** A further column of a visit: a number, or a category. */
    public record Field(String id, boolean number) implements Serializable {}

    /** Who reads the results, and what may be kept for them. */
    public enum Profile {
        PUBLIC,
        TRUSTED,
        SAFE_HARBOR
    }

    /**
     * What may be kept and shown.
     *
     * @param minCell the smallest cell
     * @param dateKey what moves dates where none may be kept; null until the front door gives one
     */
    public record Disclosure(
            Profile profile, int minCell, @Nullable DateKey dateKey) implements Serializable {
        public Disclosure(boolean trusted, int minCell) {
            this(trusted ? Profile.TRUSTED : Profile.PUBLIC, minCell, null);
        }

        public boolean trusted() {
            return profile == Profile.TRUSTED;
        }

        /** Whether dates may be kept; else only days that count from a secret day, and about the year. */
        public boolean keepsDates() {
            return profile != Profile.SAFE_HARBOR;
        }

        /** Whether single months of a check may be shown: where it counts people, to the bound only, but for whole records. */
        public boolean showsMonthsOf(QualityCheck check) {
            return trusted() || check.isOfEveryRecord() || !check.countsPeople();
        }
    }

    /**
     * One comparison. {@code arm} and {@code comparator} name arms whose patients stand together.
     *
     * @param margins non-inferiority margin per outcome id, positive, in the instrument's unit
     * @param subgroups category covariates whose levels are also answered one by one
     * @param notAnswerable why visit records cannot answer it; then {@code arm} and {@code comparator} may be empty
     * @param marginSources per outcome id where its margin comes from; none where nothing is cited
     * @param against another pair of arms: then it is also asked how much the two differences differ
     * @param dose asks the arm's patients by how many sessions they had; then {@code comparator} is empty
     */
    public record Question(
            String id,
            String ask,
            List<String> arm,
            List<String> comparator,
            List<String> outcomes,
            List<String> windows,
            Map<String, BigDecimal> margins,
            List<String> subgroups,
            Map<String, String> mirrors,
            @Nullable String notAnswerable,
            Map<String, String> marginSources,
            @Nullable Pair against,
            @Nullable Dose dose)
            implements Serializable {

        /** A plain comparison, whose margins cite nothing. */
        public Question(
                String id,
                String ask,
                List<String> arm,
                List<String> comparator,
                List<String> outcomes,
                List<String> windows,
                Map<String, BigDecimal> margins,
                List<String> subgroups,
                Map<String, String> mirrors,
                @Nullable String notAnswerable) {
            this(
                    id,
                    ask,
                    arm,
                    comparator,
                    outcomes,
                    windows,
                    margins,
                    subgroups,
                    mirrors,
                    notAnswerable,
                    Map.of(),
                    null,
                    null);
        }

        /** The arms of one side as one word of the tables: {@code a+b}. */
        public static String together(List<String> arms) {
            return String.join("+", arms);
        }
    }

    /** Two sides of a comparison. */
    public record Pair(List<String> arm, List<String> comparator) implements Serializable {}

    /** The outcome with that id; fails where the job has none. */
    public Outcome outcome(String id) {
        return outcomes.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    /** The same job with the secret that moves dates. */
    public Job withDateKey(DateKey key) {
        return new Job(
                title,
                cites,
                sources,
                store,
                cohort,
                arms,
                outcomes,
                windows,
                adjustFor,
                cluster,
                fields,
                new Disclosure(disclosure.profile(), disclosure.minCell(), key),
                questions,
                instruments,
                thresholds,
                ageBands,
                spc,
                pages);
    }

    /** The same job with its pages written so. */
    public Job withPages(Pages asked) {
        return new Job(
                title,
                cites,
                sources,
                store,
                cohort,
                arms,
                outcomes,
                windows,
                adjustFor,
                cluster,
                fields,
                disclosure,
                questions,
                instruments,
                thresholds,
                ageBands,
                spc,
                asked);
    }

    /** From where on a check of the visits warns and fails. */
    public QualityCheck.Limits limits(QualityCheck check) {
        return thresholds.getOrDefault(check, check.limits());
    }

    /** The window with that id; fails where the job has none. */
    public Window window(String id) {
        return windows.stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
    }
}
