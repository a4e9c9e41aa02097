package axial.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a CSV of visits with the columns of the contract as FHIR R4 bulk data, with a code list for its treatments. */
public final class AsFhir {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOINC = "http://loinc.org";
    private static final String OURS = "urn:clinics";
    private static final String AFTER = "_after";
    private static final String AGE = "age_years";
    private static final Map<String, String> DISORDERS = Map.of(
            "nonspecific", "M54.2",
            "whiplash", "S13.4XXA",
            "cervicogenic_headache", "G44.86",
            "radiculopathy", "M54.12");
    private static final Map<String, String> SEVERITIES =
            Map.of("minor", "mild", "moderate", "moderate", "major", "severe", "serious", "severe");

    /** System, code and unit of the scores that have a code everywhere. */
    private static final Map<String, List<String>> SCORES = Map.of(
            "pain_nprs", List.of(LOINC, "72514-3", "{score}"),
            "pain_vas_mm", List.of(LOINC, "38214-3", "mm"),
            "ndi_percent", List.of(LOINC, "82237-9", "%"),
            "rom_flexion_deg", List.of(OURS, "ncx-rom-flexion", "deg"),
            "rom_extension_deg", List.of(OURS, "ncx-rom-extension", "deg"),
            "rom_lateral_left_deg", List.of(OURS, "ncx-rom-latflex-l", "deg"),
            "rom_lateral_right_deg", List.of(OURS, "ncx-rom-latflex-r", "deg"),
            "rom_rotation_left_deg", List.of(OURS, "ncx-rom-rot-l", "deg"),
            "rom_rotation_right_deg", List.of(OURS, "ncx-rom-rot-r", "deg"));

    private static final Set<String> NO_SCORES = new TreeSet<>(List.of(
            "visit_id",
            "patient_id",
            "clinic_id",
            "practitioner_id",
            "visit_date",
            AGE,
            "sex",
            "disorder",
            "symptom_duration_days",
            "treatments",
            "adverse_event",
            "adverse_event_severity",
            "adverse_events_asked",
            "red_flags",
            "screened_instability",
            "screened_myelopathy"));

    private final Map<String, List<ObjectNode>> resources = new TreeMap<>();
    private final Map<String, Birth> births = new TreeMap<>();
    private final Set<String> tokens = new TreeSet<>();
    private final Set<String> mapped = new TreeSet<>();

    /** The days that a patient may be born on by the ages at these visits; none where the ages fit no date. */
    private record Birth(LocalDate earliest, LocalDate latest, List<NamedCsvRecord> visits) {
        Birth() {
            this(LocalDate.MIN, LocalDate.MAX, new ArrayList<>());
        }

        Birth with(NamedCsvRecord visit, LocalDate day) {
            visits.add(visit);
            if (visit.getField(AGE).isEmpty()) {
                return this;
            }
            int age = Integer.parseInt(visit.getField(AGE));
            LocalDate from = day.minusYears(age + 1).plusDays(1);
            LocalDate to = day.minusYears(age);
            return new Birth(from.isAfter(earliest) ? from : earliest, to.isBefore(latest) ? to : latest, visits);
        }
    }

    private AsFhir() {}

    /**
     * Writes {@code fhir/} with one file per type, and {@code codes.csv}, into the folder.
     *
     * @return the entry of {@code visits} in a job file beside them, with this source name
     */
    public static String write(Path csv, Path folder, String name) throws IOException {
        AsFhir fhir = new AsFhir();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            rows.forEach(fhir::visit);
        }
        fhir.births.forEach(fhir::patient);
        Path files = Files.createDirectories(folder.resolve("fhir"));
        for (Map.Entry<String, List<ObjectNode>> type : fhir.resources.entrySet()) {
            try (Writer lines = Files.newBufferedWriter(files.resolve(type.getKey() + ".ndjson"))) {
                for (ObjectNode resource : type.getValue()) {
                    lines.write(resource + "\n");
                }
            }
        }
        Files.write(folder.resolve("codes.csv"), fhir.codeList());
        List<String> map = fhir.mapped.stream()
                .map(field -> field + ": " + OURS + "|" + field)
                .toList();
        return "{ path: fhir, name: " + name + ", format: fhir, code_lists: [codes.csv], map: { "
                + String.join(", ", map) + " } }";
    }

    private List<String> codeList() {
        List<String> lines = new ArrayList<>(List.of("system,code,technique,region"));
        tokens.forEach(token -> lines.add(
                OURS + "," + codeOf(token) + "," + token.replace(':', ',') + (token.contains(":") ? "" : ",")));
        return lines;
    }

    private static String codeOf(String token) {
        return "T-" + token.replace(':', '-');
    }

    private void visit(NamedCsvRecord row) {
        String id = row.getField("visit_id");
        LocalDate day = LocalDate.parse(row.getField("visit_date"));
        births.put(
                row.getField("patient_id"),
                births.getOrDefault(row.getField("patient_id"), new Birth()).with(row, day));
        ObjectNode visit = resource("Encounter", id).put("status", "finished");
        visit.putObject("class").put("code", "AMB");
        refer(visit, "subject", "Patient/" + row.getField("patient_id"));
        refer(visit, "serviceProvider", "Organization/" + row.getField("clinic_id"));
        if (!row.getField("practitioner_id").isEmpty()) {
            String who = "Practitioner/" + row.getField("practitioner_id");
            refer(visit.putArray("participant").addObject(), "individual", who);
        }
        visit.putObject("period").put("start", day + "T09:00:00Z").put("end", day + "T10:00:00Z");
        complaint(row, day);
        String given = row.getField("treatments");
        for (String token : given.isEmpty() ? new String[0] : given.split(";")) {
            treatment(row, day, token);
        }
        row.getFieldsAsMap().keySet().stream()
                .filter(column ->
                        !NO_SCORES.contains(column) && !row.getField(column).isEmpty())
                .forEach(column -> score(row, day, column));
        harms(row, day);
    }

    private void patient(String id, Birth birth) {
        String sex = birth.visits().get(0).getField("sex");
        ObjectNode patient = resource("Patient", id).put("gender", sex.isEmpty() ? "unknown" : sex);
        if (birth.latest().isBefore(birth.earliest())) {
            birth.visits().forEach(this::age);
        } else if (!birth.latest().equals(LocalDate.MAX)) {
            patient.put("birthDate", birth.latest().toString());
        }
    }

    /** The age as an observation, which the job then maps. */
    private void age(NamedCsvRecord row) {
        mapped.add(AGE);
        ObjectNode quantity = observation(row, AGE, OURS, AGE).putObject("valueQuantity");
        quantity.put("value", new BigDecimal(row.getField(AGE))).put("code", "a");
    }

    private void complaint(NamedCsvRecord row, LocalDate day) {
        ObjectNode condition = at(row, "Condition", "");
        String code = DISORDERS.getOrDefault(row.getField("disorder"), "ncx-neck-complaint");
        code(condition, "code", "http://hl7.org/fhir/sid/icd-10-cm", code);
        String duration = row.getField("symptom_duration_days");
        if (!duration.isEmpty()) {
            condition.put(
                    "onsetDateTime", day.minusDays(Long.parseLong(duration)).toString());
        }
    }

    private void treatment(NamedCsvRecord row, LocalDate day, String token) {
        tokens.add(token);
        ObjectNode procedure = at(row, "Procedure", token.replace(':', '-')).put("status", "completed");
        code(procedure, "code", OURS, codeOf(token));
        procedure.putObject("performedPeriod").put("start", day + "T09:20:00Z").put("end", day + "T09:40:00Z");
    }

    private void score(NamedCsvRecord row, LocalDate day, String column) {
        boolean after = column.endsWith(AFTER);
        String field = after ? column.substring(0, column.length() - AFTER.length()) : column;
        String time = day + (after ? "T09:50:00Z" : "T09:10:00Z");
        BigDecimal value = new BigDecimal(row.getField(column));
        if (field.equals("ndi_percent") && isEven(value)) {
            questionnaire(row, time, value.intValueExact() / 2);
            return;
        }
        List<String> known = SCORES.getOrDefault(field, List.of(OURS, field, "1"));
        if (!SCORES.containsKey(field)) {
            mapped.add(field);
        }
        ObjectNode observation =
                observation(row, column, known.get(0), known.get(1)).put("effectiveDateTime", time);
        observation
                .putObject("valueQuantity")
                .put("value", value)
                .put("system", "http://unitsofmeasure.org")
                .put("code", known.get(2));
        if (row.getField("treatments").isEmpty() && after) {
            code(observation.putArray("category").addObject(), OURS, "after-treatment");
        }
    }

    private static boolean isEven(BigDecimal value) {
        return value.remainder(BigDecimal.valueOf(2)).signum() == 0;
    }

    /** Ten items that sum up to the total, as even as they can be, and the total in percent. */
    private void questionnaire(NamedCsvRecord row, String time, int sum) {
        ObjectNode response =
                at(row, "QuestionnaireResponse", time.substring(11, 13)).put("status", "completed");
        response.put("authored", time);
        for (int i = 0; i < 10; i++) {
            answer(
                    response,
                    "/82226-2/" + (82227 + i) + "-" + "0864208631".charAt(i),
                    sum / 10 + (i < sum % 10 ? 1 : 0));
        }
        answer(response, "/82226-2/82237-9", sum * 2);
    }

    private static void answer(ObjectNode response, String item, int score) {
        response.withArray("item")
                .addObject()
                .put("linkId", item)
                .putArray("answer")
                .addObject()
                .put("valueInteger", score);
    }

    private void harms(NamedCsvRecord row, LocalDate day) {
        String event = row.getField("adverse_event");
        if (!event.isEmpty()) {
            ObjectNode harm =
                    at(row, "AdverseEvent", "").put("actuality", "actual").put("date", day.toString());
            code(harm, "event", OURS, event);
            String severity = row.getField("adverse_event_severity");
            if (!severity.isEmpty()) {
                String system = "http://terminology.hl7.org/CodeSystem/adverse-event-severity";
                code(harm, "severity", system, SEVERITIES.get(severity));
            }
            if (severity.equals("serious")) {
                code(harm, "seriousness", "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness", "Serious");
            }
        }
        String asked = row.getField("adverse_events_asked");
        if (!asked.isEmpty()) {
            observation(row, "asked", OURS, "ncx-adverse-events-asked").put("valueBoolean", Boolean.valueOf(asked));
        }
        String flags = row.getField("red_flags");
        for (String flag : flags.isEmpty() ? new String[0] : flags.split(";")) {
            code(observation(row, flag, OURS, "ncx-red-flag"), "valueCodeableConcept", OURS, flag);
        }
    }

    private ObjectNode observation(NamedCsvRecord row, String what, String system, String code) {
        ObjectNode observation = at(row, "Observation", what).put("status", "final");
        code(observation, "code", system, code);
        return observation;
    }

    /** A resource that names the visit and its patient. */
    private ObjectNode at(NamedCsvRecord row, String type, String what) {
        ObjectNode resource = resource(type, row.getField("visit_id") + "." + what.replace('_', '-'));
        refer(resource, "subject", "Patient/" + row.getField("patient_id"));
        refer(resource, "encounter", "Encounter/" + row.getField("visit_id"));
        return resource;
    }

    private ObjectNode resource(String type, String id) {
        ObjectNode resource = JSON.createObjectNode().put("resourceType", type).put("id", id);
        resource.putObject("meta").put("lastUpdated", "2026-01-01T00:00:00Z");
        resources.computeIfAbsent(type, any -> new ArrayList<>()).add(resource);
        return resource;
    }

    private static void refer(ObjectNode from, String name, String to) {
        from.putObject(name).put("reference", to);
    }

    private static void code(ObjectNode at, String name, String system, String code) {
        code(at.putObject(name), system, code);
    }

    private static void code(ObjectNode concept, String system, String code) {
        ArrayNode codings = concept.putArray("coding");
        codings.addObject().put("system", system).put("code", code);
    }
}
