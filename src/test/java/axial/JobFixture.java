package axial;

import axial.clinic.Better;
import axial.clinic.Instrument;
import axial.question.Job;
import axial.question.Pages;
import axial.question.Spc;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A job made by hand: pain and disability, three arms, two windows; each test changes what it is about. */
public final class JobFixture {
    public static final String PAIN = "pain_nprs";
    public static final String NDI = "ndi_percent";
    public static final String CERVICAL_MANIPULATION = "manipulation:cervical";
    public static final String CERVICAL_MOBILIZATION = "mobilization:cervical";

    private static final Map<String, Instrument> CATALOGUE =
            new TreeMap<>(Map.of(PAIN, instrument(PAIN, 10), NDI, instrument(NDI, 100)));

    private final List<Job.Source> sources = new ArrayList<>();
    private final List<Job.Field> fields = new ArrayList<>();
    private Job.Disclosure disclosure = new Job.Disclosure(true, 10);
    private int washoutDays = 90;
    private boolean firstEpisodeOnly = true;
    private int minAge = 18;
    private int baselineDays = 14;
    private List<Job.Window> windows =
            List.of(new Job.Window("immediate", 0, 1, 0), new Job.Window("short", 2, 91, 28));
    private List<String> adjustFor = List.of("baseline");
    private @Nullable Spc spc;

    private JobFixture() {}

    public static JobFixture job() {
        return new JobFixture();
    }

    private static Instrument instrument(String id, int max) {
        return new Instrument(
                id, id, "points", BigDecimal.ZERO, BigDecimal.valueOf(max), 0, Better.LOWER, BigDecimal.ONE, "");
    }

    /** A source of CSV with nothing declared. */
    public static Job.Source csv(String file) {
        return new Job.Source(file, file, "csv", Map.of(), Map.of(), Map.of());
    }

    @CanIgnoreReturnValue
    public JobFixture source(Job.Source source) {
        sources.add(source);
        return this;
    }

    public JobFixture field(String id, boolean number) {
        fields.add(new Job.Field(id, number));
        return this;
    }

    public JobFixture disclosure(Job.Disclosure rules) {
        disclosure = rules;
        return this;
    }

    public JobFixture washoutDays(int days) {
        washoutDays = days;
        return this;
    }

    public JobFixture allEpisodes() {
        firstEpisodeOnly = false;
        return this;
    }

    public JobFixture minAge(int years) {
        minAge = years;
        return this;
    }

    public JobFixture baselineDays(int days) {
        baselineDays = days;
        return this;
    }

    public JobFixture windows(Job.Window... declared) {
        windows = List.of(declared);
        return this;
    }

    public JobFixture adjustFor(String... covariates) {
        adjustFor = List.of(covariates);
        return this;
    }

    public JobFixture spc(Spc overTime) {
        spc = overTime;
        return this;
    }

    public Job build() {
        List<Job.Outcome> outcomes =
                CATALOGUE.values().stream().map(i -> new Job.Outcome(i.id(), i)).toList();
        return new Job(
                "a job",
                null,
                List.copyOf(sources),
                null,
                new Job.Cohort(
                        washoutDays, firstEpisodeOnly, BigDecimal.valueOf(minAge), baselineDays, Job.RedFlags.ANY),
                List.of(
                        new Job.Arm("manipulation", List.of(CERVICAL_MANIPULATION)),
                        new Job.Arm("mobilization", List.of(CERVICAL_MOBILIZATION)),
                        new Job.Arm("massage_and_heat", List.of("massage", "heat"))),
                outcomes,
                windows,
                adjustFor,
                Job.Cluster.CLINIC_ID,
                List.copyOf(fields),
                disclosure,
                List.of(),
                CATALOGUE,
                Map.of(),
                Job.AGE_BANDS,
                spc == null ? Spc.standard(outcomes, windows) : spc,
                Pages.PLAIN);
    }
}
