package axial.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Visits as a REDCap flat export: a record per patient with one row for the person and a repeating instrument of visits,
 * ticks for treatments and red flags, codes for sex and disorder, a code for missing, rows in no order.
 */
public final class AsRedcap {
    private static final List<String> OF_PERSONS = List.of("sex", "disorder");
    private static final List<String> ELSEWHERE =
            List.of("visit_id", "patient_id", "clinic_id", "treatments", "red_flags", "sex", "disorder");
    private static final String MISSING = "-99";

    private final List<Map<String, String>> visits;
    private final List<String> ofVisits;

    public AsRedcap(List<Map<String, String>> visits) {
        this.visits = visits;
        this.ofVisits = visits.get(0).keySet().stream()
                .filter(column -> !ELSEWHERE.contains(column))
                .toList();
    }

    /** Writes the export and returns its entry under {@code visits} of a job. */
    public String write(Path file, String name) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>(persons().values());
        rows.addAll(visits());
        Collections.shuffle(rows, new Random(3));
        VisitSheet.write(file, columns(), rows);
        Files.writeString(file, "\ufeff" + Files.readString(file));
        return String.join(
                "\n    ",
                "  - path: " + file.getFileName(),
                "name: " + name,
                "format: redcap",
                "map: { clinic_id: redcap_data_access_group, treatments: tx, red_flags: flag }",
                "values:",
                "  " + VisitSheet.block("treatments", numbered("treatments")),
                "  " + VisitSheet.block("red_flags", numbered("red_flags")),
                "  " + VisitSheet.block("sex", coded("sex")),
                "  " + VisitSheet.block("disorder", coded("disorder")),
                "options: { visit_instrument: visit, null_values: [-99, NI] }\n");
    }

    private Map<String, String> numbered(String column) {
        Map<String, String> codes = new LinkedHashMap<>();
        VisitSheet.tokens(visits, column).forEach(token -> codes.put("" + (codes.size() + 1), token));
        return codes;
    }

    private Map<String, String> coded(String column) {
        Map<String, String> codes = new LinkedHashMap<>();
        VisitSheet.texts(visits, column).forEach(word -> codes.put("" + (codes.size() + 1), word));
        return codes;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(
                List.of("record_id", "redcap_repeat_instrument", "redcap_repeat_instance", "redcap_data_access_group"));
        columns.addAll(OF_PERSONS);
        columns.add("person_complete");
        columns.addAll(ofVisits);
        numbered("treatments").keySet().forEach(code -> columns.add("tx___" + code));
        columns.add("tx____99");
        numbered("red_flags").keySet().forEach(code -> columns.add("flag___" + code));
        columns.add("visit_complete");
        return columns;
    }

    private Map<String, Map<String, String>> persons() {
        Map<String, Map<String, String>> persons = new TreeMap<>();
        for (Map<String, String> visit : visits) {
            Map<String, String> row = new HashMap<>();
            row.put("record_id", visit.get("patient_id"));
            row.put("redcap_data_access_group", visit.get("clinic_id"));
            OF_PERSONS.forEach(column -> row.put(column, codeOf(coded(column), visit.get(column))));
            row.put("person_complete", "2");
            persons.put(visit.get("patient_id"), row);
        }
        return persons;
    }

    private static String codeOf(Map<String, String> codes, String word) {
        return codes.entrySet().stream()
                .filter(code -> code.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private List<Map<String, String>> visits() {
        Map<String, String> treatments = numbered("treatments");
        Map<String, String> flags = numbered("red_flags");
        Map<String, Integer> instances = new HashMap<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> visit : visits) {
            Map<String, String> row = new HashMap<>(visit);
            row.keySet().removeAll(ELSEWHERE);
            row.put("record_id", visit.get("patient_id"));
            row.put("redcap_repeat_instrument", "visit");
            row.put("redcap_repeat_instance", "" + instances.merge(visit.get("patient_id"), 1, Integer::sum));
            row.computeIfPresent("ndi_percent", (column, cell) -> cell.isEmpty() ? MISSING : cell);
            tick(row, "tx", treatments, visit.get("treatments"));
            row.put("tx____99", "0");
            tick(row, "flag", flags, visit.get("red_flags"));
            row.put("visit_complete", "0");
            rows.add(row);
        }
        return rows;
    }

    private static void tick(Map<String, String> row, String field, Map<String, String> codes, String tokens) {
        List<String> given = List.of(tokens.split(";"));
        codes.forEach((code, token) -> row.put(field + "___" + code, given.contains(token) ? "1" : "0"));
    }
}
