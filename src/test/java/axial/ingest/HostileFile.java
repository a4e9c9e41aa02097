package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file that somebody may send, how the job declares it, and what must become of it. */
public final class HostileFile {
    /** Stands in every file as a patient's value, and in no message. */
    public static final String SECRET = "PSECRET";

    public static final String HEADER = "visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs\n";
    public static final String ROW = "V1,PSECRET,C1,2024-03-04,massage,6\n";

    /** What is written into an empty folder. */
    interface Content {
        void writeTo(Path folder) throws IOException;
    }

    private final String name;
    private final Content content;
    private String path = "visits.csv";
    private String format = "csv";
    private final Map<String, String> map = new TreeMap<>();
    private final Map<String, String> options = new TreeMap<>();
    private final List<String> refusedWith = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();
    private final List<String> noted = new ArrayList<>();
    private int accepted = 0;
    private boolean foundLate = false;

    private HostileFile(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    static HostileFile of(String name, Content content) {
        return new HostileFile(name, content);
    }

    static HostileFile of(String name, byte[] bytes) {
        return new HostileFile(name, folder -> Files.write(folder.resolve("visits.csv"), bytes));
    }

    static HostileFile of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static HostileFile of(String name, String text, Charset charset) {
        return of(name, text.getBytes(charset));
    }

    /** One row with this score under the usual header. */
    static HostileFile score(String cell) {
        return of("score " + cell, HEADER + "V1,PSECRET,C1,2024-03-04,massage," + quoted(cell) + "\n");
    }

    /** One row with this date under the usual header. */
    static HostileFile date(String cell) {
        return of("date " + cell, HEADER + "V1,PSECRET,C1," + quoted(cell) + ",massage,6\n");
    }

    /** One row with this text in one further or usual column. */
    static HostileFile cell(String column, String cell) {
        boolean usual = HEADER.contains(column);
        String row = usual && column.equals("clinic_id")
                ? "V1,PSECRET," + quoted(cell) + ",2024-03-04,massage,6"
                : "V1,PSECRET,C1,2024-03-04,massage,6," + quoted(cell);
        return of(column + " " + cell, HEADER.strip() + (usual ? "" : "," + column) + "\n" + row + "\n");
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    HostileFile at(String declared) {
        path = declared;
        return this;
    }

    HostileFile format(String declared) {
        format = declared;
        return this;
    }

    HostileFile map(String field, String theirs) {
        map.put(field, theirs);
        return this;
    }

    HostileFile option(String key, String value) {
        options.put(key, value);
        return this;
    }

    /** Exit 3 before the engine starts, with all these words. */
    HostileFile refused(String... words) {
        refusedWith.addAll(List.of(words));
        return this;
    }

    /** Refused, but only once it is read whole: its head is sound. */
    HostileFile refusedOnceRead(String... words) {
        foundLate = true;
        return refused(words);
    }

    /** Every other record is accepted. */
    HostileFile accepted(int records) {
        accepted = records;
        return this;
    }

    /** The first accepted record holds this value. */
    HostileFile with(String column, Object value) {
        accepted = Math.max(accepted, 1);
        values.put(column, value);
        return this;
    }

    /** Line, field and code of a reason, in the order of lines. */
    HostileFile rejected(String... reasons) {
        rejected.addAll(List.of(reasons));
        return this;
    }

    /** The user is told these words. */
    HostileFile noted(String... words) {
        noted.addAll(List.of(words));
        return this;
    }

    public void writeTo(Path folder) throws IOException {
        content.writeTo(folder);
    }

    public Job.Source source() {
        return new Job.Source(path, name, format, map, Map.of(), options);
    }

    public String name() {
        return name;
    }

    public boolean isRefused() {
        return !refusedWith.isEmpty();
    }

    public boolean isFoundLate() {
        return foundLate;
    }

    public List<String> refusedWith() {
        return refusedWith;
    }

    public List<String> rejections() {
        return rejected;
    }

    public Map<String, Object> values() {
        return values;
    }

    public int acceptedRecords() {
        return accepted;
    }

    public List<String> notes() {
        return noted;
    }

    @Override
    public String toString() {
        return name;
    }
}
