package axial.ingest;

import axial.JobFixture;
import axial.question.CodeRule;
import axial.question.Coding;
import axial.question.Conversion;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file of visits, declared and read record by record without the engine. */
final class Intake {
    static final String HEADER = "visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs\n";
    static final String GOOD = "V1,P1,C1,2024-03-04,manipulation:cervical,6\n";

    /** What became of one record: the stored values by column, or why it was refused. */
    record Fate(long line, Map<String, @Nullable Object> visit, List<Reason> reasons) {
        List<String> codes() {
            return reasons.stream().map(r -> r.field() + " " + r.code()).toList();
        }

        @Nullable
        Object at(String column) {
            if (!reasons.isEmpty()) {
                throw new AssertionError("line " + line + " was refused: " + reasons);
            }
            return visit.get(column);
        }
    }

    private final Path folder;
    private final String file;
    private String format = "csv";
    private final Map<String, String> map = new TreeMap<>();
    private final Map<String, Map<String, String>> values = new TreeMap<>();
    private final Map<String, String> options = new TreeMap<>();
    private final List<String> codeLists = new ArrayList<>();
    private final List<CodeRule> rules = new ArrayList<>();
    private final List<Conversion> conversions = new ArrayList<>();

    private Intake(Path folder, String file) {
        this.folder = folder;
        this.file = file;
    }

    static Intake of(Path folder, byte[] content) throws IOException {
        Files.write(folder.resolve("visits.csv"), content);
        return new Intake(folder, "visits.csv");
    }

    static Intake of(Path folder, String content) throws IOException {
        return of(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    static Intake of(Path folder, String content, Charset charset) throws IOException {
        return of(folder, content.getBytes(charset));
    }

    /** What lies there already, or is a database. */
    static Intake there(Path folder, String path) {
        return new Intake(folder, path);
    }

    /** One row under the usual header. */
    static Intake row(Path folder, String row) throws IOException {
        return of(folder, HEADER + row + "\n");
    }

    static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    Intake format(String declared) {
        format = declared;
        return this;
    }

    Intake map(String field, String theirs) {
        map.put(field, theirs);
        return this;
    }

    Intake value(String field, String theirs, String ours) {
        values.computeIfAbsent(field, f -> new TreeMap<>()).put(theirs, ours);
        return this;
    }

    Intake option(String key, String value) {
        options.put(key, value);
        return this;
    }

    /** A code list beside the visits. */
    Intake codes(String content) throws IOException {
        String list = "codes" + codeLists.size() + ".csv";
        Files.writeString(folder.resolve(list), content);
        codeLists.add(list);
        return this;
    }

    Intake rule(String code, String column, String text, String is) {
        rules.add(new CodeRule(code, Map.of(column, List.of(text)), is));
        return this;
    }

    Intake convert(String field, Coding from, String... clinics) {
        conversions.add(new Conversion(List.of(field), from, List.of(clinics), List.of()));
        return this;
    }

    Job.Source source() {
        return new Job.Source(file, "source", format, map, values, options, codeLists, rules, conversions);
    }

    Job job() {
        return JobFixture.job()
                .source(source())
                .field("migraine", false)
                .field("stress", true)
                .build();
    }

    /** Every record's fate; fails with {@link InputRefused} where a run would. */
    List<Fate> read() throws IOException {
        return read(job(), folder);
    }

    static List<Fate> read(Job job, Path folder) throws IOException {
        List<Fate> fates = new ArrayList<>();
        for (Sources.Found found : Sources.find(job, folder)) {
            VisitRules rules = new VisitRules(job, found.source());
            Format reader = Objects.requireNonNull(Format.ALL.get(found.source().format()))
                    .forJob(job);
            try (Format.Records records = reader.read(found.file(), found.source())) {
                while (records.hasNext()) {
                    RawRecord record = records.next();
                    List<Reason> reasons = new ArrayList<>();
                    @Nullable Object[] visit = rules.read(record, reasons);
                    fates.add(new Fate(record.line(), named(job, visit), reasons));
                }
            }
        }
        return fates;
    }

    private static Map<String, @Nullable Object> named(Job job, @Nullable Object[] visit) {
        List<String> names = Arrays.asList(VisitsTable.schema(job).fieldNames());
        Map<String, @Nullable Object> named = new TreeMap<>();
        for (int i = 0; i < visit.length; i++) {
            named.put(names.get(i), visit[i]);
        }
        return named;
    }

    Fate only() throws IOException {
        List<Fate> fates = read();
        if (fates.size() != 1) {
            throw new AssertionError(fates.size() + " records where one was expected");
        }
        return fates.get(0);
    }

    /** Why the input is refused; fails where it is not. */
    String refusal() throws IOException {
        try {
            List<Fate> fates = read();
            throw new AssertionError("not refused: " + fates);
        } catch (InputRefused refused) {
            return String.join("\n", refused.problems());
        }
    }
}
