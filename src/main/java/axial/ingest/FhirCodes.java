package axial.ingest;

import axial.clinic.Instrument;
import axial.question.Job;
import axial.question.VisitFields;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What FHIR codes mean for a visit: the table {@code fhir-codes.csv}, with what the job says before it. The job's {@code
 * map} names the observation code of a field, its {@code values} say what codes mean.
 */
final class FhirCodes {
    private static final String SCORES = "scores";
    private static final String NO_UNIT = "-";
    private static final List<String> NO_UNITS = List.of(NO_UNIT, "1", "{score}");

    private final Job job;
    private final Job.Source source;
    private final Map<String, CodeMeanings> meanings = new HashMap<>();
    private final Map<String, Set<String>> units = new HashMap<>();
    private final Map<String, String> fieldsByColumn = new HashMap<>();

    FhirCodes(Job job, Job.Source source) {
        this.job = job;
        this.source = source;
        CodeTable.rows("fhir-codes.csv").forEach(this::add);
        source.map().forEach((field, code) -> {
            about(SCORES).put(Coding.of(code), field);
            fieldsByColumn.put(code, field);
            units(instrument(field)).addAll(NO_UNITS);
        });
        source.values()
                .forEach((field, codes) ->
                        codes.forEach((code, means) -> about(field).put(Coding.of(code), means)));
    }

    private void add(NamedCsvRecord row) {
        String field = row.getField("field");
        Coding code = Coding.of(row.getField("system"), row.getField("code"));
        String means = row.getField("means");
        if (!means.isEmpty()) {
            about(field).put(code, means);
        } else {
            units(field).addAll(Arrays.asList(row.getField("units").split(" ")));
            if (!code.code().isEmpty() && !source.map().containsKey(field)) {
                about(SCORES).put(code, field);
            }
        }
    }

    private CodeMeanings about(String field) {
        return meanings.computeIfAbsent(field, any -> new CodeMeanings());
    }

    private Set<String> units(String field) {
        return units.computeIfAbsent(field, any -> new HashSet<>());
    }

    /** The field that observations of one of these codes fill, or empty. */
    String field(List<Coding> codes) {
        return meaning(SCORES, codes);
    }

    /** What the codes mean about a field, by the first that means anything, or empty. */
    String meaning(String field, List<Coding> codes) {
        CodeMeanings known = about(field);
        for (Coding code : codes) {
            Set<String> exact = known.exactly(code);
            Set<String> found = exact.isEmpty() ? known.byBeginning(code) : exact;
            if (found.size() == 1) {
                return found.iterator().next();
            }
        }
        return "";
    }

    /** The meaning, or the first code itself where none is known. */
    String word(String field, List<Coding> codes) {
        String meaning = meaning(field, codes);
        return !meaning.isEmpty() || codes.isEmpty() ? meaning : codes.get(0).code();
    }

    /** Whether values of the field may come in that unit: those of the table, the instrument's own, any where none is known. */
    boolean isUnit(String field, String unit) {
        String id = instrument(field);
        Instrument instrument = job.instruments().get(id);
        return instrument == null
                ? !units.containsKey(id) || units(id).contains(written(unit)) || isDeclared(id)
                : units(id).contains(written(unit)) || instrument.unit().equals(unit);
    }

    private static String written(String unit) {
        return unit.isEmpty() ? NO_UNIT : unit;
    }

    private boolean isDeclared(String field) {
        return job.fields().stream().anyMatch(declared -> declared.id().equals(field));
    }

    /** Whether the field is measured before and after treatment. */
    boolean isMeasuredTwice(String field) {
        return job.instruments().containsKey(field);
    }

    /** Whether scores before and after treatment have codes of their own. */
    boolean tellsMoment(String field) {
        return source.map().containsKey(field) && source.map().containsKey(field + VisitFields.AFTER);
    }

    /** The field that a column of the source is called for: itself, where the job maps none to it. */
    String fieldOf(String column) {
        return fieldsByColumn.getOrDefault(column, column);
    }

    private String instrument(String field) {
        boolean after = field.endsWith(VisitFields.AFTER) && !job.instruments().containsKey(field);
        return after ? field.substring(0, field.length() - VisitFields.AFTER.length()) : field;
    }
}
