package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which fields stand in columns of {@code visit_occurrence} or {@code person}, written {@code table.column}. */
final class OmopColumns {
    private static final Map<String, String> USUAL = Map.of(
            VisitsTable.VISIT_ID, "visit_occurrence.visit_occurrence_id",
            VisitsTable.PATIENT_ID, "visit_occurrence.person_id",
            VisitsTable.CLINIC_ID, "visit_occurrence.care_site_id",
            VisitsTable.PRACTITIONER_ID, "visit_occurrence.provider_id",
            VisitsTable.VISIT_DATE, "visit_occurrence.visit_start_date");

    private final Job.Source source;
    private final Map<String, String> byField = new LinkedHashMap<>();

    OmopColumns(Job.Source source) {
        this.source = source;
        byField.putAll(USUAL);
        source.map().forEach((field, written) -> {
            byField.remove(field);
            if (isColumn(written)) {
                byField.put(field, written);
            }
        });
    }

    static boolean isColumn(String written) {
        return written.matches("(visit_occurrence|person)\\.[A-Za-z_][A-Za-z0-9_]*");
    }

    static OmopTable tableOf(String column) {
        return OmopTable.valueOf(column.substring(0, column.indexOf('.')).toUpperCase(Locale.ROOT));
    }

    static String columnOf(String column) {
        return column.substring(column.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The column of each such field. */
    Map<String, String> byField() {
        return byField;
    }

    /** Every column that is read. */
    List<String> all() {
        Stream<String> always = Stream.of(OmopTable.VISIT_OCCURRENCE, OmopTable.PERSON)
                .flatMap(table -> table.columns().stream().map(column -> table.word() + "." + column));
        return Stream.concat(always, Stream.concat(byField.values().stream(), versions()))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> versions() {
        return Stream.of("record_version", "extract_time")
                .map(option -> source.options().getOrDefault(option, ""))
                .filter(OmopColumns::isColumn);
    }

    /** Whether a visit cannot be read without the column, or the job names it. */
    boolean isNeeded(String column) {
        boolean named = source.map().containsValue(column) || versions().anyMatch(column::equals);
        return named || (byField.containsValue(column) && !column.equals(USUAL.get(VisitsTable.PRACTITIONER_ID)));
    }
}
