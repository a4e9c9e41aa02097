package axial.report;

import axial.clinic.Better;
import axial.clinic.Instrument;
import axial.question.Job;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job and the tables of one made-up run of it. */
final class Fixture {
    static final Instrument PAIN =
            instrument("pain_nprs", "Pain intensity (0 to 10)", "points", "0", "10", Better.LOWER, "2");
    static final Instrument NDI =
            instrument("ndi_percent", "Neck Disability Index", "points", "0", "100", Better.LOWER, "10");
    static final Instrument ROM =
            instrument("rom_rotation_left_deg", "Rotation to the left", "degrees", "0", "180", Better.HIGHER, "7");

    private Fixture() {}

    static Instrument instrument(
            String id, String label, String unit, String min, String max, Better better, @Nullable String mcid) {
        return new Instrument(
                id,
                label,
                unit,
                new BigDecimal(min),
                new BigDecimal(max),
                1,
                better,
                mcid == null ? null : new BigDecimal(mcid),
                "test");
    }

    static Job job() {
        return job("Manipulation and mobilization for neck pain");
    }

    static Job job(String title) {
        return job(
                title,
                List.of(
                        question(
                                "mobilization-vs-manipulation",
                                "Is cervical mobilization at least as good as cervical manipulation?",
                                "cervical_mobilization",
                                "cervical_manipulation",
                                Map.of("pain_nprs", BigDecimal.ONE, "ndi_percent", new BigDecimal(5))),
                        question(
                                "thoracic-thrust-vs-nonthrust",
                                "Does thoracic manipulation bring more relief than thoracic mobilization?",
                                "thoracic_manipulation",
                                "thoracic_mobilization",
                                Map.of()),
                        notAnswerable()));
    }

    static Job job(String title, List<Job.Question> questions) {
        Map<String, Instrument> instruments = new TreeMap<>();
        List.of(PAIN, NDI, ROM).forEach(i -> instruments.put(i.id(), i));
        return new Job(
                title,
                "doi:10.1002/14651858.CD004249.pub4",
                List.of(),
                null,
                new Job.Cohort(90, true, new BigDecimal(18), 14, Job.RedFlags.ANY),
                Stream.of("cervical_manipulation", "cervical_mobilization", "thoracic_manipulation")
                        .map(a -> new Job.Arm(a, List.of(a)))
                        .toList(),
                Stream.of(PAIN, NDI, ROM).map(i -> new Job.Outcome(i.id(), i)).toList(),
                List.of(
                        new Job.Window("immediate", 0, 1, 0),
                        new Job.Window("short", 2, 91, 28),
                        new Job.Window("intermediate", 92, 364, 182),
                        new Job.Window("long", 365, 730, 365)),
                List.of("baseline", "age_years", "sex", "disorder", "symptom_stage"),
                Job.Cluster.CLINIC_ID,
                List.of(),
                new Job.Disclosure(true, 10),
                questions,
                instruments);
    }

    static Job.Question question(
            String id, String ask, String arm, String comparator, Map<String, BigDecimal> margins) {
        return new Job.Question(
                id,
                ask,
                List.of(arm),
                List.of(comparator),
                List.of("pain_nprs", "ndi_percent", "rom_rotation_left_deg"),
                List.of("immediate", "short", "intermediate", "long"),
                margins,
                List.of(),
                Map.of("review", "Gross 2015", "comparison", "manipulation and mobilisation"),
                null);
    }

    private static Job.Question notAnswerable() {
        return new Job.Question(
                "against-sham",
                "Does manipulation bring more relief than a sham treatment?",
                List.of(),
                List.of(),
                List.of("pain_nprs"),
                List.of("short"),
                Map.of(),
                List.of(),
                Map.of(),
                "nobody receives a sham treatment in routine care.");
    }

    /** Copies the tables of the made-up run into the directory. */
    static void copyTo(Path dir) throws IOException {
        Path from = Path.of("src/test/resources/report");
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, dir.resolve(file.getFileName()));
            }
        }
    }
}
