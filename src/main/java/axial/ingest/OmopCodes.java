package axial.ingest;

import axial.question.Job;
import axial.question.VisitFields;
import axial.tables.VisitsTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which codes of an OMOP source mean what. A code is a concept id, what the source wrote, or {@code VOCABULARY|code}; a
 * procedure's may be followed by a space and its modifier. The job's map says which code holds a field, its values say
 * which codes are which treatment, disorder, red flag, adverse event or sex; a table of the program adds what is common.
 */
final class OmopCodes {
    /**
     * The field that a code holds.
     *
     * @param field with {@code _after} where the job maps that field to the code
     * @param byTime whether before and after treatment are told by time
     */
    record Name(String field, boolean byTime) {}

    private final Job.Source source;
    private final List<String> fields;
    private final OmopColumns columns;
    private final Map<String, Name> names = new TreeMap<>();
    private final Set<String> mapped = new TreeSet<>();
    private final Map<String, Map<String, String>> declared = new TreeMap<>();
    private final Map<String, Map<String, String>> known = new TreeMap<>();

    /** The codes of a source; fails with {@link InputRefused} where one code is to hold two fields. */
    OmopCodes(List<String> fields, Collection<String> instruments, Job.Source source) {
        this.source = source;
        this.fields = fields;
        this.columns = new OmopColumns(source);
        List<String> problems = new ArrayList<>();
        source.map().forEach((field, written) -> {
            if (!OmopColumns.isColumn(written)) {
                mapped.add(field);
                boolean split = instruments.contains(field) && !source.map().containsKey(field + VisitFields.AFTER);
                for (String code : written.split(";")) {
                    addName(code.strip(), new Name(field, split), problems);
                }
            }
        });
        addKnown(instruments);
        for (String field : List.of(
                VisitsTable.TREATMENTS,
                VisitsTable.RED_FLAGS,
                VisitsTable.DISORDER,
                VisitsTable.ADVERSE_EVENT,
                VisitsTable.SEX)) {
            if (!source.map().containsKey(field)) {
                Map<String, String> codes = new TreeMap<>();
                source.values().getOrDefault(field, Map.of()).keySet().forEach(code -> codes.put(code, code));
                declared.put(field, codes);
            }
        }
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
    }

    private void addName(String code, Name name, List<String> problems) {
        Name other = names.putIfAbsent(code, name);
        if (other != null) {
            problems.add(source.path() + ": the job maps both " + other.field() + " and " + name.field() + " to " + code
                    + ". One code holds one field; before and after treatment are told by time where only the score"
                    + " itself is mapped.");
        }
    }

    private void addKnown(Collection<String> instruments) {
        OmopUnits.rows("omop-codes.csv").forEach(row -> {
            String field = row.getField("field");
            String code = row.getField("code");
            if (source.map().containsKey(field) || !fields.contains(field)) {
                return;
            }
            if (row.getField("meaning").isEmpty()) {
                boolean split = instruments.contains(field) && !source.map().containsKey(field + VisitFields.AFTER);
                names.putIfAbsent(code, new Name(field, split));
            } else {
                known.computeIfAbsent(field, any -> new TreeMap<>()).put(code, row.getField("meaning"));
            }
        });
    }

    /** What the job calls a field. */
    String theirs(String field) {
        return source.map().getOrDefault(field, field);
    }

    OmopColumns columns() {
        return columns;
    }

    /** Codes written as {@code VOCABULARY|code}, without modifiers. */
    Set<String> toResolve() {
        Set<String> written = new TreeSet<>();
        allCodes()
                .filter(OmopVocabulary::isNamed)
                .forEach(code -> written.add(OmopVocabulary.named(beforeModifier(code))));
        return written;
    }

    private Stream<String> allCodes() {
        return Stream.concat(
                names.keySet().stream(),
                Stream.concat(declared.values().stream(), known.values().stream())
                        .flatMap(codes -> codes.keySet().stream()));
    }

    private static String beforeModifier(String code) {
        int space = code.indexOf(' ');
        return space < 0 ? code : code.substring(0, space);
    }

    /** Adds the concepts of the codes that name a vocabulary; fails where the job names one that is not there. */
    void resolve(@Nullable Map<String, Set<String>> concepts, String shown) {
        List<String> problems = new ArrayList<>();
        for (String field : mapped) {
            for (String code : theirs(field).split(";")) {
                if (OmopVocabulary.isNamed(code)
                        && (concepts == null || !concepts.containsKey(OmopVocabulary.named(code.strip())))) {
                    problems.add(shown + ": the job maps " + field + " to " + code.strip() + ", but "
                            + (concepts == null
                                    ? "there is no table concept to look the code up in. Add it, or write the concept"
                                            + " id."
                                    : "the table concept has no such vocabulary and code."));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
        if (concepts != null) {
            withConcepts(names, concepts);
            declared.values().forEach(codes -> withConcepts(codes, concepts));
            known.values().forEach(codes -> withConcepts(codes, concepts));
        }
    }

    private static <T> void withConcepts(Map<String, T> codes, Map<String, Set<String>> concepts) {
        new TreeMap<>(codes).forEach((code, meaning) -> {
            String base = beforeModifier(code);
            String named = OmopVocabulary.isNamed(base) ? OmopVocabulary.named(base) : base;
            for (String id : concepts.getOrDefault(named, Set.of())) {
                codes.putIfAbsent(id + code.substring(base.length()), meaning);
            }
        });
    }

    /** Fails where the job maps a field to a code that no row has. */
    void checkSeen(Set<String> seen, String shown) {
        List<String> problems = new ArrayList<>();
        for (String field : mapped) {
            if (!seen.contains(field)) {
                problems.add(shown + ": no row of measurement or observation has the code " + theirs(field)
                        + ", which the job maps to " + field + ". Correct  map  in the job file, or remove the entry.");
            }
        }
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
    }

    /** The fields that the job maps to codes, each with its codes and their concepts. */
    Map<String, Set<String>> codesByField() {
        Map<String, Set<String>> codes = new TreeMap<>();
        names.forEach((code, name) -> {
            if (mapped.contains(name.field())) {
                codes.computeIfAbsent(name.field(), any -> new TreeSet<>()).add(code);
            }
        });
        return codes;
    }

    /** Every code that rows of the table are asked for, with and without modifier. */
    Set<String> codes(OmopTable table) {
        Set<String> codes = new TreeSet<>();
        if (table == OmopTable.MEASUREMENT || table == OmopTable.OBSERVATION) {
            codes.addAll(names.keySet());
        }
        for (String field : codedIn(table)) {
            codes.addAll(declared.getOrDefault(field, Map.of()).keySet());
            codes.addAll(known.getOrDefault(field, Map.of()).keySet());
        }
        List.copyOf(codes).forEach(code -> codes.add(beforeModifier(code)));
        return codes;
    }

    /** The fields that a row's code alone can say. */
    static List<String> codedIn(OmopTable table) {
        return switch (table) {
            case PROCEDURE_OCCURRENCE -> List.of(VisitsTable.TREATMENTS);
            case OBSERVATION, CONDITION_OCCURRENCE ->
                List.of(VisitsTable.DISORDER, VisitsTable.RED_FLAGS, VisitsTable.ADVERSE_EVENT);
            default -> List.of();
        };
    }

    /** The field that the first of the codes with one holds, or null. */
    @Nullable
    Name name(List<String> codes) {
        return codes.stream()
                .filter(names::containsKey)
                .findFirst()
                .map(names::get)
                .orElse(null);
    }

    /** What a row with the codes says about a field, in our words or in a code of the job's values; or null. */
    @Nullable
    String said(String field, List<String> codes) {
        for (Map<String, Map<String, String>> table : List.of(declared, known)) {
            Map<String, String> meanings = table.getOrDefault(field, Map.of());
            for (String code : codes) {
                String meaning = meanings.get(code);
                if (meaning != null) {
                    return meaning;
                }
            }
        }
        return null;
    }

    /** The word that a code of the job's values stands for. */
    String translated(String field, String code) {
        return source.values().getOrDefault(field, Map.of()).getOrDefault(code, code);
    }

    boolean translates(String field, String code) {
        return source.values().getOrDefault(field, Map.of()).containsKey(code);
    }

    OmopTimes times() {
        return new OmopTimes(source);
    }
}
