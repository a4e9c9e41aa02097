package axial.question;

import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is particular to sources of the format {@code fhir}: {@code map} names observation codes, not columns. */
final class FhirSource {
    private static final String FORMAT = "fhir";
    private static final String VERSION = "record_version";

    /** The resource that says it, for each field that no observation says. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "visit_id", "Encounter",
            "patient_id", "Encounter",
            "clinic_id", "Encounter",
            "practitioner_id", "Encounter",
            "visit_date", "Encounter",
            "visit_day", "Encounter",
            "treatments", "Procedure");

    /** Options that FHIR leaves no choice about. */
    private static final List<String> SETTLED =
            List.of("delimiter", "decimal", "date_format", "null_values", VERSION, "extract_time");

    private static final String ONLY_HERE = "unclear_moment";

    private FhirSource() {}

    /** Adds what does not make sense of a source of that format. */
    static void check(String format, Mapping map, Mapping options, Problems problems) {
        boolean fhir = format.equals(FORMAT);
        for (Entry option : options.entries()) {
            if (fhir && SETTLED.contains(option.key())) {
                problems.add(
                        option.place(),
                        "FHIR itself settles \"" + option.key() + "\", so it says nothing here. Remove it.");
            } else if (!fhir && option.key().equals(ONLY_HERE)) {
                problems.add(
                        option.place(),
                        "\"" + ONLY_HERE + "\" is an option of the format fhir, but this source is " + format
                                + ". Correct the format, or remove the option.");
            }
        }
        if (fhir) {
            checkMap(map, problems);
        }
    }

    private static void checkMap(Mapping map, Problems problems) {
        Map<String, String> fields = new HashMap<>();
        for (Entry entry : map.entries()) {
            String resource = ELSEWHERE.get(entry.key());
            String code = entry.value() instanceof Scalar scalar ? scalar.text() : "";
            String other = fields.putIfAbsent(code, entry.key());
            if (resource != null) {
                problems.add(
                        entry.place(),
                        "In FHIR the " + resource + " says \"" + entry.key()
                                + "\"; \"map\" names the observation codes of other fields. Remove it.");
            } else if (other != null) {
                problems.add(
                        entry.place(),
                        "The code of \"" + entry.key() + "\" is that of \"" + other
                                + "\" already. Give each field its own; scores of one code before and after treatment"
                                + " are told apart by their times.");
            }
        }
    }

    /** The options with the version of a record, which FHIR keeps in {@code meta.lastUpdated}. */
    static Map<String, String> options(String format, Map<String, String> written) {
        if (!format.equals(FORMAT)) {
            return written;
        }
        Map<String, String> options = new LinkedHashMap<>(written);
        options.put(VERSION, "meta.lastUpdated");
        return Collections.unmodifiableMap(options);
    }
}
