package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.JobFile;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same visits, same job: the same bytes, however the work and the files are cut. */
class SameBytesTest {
    private static final List<String> SAME = List.of(
            "estimates.csv",
            "clinics.csv",
            "flow.csv",
            "safety.csv",
            "quality.csv",
            "funnel.csv",
            "spc.csv",
            "report.html",
            "research.html",
            "estimates.parquet",
            "rejects.parquet");
    private static final String JOB = """
            axial: 1
            title: Cut in many ways
            visits:
              - { path: "part*.csv", name: clinics, format: csv }
            arms:
              cervical_manipulation: [manipulation:cervical]
              cervical_mobilization: [mobilization:cervical]
            outcomes: { pain_nprs: { mcid: 2 }, ndi_percent: { mcid: 10 } }
            disclosure: { profile: trusted, min_cell: 10 }
            questions:
              - id: mobilization-vs-manipulation
                ask: Is cervical mobilization at least as effective as cervical manipulation?
                arm: cervical_mobilization
                comparator: cervical_manipulation
                margins: { pain_nprs: 1 }
                subgroups: [symptom_stage]
            """;

    @TempDir
    private static Path folder;

    private static List<String> lines = List.of();

    @BeforeAll
    static void oneRunToCompareWith() throws Exception {
        Synth.write(new SynthPlan(500, 6, 11, "default"), folder.resolve("made"));
        lines = Files.readAllLines(folder.resolve("made/visits.csv"));
        run("whole", List.of(lines), Map.of("spark.sql.shuffle.partitions", "2"));
        assertTrue(Files.readString(out("whole").resolve("estimates.csv")).contains("overlap_weighted"));
    }

    private static Path out(String name) {
        return folder.resolve(name).resolve("out");
    }

    private static void run(String name, List<List<String>> parts, Map<String, String> settings) throws Exception {
        Path place = Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < parts.size(); i++) {
            Files.write(place.resolve("part" + i + ".csv"), parts.get(i));
        }
        Path job = Files.writeString(place.resolve("job.yaml"), JOB);
        new ReviewJob(job, JobFile.read(job), out(name), line -> {}).run("local[2]", settings);
    }

    private static void sameAsWhole(String name) throws IOException {
        for (String table : SAME) {
            assertEquals(
                    -1, Files.mismatch(out("whole").resolve(table), out(name).resolve(table)), table);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 64})
    void forAnyNumberOfPartitions(int partitions) throws Exception {
        run("partitions" + partitions, List.of(lines), Map.of("spark.sql.shuffle.partitions", "" + partitions));
        sameAsWhole("partitions" + partitions);
    }

    @Test
    void forShuffledRowsInSeveralFiles() throws Exception {
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(5));
        List<List<String>> parts = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            List<String> file = new ArrayList<>(List.of(lines.get(0)));
            file.addAll(rows.subList(part * rows.size() / 3, (part + 1) * rows.size() / 3));
            parts.add(file);
        }
        run("split", parts, Map.of("spark.sql.shuffle.partitions", "5"));
        sameAsWhole("split");
    }

    @Test
    void inAnotherLocaleAndTimeZone() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            run("elsewhere", List.of(lines), Map.of());
            sameAsWhole("elsewhere");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
