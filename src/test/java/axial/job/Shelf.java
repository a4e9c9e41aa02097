package axial.job;

import axial.JobFixture;
import axial.ingest.Arrival;
import axial.ingest.LocalSpark;
import axial.question.Job;
import axial.store.Ledger;
import axial.store.VisitStore;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** A folder of exports beside a visit store, for tests that send files and look at what is kept. */
record Shelf(Path folder, String store, Map<String, String> options) {
    static final String HEADER = "visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs,version\n";

    /** What a store holds. */
    record Kept(List<String> visits, List<String> held, Ledger ledger) {}

    static Shelf in(Path folder, Map<String, String> options) {
        return new Shelf(folder, folder.resolve("store").toUri().toString(), options);
    }

    Shelf at(String otherStore) {
        return new Shelf(folder, otherStore, options);
    }

    Job job() {
        return JobFixture.job()
                .source(new Job.Source("in/*.csv", "clinics", "csv", Map.of(), Map.of(), options))
                .build();
    }

    void put(String file, String... rows) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in").resolve(file), HEADER + String.join("\n", rows) + "\n");
    }

    void remove(String file) throws IOException {
        Files.delete(folder.resolve("in").resolve(file));
    }

    /** Takes in whatever files lie there; returns what is said about it. */
    String send() throws IOException, RunFailed {
        return send(job());
    }

    String send(Job job) throws IOException, RunFailed {
        try (VisitStore open = VisitStore.open(LocalSpark.session(), job, store)) {
            return new VisitIntake(LocalSpark.session(), job, open, folder).take(Arrival.find(job, folder));
        }
    }

    VisitStore.Removed forget(String... patients) throws IOException {
        try (VisitStore open = VisitStore.open(LocalSpark.session(), job(), store)) {
            return open.forget(Set.of(patients));
        }
    }

    Kept kept() throws IOException {
        try (VisitStore open = VisitStore.open(LocalSpark.session(), job(), store)) {
            return new Kept(
                    texts(open.current().select(VisitsTable.columns(job())).collectAsList()),
                    texts(open.held().select(VisitsTable.columns(job())).collectAsList()),
                    open.ledger());
        }
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    /** Every file under the store. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The files under the store in whose bytes a text stands. */
    List<String> filesWith(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            if (bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                found.add(file.toString());
            }
        }
        return found;
    }
}
