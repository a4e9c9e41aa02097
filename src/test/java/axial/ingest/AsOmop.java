package axial.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * Visits as tables of OMOP CDM v5.4: whole numbers for persons, visits, clinics and practitioners; cervical and thoracic
 * techniques told apart by a modifier; degrees, percent and weeks as units.
 */
public final class AsOmop {
    private static final long FIRST_VISIT = 1_000_000;
    private static final List<String> OBSERVED =
            List.of("symptom_duration_days", "adverse_event", "adverse_event_severity", "adverse_events_asked", "groc");
    private static final List<String> ELSEWHERE = List.of(
            "visit_id",
            "patient_id",
            "clinic_id",
            "practitioner_id",
            "visit_date",
            "age_years",
            "sex",
            "disorder",
            "treatments",
            "red_flags",
            "screened_instability",
            "screened_myelopathy");
    private static final Map<String, String> SEX =
            Map.of("female", "8532", "male", "8507", "other", "8521", "unknown", "0");

    private final List<Map<String, String>> visits;
    private final boolean timed;
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private final Map<String, String> disorders = new TreeMap<>();
    private boolean agesObserved = false;

    /**
     * The tables of visits.
     *
     * @param timed whether times tell before from after treatment; else each score has a code of its own
     */
    public AsOmop(List<Map<String, String>> visits, boolean timed) {
        this.visits = visits;
        this.timed = timed;
        for (String table : List.of(
                "person",
                "visit_occurrence",
                "procedure_occurrence",
                "measurement",
                "observation",
                "condition_occurrence")) {
            tables.put(table, new ArrayList<>());
        }
        VisitSheet.texts(visits, "disorder").forEach(word -> disorders.put(word, "DX" + disorders.size()));
        Map<String, List<Map<String, String>>> patients = new TreeMap<>();
        visits.forEach(visit -> patients.computeIfAbsent(visit.get("patient_id"), any -> new ArrayList<>())
                .add(visit));
        patients.values().forEach(this::addPatient);
    }

    private void addPatient(List<Map<String, String>> ofPatient) {
        String person = "" + (tables.get("person").size() + 1);
        LocalDate born = birth(ofPatient);
        add(
                "person",
                "person_id",
                person,
                "gender_concept_id",
                SEX.get(ofPatient.get(0).get("sex")),
                "year_of_birth",
                born == null ? "" : "" + born.getYear(),
                "month_of_birth",
                born == null ? "" : "" + born.getMonthValue(),
                "day_of_birth",
                born == null ? "" : "" + born.getDayOfMonth());
        ofPatient.forEach(visit -> addVisit(person, visit, born == null));
    }

    /** A birthday on which every visit has the age it says, or null where there is none. */
    private static LocalDate birth(List<Map<String, String>> ofPatient) {
        LocalDate earliest = LocalDate.MIN;
        LocalDate latest = LocalDate.MAX;
        for (Map<String, String> visit : ofPatient) {
            if (visit.get("age_years").isEmpty()) {
                return null;
            }
            LocalDate day = LocalDate.parse(visit.get("visit_date"));
            int age = Integer.parseInt(visit.get("age_years"));
            LocalDate after = day.minusYears(age + 1L).plusDays(1);
            earliest = after.isAfter(earliest) ? after : earliest;
            latest = day.minusYears(age).isBefore(latest) ? day.minusYears(age) : latest;
        }
        return earliest.isAfter(latest) ? null : latest;
    }

    private void addVisit(String person, Map<String, String> visit, boolean observeAge) {
        String id = "" + (FIRST_VISIT + tables.get("visit_occurrence").size());
        String date = visit.get("visit_date");
        add(
                "visit_occurrence",
                "visit_occurrence_id",
                id,
                "person_id",
                person,
                "visit_concept_id",
                "9202",
                "visit_start_date",
                date,
                "visit_end_date",
                date,
                "care_site_id",
                number(visit, "clinic_id", 100),
                "provider_id",
                number(visit, "practitioner_id", 1000));
        for (String token : visit.get("treatments").split(";")) {
            addProcedure(id, date, token);
        }
        visit.forEach((column, cell) -> {
            if (!ELSEWHERE.contains(column) && !cell.isEmpty()) {
                addValue(id, date, column, cell);
            }
        });
        if (observeAge && !visit.get("age_years").isEmpty()) {
            agesObserved = true;
            addRow("observation", id, date, "", "AGE", "value_as_number", visit.get("age_years"));
        }
        for (String flag : visit.get("red_flags").split(";")) {
            if (!flag.isEmpty()) {
                addRow("observation", id, date, "", "FLAG " + flag);
            }
        }
        if (!visit.get("disorder").isEmpty()) {
            addRow("condition_occurrence", id, date, "", disorders.get(visit.get("disorder")));
        }
    }

    private String number(Map<String, String> visit, String column, int first) {
        int place = VisitSheet.texts(visits, column).indexOf(visit.get(column));
        return place < 0 ? "" : "" + (first + place);
    }

    private void addProcedure(String visit, String date, String token) {
        if (!token.isEmpty()) {
            String[] parts = token.split(":");
            addRow(
                    "procedure_occurrence",
                    visit,
                    date,
                    timed ? "10:00:00" : "",
                    "TX_" + parts[0],
                    "modifier_source_value",
                    parts.length > 1 ? parts[1] : "");
        }
    }

    private void addValue(String visit, String date, String column, String cell) {
        if (OBSERVED.contains(column)) {
            boolean weeks = column.equals("symptom_duration_days") && Integer.parseInt(cell) % 7 == 0;
            String value = weeks ? "" + Integer.parseInt(cell) / 7 : cell;
            boolean number = cell.matches("-?[0-9.]+");
            addRow(
                    "observation",
                    visit,
                    date,
                    timed ? "09:30:00" : "",
                    "OBS_" + column,
                    number ? "value_as_number" : "value_as_string",
                    value,
                    "unit_concept_id",
                    weeks ? "8511" : "");
        } else {
            boolean after = column.endsWith("_after");
            addRow(
                    "measurement",
                    visit,
                    date,
                    timed ? after ? "10:30:00" : "09:30:00" : "",
                    timed ? column.replace("_after", "") : column,
                    "value_as_number",
                    cell,
                    "unit_concept_id",
                    column.contains("percent") ? "8554" : column.contains("_deg") ? "0" : "",
                    "unit_source_value",
                    column.contains("_deg") ? "deg" : "");
        }
    }

    private void addRow(String table, String visit, String date, String time, String code, String... more) {
        String prefix = table.replace("_occurrence", "");
        String start = table.equals("condition_occurrence") ? "condition_start" : prefix;
        List<String> cells = new ArrayList<>(List.of(
                table + "_id",
                "" + (tables.get(table).size() + 1),
                "visit_occurrence_id",
                visit,
                prefix + "_concept_id",
                "0",
                prefix + "_source_concept_id",
                "0",
                prefix + "_source_value",
                code,
                start + "_date",
                date,
                start + "_datetime",
                date + " " + (time.isEmpty() ? "00:00:00" : time)));
        cells.addAll(List.of(more));
        add(table, cells.toArray(new String[0]));
    }

    private void add(String table, String... namesAndCells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCells.length; i += 2) {
            row.put(namesAndCells[i], namesAndCells[i + 1]);
        }
        tables.get(table).add(row);
    }

    private List<String> columns(String table) {
        Set<String> columns = new LinkedHashSet<>();
        tables.get(table).forEach(row -> columns.addAll(row.keySet()));
        return List.copyOf(columns);
    }

    /** Writes a CSV file per table and returns the folder's entry under {@code visits} of a job. */
    public String writeCsv(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        for (String table : tables.keySet()) {
            VisitSheet.write(folder.resolve(table + ".csv"), columns(table), tables.get(table));
        }
        return source("" + folder.getFileName(), name, "");
    }

    /** Writes a Parquet file per table and returns the folder's entry under {@code visits} of a job. */
    public String writeParquet(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        for (String table : tables.keySet()) {
            MessageType schema = schema(table);
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                            new LocalOutputFile(folder.resolve(table + ".parquet")))
                    .withType(schema)
                    .withConf(new Configuration())
                    .build()) {
                for (Map<String, String> row : tables.get(table)) {
                    writer.write(group(schema, row));
                }
            }
        }
        return source("" + folder.getFileName(), name, "");
    }

    private static boolean isWhole(String column) {
        return column.endsWith("_id") || column.endsWith("_of_birth");
    }

    private MessageType schema(String table) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (String column : columns(table)) {
            if (isWhole(column)) {
                message.optional(PrimitiveTypeName.INT64).named(column);
            } else if (column.endsWith("_date")) {
                message.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column);
            } else if (column.endsWith("_datetime")) {
                message.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS))
                        .named(column);
            } else if (column.equals("value_as_number")) {
                message.optional(PrimitiveTypeName.DOUBLE).named(column);
            } else {
                message.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column);
            }
        }
        return message.named("table");
    }

    private static Group group(MessageType schema, Map<String, String> row) {
        Group group = new SimpleGroup(schema);
        row.forEach((column, cell) -> {
            if (cell.isEmpty()) {
                return;
            }
            if (isWhole(column)) {
                group.append(column, Long.parseLong(cell));
            } else if (column.endsWith("_date")) {
                group.append(column, (int) LocalDate.parse(cell).toEpochDay());
            } else if (column.endsWith("_datetime")) {
                group.append(column, time(cell).toEpochSecond(ZoneOffset.UTC) * 1_000_000);
            } else if (column.equals("value_as_number")) {
                group.append(column, Double.parseDouble(cell));
            } else {
                group.append(column, cell);
            }
        });
        return group;
    }

    private static LocalDateTime time(String cell) {
        return LocalDateTime.parse(cell.replace(' ', 'T'));
    }

    /** Fills a new schema of a database with the tables. */
    void fill(Connection database, String schema) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("create schema " + schema);
            for (String table : tables.keySet()) {
                String columns = String.join(
                        ", ",
                        columns(table).stream()
                                .map(column -> column + " " + sqlType(column))
                                .toList());
                statement.execute("create table " + schema + "." + table + " (" + columns + ")");
            }
        }
        for (String table : tables.keySet()) {
            List<String> columns = columns(table);
            String marks = String.join(
                    ", ",
                    columns.stream()
                            .map(column -> "cast(? as " + sqlType(column) + ")")
                            .toList());
            try (PreparedStatement insert =
                    database.prepareStatement("insert into " + schema + "." + table + " values (" + marks + ")")) {
                for (Map<String, String> row : tables.get(table)) {
                    for (int i = 0; i < columns.size(); i++) {
                        String cell = row.getOrDefault(columns.get(i), "");
                        insert.setString(i + 1, cell.isEmpty() ? null : cell);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static String sqlType(String column) {
        if (isWhole(column)) {
            return "integer";
        }
        return column.endsWith("_date")
                ? "date"
                : column.endsWith("_datetime")
                        ? "timestamp"
                        : column.equals("value_as_number") ? "numeric" : "varchar(50)";
    }

    /** The entry of the tables under {@code visits} of a job; options with their key, or none. */
    String source(String path, String name, String options) {
        Map<String, String> map = new TreeMap<>();
        for (String column : visits.get(0).keySet()) {
            if (OBSERVED.contains(column)) {
                map.put(column, "OBS_" + column);
            } else if (!ELSEWHERE.contains(column) && (!timed || !column.endsWith("_after"))) {
                map.put(column, column);
            }
        }
        if (agesObserved) {
            map.put("age_years", "AGE");
        }
        map.keySet().removeIf(column -> VisitSheet.texts(visits, column).isEmpty());
        Map<String, String> treatments = new HashMap<>();
        VisitSheet.tokens(visits, "treatments")
                .forEach(token -> treatments.put("TX_" + token.replace(':', ' '), token));
        Map<String, String> flags = new TreeMap<>();
        VisitSheet.tokens(visits, "red_flags").forEach(flag -> flags.put("FLAG " + flag, flag));
        Map<String, String> dx = new TreeMap<>();
        disorders.forEach((word, code) -> dx.put(code, word));
        return String.join(
                "\n    ",
                "  - path: \"" + path + "\"",
                "name: " + name,
                "format: omop",
                VisitSheet.block("map", map),
                "values:",
                "  " + VisitSheet.block("treatments", new TreeMap<>(treatments)),
                "  " + VisitSheet.block("red_flags", flags),
                "  " + VisitSheet.block("disorder", dx),
                options + "\n");
    }
}
