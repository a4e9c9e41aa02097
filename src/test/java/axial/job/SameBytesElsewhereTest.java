package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.ingest.FileSystems;
import axial.question.Job;
import axial.question.JobFile;
import axial.store.StoreBusy;
import axial.store.StoreRefused;
import axial.store.VisitStore;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same job on a cluster, after a worker's death, on HDFS and on S3: the same bytes of every table and page. */
class SameBytesElsewhereTest {
    private static final List<String> SAME = List.of(
            "estimates.csv",
            "clinics.csv",
            "flow.csv",
            "safety.csv",
            "quality.csv",
            "rejects.csv",
            "report.html",
            "research.html",
            "estimates.parquet",
            "rejects.parquet");
    private static final int PARTS = 3;
    private static final String JOB = """
            axial: 1
            title: Here and elsewhere
            visits:
              - { path: "INPUT/part*.csv", name: clinics, format: csv }
            store: STORE
            arms:
              cervical_manipulation: [manipulation:cervical]
              cervical_mobilization: [mobilization:cervical]
            outcomes: { pain_nprs: { mcid: 2 } }
            disclosure: { profile: trusted, min_cell: 10 }
            questions:
              - id: mobilization-vs-manipulation
                ask: Is cervical mobilization at least as effective as cervical manipulation?
                arm: cervical_mobilization
                comparator: cervical_manipulation
                margins: { pain_nprs: 1 }
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void oneRunToCompareWith() throws Exception {
        Synth.write(new SynthPlan(240, 4, 11, "default"), folder.resolve("made"));
        List<String> lines = Files.readAllLines(folder.resolve("made/visits.csv"));
        Path input = Files.createDirectories(folder.resolve("input"));
        int rows = lines.size() - 1;
        for (int part = 0; part < PARTS; part++) {
            List<String> file = new ArrayList<>(List.of(lines.get(0)));
            file.addAll(lines.subList(1 + part * rows / PARTS, 1 + (part + 1) * rows / PARTS));
            Files.write(input.resolve("part" + part + ".csv"), file);
        }
        endEngine();
        run("here", "local[1]", "../input", "store", Map.of());
        assertTrue(Files.readString(out("here").resolve("estimates.csv")).contains("overlap_weighted"));
    }

    @AfterAll
    static void endEngine() {
        FileSystems.reachBy(Map.of());
        if (SparkSession.getDefaultSession().isDefined()) {
            SparkSession.getDefaultSession().get().stop();
        }
    }

    @Test
    void onTwoCores() throws Exception {
        run("two-cores", "local[2]", "../input", "store", Map.of());
        sameAsHere("two-cores");
    }

    @Test
    void onAStandaloneClusterAndAfterAWorkersDeath() throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster(folder.resolve("cluster"))) {
            Map<String, String> settings = onCluster(cluster);
            run("cluster", cluster.address(), "../input", "store", settings, line -> {
                if (line.startsWith("2/5")) {
                    assertEquals(
                            cluster.address(),
                            SparkSession.active().sparkContext().master());
                    noPatientIn(cluster.spills());
                }
            });
            sameAsHere("cluster");
            Killer killer = new Killer(cluster);
            run("widowed", cluster.address(), "../input", "store", settings, line -> {
                if (line.startsWith("1/5")) {
                    SparkSession.active().sparkContext().addSparkListener(killer);
                }
            });
            assertTrue(killer.killedIn.get() > 0, "a worker was to be killed while it had work");
            assertEquals(1, killer.lost.get(), "executors lost");
            sameAsHere("widowed");
        }
    }

    private static Map<String, String> onCluster(StandaloneCluster cluster) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("spark.jars", ShippedJars.beside(cluster.axialJar()));
        settings.put("spark.driver.host", "127.0.0.1");
        settings.put("spark.driver.bindAddress", "127.0.0.1");
        settings.put("spark.executor.memory", "700m");
        settings.put("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        settings.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
        settings.put("spark.cores.max", "2");
        settings.put("spark.sql.shuffle.partitions", "3");
        settings.put("spark.shuffle.io.retryWait", "500ms");
        return settings;
    }

    /** Kills a worker, with its executor, as soon as that has been given a task of the fourth stage or a later one. */
    private static final class Killer extends SparkListener {
        private final AtomicInteger killedIn = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();
        private final StandaloneCluster cluster;

        Killer(StandaloneCluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public void onTaskStart(SparkListenerTaskStart start) {
            if (start.stageId() >= 3 && killedIn.compareAndSet(0, start.stageId())) {
                try {
                    cluster.kill(cluster.workerOf(start.taskInfo().executorId()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            lost.incrementAndGet();
        }
    }

    /** What does not fit into memory is encrypted on a worker's disk as well. */
    private static void noPatientIn(Path spills) {
        try (Stream<Path> all = Files.walk(spills)) {
            List<Path> shuffled = all.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).endsWith(".data"))
                    .toList();
            assertTrue(shuffled.size() > 0, "the workers have put nothing on disk");
            for (Path file : shuffled) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertTrue(!bytes.contains("manipulation:cervical"), file + " is in clear");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withVisitsAndStoreOnHdfs() throws Exception {
        Configuration settings = new Configuration();
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        try (MiniDFSCluster hdfs =
                new MiniDFSCluster.Builder(settings).numDataNodes(1).build()) {
            String root = hdfs.getURI().toString();
            upload(hdfs.getFileSystem(), root);
            run("hdfs", "local[2]", root + "/input", root + "/store", Map.of());
            sameAsHere("hdfs");
            oneAtATime("hdfs", Map.of());
            run("hdfs", "local[2]", root + "/input", root + "/store", Map.of(), line -> {
                if (line.startsWith("2/5")) {
                    assertTrue(line.contains("3 of 3 files known"), line);
                }
            });
            sameAsHere("hdfs");
        }
    }

    @Test
    void withVisitsAndStoreOnS3() throws Exception {
        try (S3Server s3 = new S3Server(folder.resolve("s3"))) {
            String root = "s3a://" + S3Server.BUCKET;
            FileSystems.reachBy(s3.settings());
            Configuration reach = new Configuration();
            s3.settings().forEach((name, value) -> reach.set(name.replaceFirst("spark\\.hadoop\\.", ""), value));
            try (FileSystem files = FileSystem.newInstance(java.net.URI.create(root), reach)) {
                upload(files, root);
            }
            run("s3", "local[2]", root + "/input", root + "/store", s3.settings());
            sameAsHere("s3");
            oneAtATime("s3", s3.settings());
            Map<String, String> unconditional = new TreeMap<>(s3.settings());
            unconditional.put("spark.hadoop.fs.s3a.create.conditional.enabled", "false");
            unconditional.put("spark.hadoop.fs.s3a.impl.disable.cache", "true");
            StoreRefused refused = assertThrows(
                    StoreRefused.class,
                    () -> run("s3-plain", "local[2]", root + "/input", root + "/store2", unconditional));
            assertTrue(refused.getMessage().contains("two runs at once"), refused.getMessage());
        }
    }

    private static void upload(FileSystem files, String root) throws IOException {
        for (int part = 0; part < PARTS; part++) {
            String name = "/input/part" + part + ".csv";
            files.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(folder + name), new org.apache.hadoop.fs.Path(root + name));
        }
    }

    /** While one holds the store, another is refused; afterwards it is free. */
    private static void oneAtATime(String name, Map<String, String> settings) throws Exception {
        Path job = folder.resolve(name).resolve("job.yaml");
        Job read = JobFile.read(job);
        String store = String.valueOf(read.store());
        try (SparkSession spark = Engine.start("local[2]", settings, folder)) {
            try (VisitStore held = VisitStore.open(spark, read, store)) {
                assertTrue(held.ledger().counts().accepted() > 0);
                assertThrows(StoreBusy.class, () -> VisitStore.open(spark, read, store));
            }
            VisitStore.open(spark, read, store).close();
        }
    }

    private static Path out(String name) {
        return folder.resolve(name).resolve("out");
    }

    private static void run(String name, String master, String input, String store, Map<String, String> settings)
            throws Exception {
        run(name, master, input, store, settings, line -> {});
    }

    private static void run(
            String name, String master, String input, String store, Map<String, String> settings, Progress progress)
            throws Exception {
        Path place = Files.createDirectories(folder.resolve(name));
        Path job = Files.writeString(
                place.resolve("job.yaml"), JOB.replace("INPUT", input).replace("STORE", store));
        new ReviewJob(job, JobFile.read(job), out(name), progress).run(master, settings);
    }

    private static void sameAsHere(String name) throws IOException {
        for (String table : SAME) {
            assertTrue(text("here", table).equals(text(name, table)), name + ": " + table + " has other bytes");
        }
    }

    /** The bytes of a file, but for the hashes that cover the job file, which names other addresses. */
    private static String text(String name, String table) throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(out(name).resolve("manifest.json").toFile());
        String run = manifest.get("run_id").asText();
        return Files.readString(out(name).resolve(table), StandardCharsets.ISO_8859_1)
                .replace(manifest.get("job").get("sha256").asText(), "job")
                .replace(run, "run")
                .replace(run.substring(0, 8), "run");
    }
}
