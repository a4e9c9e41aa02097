package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.evidence.Evidence;
import axial.ingest.Arrival;
import axial.ingest.LocalSpark;
import axial.question.Job;
import axial.question.JobFile;
import axial.store.VisitStore;
import axial.sums.KeptSums;
import axial.sums.ModelPasses;
import axial.sums.PatientChecks;
import axial.sums.Rules;
import axial.sums.VisitFiles;
import axial.sums.Walked;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import axial.walk.Cells;
import axial.walk.HarmSums;
import axial.walk.LevelSums;
import axial.walk.VascularSums;
import axial.walk.WalkPlan;
import axial.walk.WindowSums;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds with the sums that earlier runs kept is what it finds without them; it reads only what is new. */
class IncrementalTest {
    private static final String JOB = """
            axial: 1
            title: Batch by batch
            visits:
              - { path: "a*.csv", name: clinics, format: csv }
              - { path: "b*.csv", name: others, format: csv }
            store: store
            cohort: { episodes: all }
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
                subgroups: [symptom_stage, baseline_severity]
            """;

    private final SparkSession spark = LocalSpark.session();

    @TempDir
    private Path folder = Path.of("");

    private List<String> made = List.of();
    private final Set<String> read = new TreeSet<>();

    @BeforeEach
    void visitsAreMade() throws IOException {
        Synth.write(new SynthPlan(360, 5, 11, "default"), folder.resolve("made"));
        made = Files.readAllLines(folder.resolve("made/visits.csv"));
        Files.writeString(folder.resolve("job.yaml"), JOB);
    }

    /** The visits of the made-up patients from one number up to another. */
    private List<String> patients(int from, int to) {
        return made.stream()
                .skip(1)
                .filter(row -> {
                    int number = Integer.parseInt(row.substring(1, row.indexOf('-')));
                    return from <= number && number < to;
                })
                .toList();
    }

    private void put(String file, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(made.get(0)));
        lines.addAll(rows);
        Files.write(folder.resolve(file), lines);
    }

    private Job job() throws Exception {
        return JobFile.read(folder.resolve("job.yaml"));
    }

    private VisitStore store() throws Exception {
        return VisitStore.open(spark, job(), folder.resolve("store").toUri().toString());
    }

    private void send() throws Exception {
        try (VisitStore store = store()) {
            new VisitIntake(spark, job(), store, folder).take(Arrival.find(job(), folder));
        }
    }

    private List<String> found(boolean withKept) throws Exception {
        Job job = job();
        read.clear();
        try (VisitStore store = store()) {
            VisitFiles visits = new VisitFiles(
                    store.files(),
                    names -> {
                        read.addAll(names);
                        return store.visits(names);
                    },
                    store.sourcesChosen());
            KeptSums kept = withKept ? KeptSums.of(spark, store.sums(), Rules.of(job, visits.sources())) : null;
            return tables(job, visits, kept);
        }
    }

    private static List<String> tables(Job job, VisitFiles visits, @Nullable KeptSums kept) throws IOException {
        WalkPlan plan = WalkPlan.of(job);
        try (Walked walked = Walked.ofStored(visits, job, kept)) {
            Cells cells = walked.cells();
            cells.addAll(walked.sums(LevelSums.class).cells());
            Evidence evidence = new Evidence(job, plan, cells, walked.sums(WindowSums.class));
            new ModelPasses(walked).answer(evidence);
            return Stream.of(
                            evidence.estimates(),
                            evidence.clinics(),
                            evidence.flow(),
                            evidence.safety(),
                            evidence.missing(),
                            evidence.balance(),
                            evidence.overlap(),
                            evidence.harms(walked.sums(HarmSums.class), walked.sums(VascularSums.class)),
                            Quality.of(walked.sums(PatientChecks.class), List.of(), job))
                    .flatMap(List::stream)
                    .map(Object::toString)
                    .toList();
        }
    }

    private void assertTheSame(String when) throws Exception {
        List<String> whole = found(false);
        assertTrue(whole.toString().contains("overlap_weighted"), "there is something to compare");
        assertEquals(whole, found(true), when);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("store/sums"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void batchByBatchTheSameIsFoundAndOnlyNewFilesAreRead() throws Exception {
        put("a1.csv", patients(0, 250));
        put("b1.csv", patients(250, 300));
        send();
        assertTheSame("the first time");
        Set<String> first = Set.copyOf(read);
        assertFalse(first.isEmpty());
        found(true);
        assertEquals(Set.of(), read, "nothing is read again");

        put("a2.csv", patients(300, 330));
        send();
        assertTheSame("after new patients");
        assertFalse(read.isEmpty());
        assertFalse(read.stream().anyMatch(first::contains), "files with the sums kept are not read");

        List<String> resent = new ArrayList<>(patients(300, 330));
        resent.addAll(patients(330, 340));
        resent.add(patients(310, 311).get(0).replaceFirst("P(\\d+)-01", "P$1-99"));
        patients(320, 322).forEach(row -> resent.add(row.replaceFirst("-(\\d\\d),P0*32\\d", "-$1,PMOVED")));
        put("a3.csv", resent);
        send();
        try (VisitStore store = store()) {
            assertTrue(store.files().containsAll(first), "files without these patients stay");
            assertTrue(store.ledger().counts().superseded() > 0);
        }
        assertTheSame("after patients who come again, corrections and visits sent again");

        String gone = patients(5, 6).get(0).split(",")[1];
        try (VisitStore store = store()) {
            store.forget(Set.of(gone));
        }
        assertFalse(Files.exists(folder.resolve("store/sums")), "no sums of the withdrawn are kept");
        assertTheSame("after a withdrawal");
        for (Path file : kept()) {
            assertFalse(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("P000000"));
        }
        assertTheSame("and once more");

        Files.writeString(
                folder.resolve("job.yaml"),
                Files.readString(folder.resolve("job.yaml")).replaceAll(" +- .*others.*\n", ""));
        assertTheSame("asked of one source alone");
        assertFalse(read.isEmpty(), "other rules, other sums");
    }

    @Test
    void whatWasKeptAndIsDamagedIsLeftAside() throws Exception {
        put("a1.csv", patients(0, 250));
        put("b1.csv", patients(250, 300));
        send();
        List<String> whole = found(true);
        for (String damaged : new String[] {"sums.zst", "part-00000", "walked.txt", "part-00001"}) {
            found(true);
            for (Path file : kept()) {
                if (String.valueOf(file.getFileName()).equals(damaged)) {
                    damage(file);
                }
            }
            assertEquals(whole, found(true), damaged);
        }
        found(true);
        for (Path file : kept()) {
            if (String.valueOf(file.getFileName()).matches("part-0000\\d")) {
                Files.delete(file);
            }
        }
        assertEquals(whole, found(true), "episodes that are gone");
    }

    @Test
    void aListOfWalkedFilesThatIsCutOffIsLeftAside() throws Exception {
        put("a1.csv", patients(0, 250));
        put("b1.csv", patients(250, 300));
        send();
        List<String> whole = found(true);
        for (Path file : kept()) {
            if (String.valueOf(file.getFileName()).equals("walked.txt")) {
                Files.deleteIfExists(file.resolveSibling(".walked.txt.crc"));
                Files.writeString(file, Files.readAllLines(file).get(0));
            }
        }
        assertEquals(whole, found(true), "or its files would be walked and added once more");
    }

    /** One bit in the middle turned, and the check sum that Hadoop keeps beside the file gone. */
    private static void damage(Path file) throws IOException {
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = bytes.length() / 2;
            bytes.seek(middle);
            int before = bytes.read();
            bytes.seek(middle);
            bytes.write(before ^ 16);
        }
    }
}
