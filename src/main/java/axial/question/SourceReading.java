package axial.question;

import axial.clinic.Instrument;
import axial.clinic.Vocabulary;
import axial.question.Job.Source;
import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads where the visits are. */
final class SourceReading {
    private static final Map<String, List<String>> WORDS = Map.of(
            "sex", Vocabulary.SEX,
            "disorder", Vocabulary.DISORDER,
            "adverse_event_severity", Vocabulary.SEVERITY,
            "adverse_events_asked", List.of("true", "false"));

    private static final List<String> REDCAP =
            List.of("visit_instrument", "visit_event", "base_event", "carry", "complete_only");
    private static final List<String> OMOP = List.of("schema", "user", "password_file", "units");

    private final List<String> fields;
    private final ConversionReading conversions;
    private final Problems problems;

    private SourceReading(List<String> fields, ConversionReading conversions, Problems problems) {
        this.fields = fields;
        this.conversions = conversions;
        this.problems = problems;
    }

    /**
     * Every source of the job.
     *
     * @param fields what a column of a visit may be called
     */
    static List<Source> read(
            Mapping root, List<String> fields, Map<String, Instrument> instruments, Problems problems) {
        SourceReading reading = new SourceReading(fields, new ConversionReading(instruments, problems), problems);
        List<Source> sources = new ArrayList<>();
        Map<String, Place> names = new LinkedHashMap<>();
        if (root.get("visits") instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Mapping mapping) {
                    Source source = reading.source(mapping);
                    sources.add(source);
                    reading.checkName(source, mapping, names);
                }
            }
        }
        return List.copyOf(sources);
    }

    private Source source(Mapping mapping) {
        String path = Values.text(mapping, "path", "");
        String format = Values.text(mapping, "format", formatOf(path));
        Mapping map = Values.block(mapping, "map");
        checkFields(map);
        FhirSource.check(format, map, Values.block(mapping, "options"), problems);
        checkDiscarded(mapping, Values.texts(map));
        checkPath(mapping, path, format);
        checkOptions(Values.block(mapping, "options"), format);
        return new Source(
                path,
                Values.text(mapping, "name", path),
                format,
                Values.texts(map),
                values(Values.block(mapping, "values")),
                FhirSource.options(format, SourceOptions.read(Values.block(mapping, "options"), problems)),
                Values.texts(Values.words(mapping, "code_lists")),
                rules(mapping),
                conversions.read(mapping));
    }

    private List<CodeRule> rules(Mapping source) {
        List<CodeRule> rules = new ArrayList<>();
        if (source.get("resolve") instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Mapping mapping) {
                    rules.add(rule(mapping));
                }
            }
        }
        return List.copyOf(rules);
    }

    private CodeRule rule(Mapping mapping) {
        Map<String, List<String>> when = new LinkedHashMap<>();
        Values.block(mapping, "when")
                .entries()
                .forEach(column -> when.put(column.key(), Values.texts(Values.words(column.value()))));
        if (mapping.get("is") instanceof Scalar scalar) {
            checkTokens(scalar);
        }
        return new CodeRule(Values.text(mapping, "code", ""), when, Values.text(mapping, "is", ""));
    }

    private void checkDiscarded(Mapping mapping, Map<String, String> map) {
        for (Scalar column : Values.words(Values.block(mapping, "options"), "free_text_discard")) {
            for (String field : VisitFields.REQUIRED) {
                if (map.getOrDefault(field, field).equals(column.text())) {
                    problems.add(
                            column.place(),
                            "\"" + column.text() + "\" cannot be thrown away, for every visit needs " + field
                                    + ". Let the export hold pseudonyms there instead.");
                }
            }
        }
    }

    private void checkPath(Mapping mapping, String path, String format) {
        Node written = mapping.get("path");
        String wrong = DatabasePath.is(path) ? DatabasePath.problem(path, format) : "";
        if (written != null && !wrong.isEmpty()) {
            problems.add(written.place(), wrong);
        }
    }

    /** Options that only one format has must not stand in vain with another; what is carried must be fields. */
    private void checkOptions(Mapping options, String format) {
        for (Entry option : options.entries()) {
            String only = REDCAP.contains(option.key()) ? "redcap" : OMOP.contains(option.key()) ? "omop" : format;
            if (!only.equals(format)) {
                problems.add(
                        option.place(),
                        "\"" + option.key() + "\" is an option of the format " + only + ", but this source is " + format
                                + ". Correct the format, or remove the option.");
            }
            if (option.key().equals("carry")) {
                Values.words(option.value()).stream()
                        .filter(field -> !fields.contains(field.text()))
                        .forEach(field -> problems.add(
                                field.place(),
                                "A visit has no field \"" + field.text() + "\". " + nearestField(field.text())));
            }
        }
    }

    private void checkName(Source source, Mapping mapping, Map<String, Place> names) {
        Place first = names.putIfAbsent(source.name(), mapping.place());
        if (first != null && !source.name().isEmpty()) {
            Node name = mapping.get("name");
            problems.add(
                    name == null ? mapping.place().at(mapping.place().key("name")) : name.place(),
                    "The source name \"" + source.name() + "\" is taken by the source on line " + first.line()
                            + ". Names keep visits of different sources apart; give each its own \"name\".");
        }
    }

    private void checkFields(Mapping mapping) {
        for (Entry entry : mapping.entries()) {
            if (!fields.contains(entry.key())) {
                problems.add(
                        entry.place(), "A visit has no field \"" + entry.key() + "\". " + nearestField(entry.key()));
            }
        }
    }

    private String nearestField(String written) {
        String otherwise = "It has " + String.join(", ", VisitFields.CANONICAL)
                + ", each instrument alone and with _after, and what stands under \"fields\".";
        return DidYouMean.nearest(fields, written)
                .map(near -> "Did you mean \"" + near
                        + "\"? A further column must be declared under \"fields\" or \"instruments\".")
                .orElse(otherwise);
    }

    private Map<String, Map<String, String>> values(Mapping mapping) {
        checkFields(mapping);
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            if (entry.value() instanceof Mapping codes) {
                codes.entries().forEach(code -> checkWord(entry.key(), code));
                values.put(entry.key(), Values.texts(codes));
            }
        }
        return values;
    }

    private void checkWord(String field, Entry code) {
        List<String> known = WORDS.get(field);
        if (known != null
                && code.value() instanceof Scalar scalar
                && !scalar.text().isEmpty()
                && !known.contains(scalar.text())) {
            problems.add(
                    scalar.place(),
                    "\"" + scalar.text() + "\" is no word for " + field + ". "
                            + DidYouMean.among(known, scalar.text()));
        }
        if (field.equals("treatments") && code.value() instanceof Scalar scalar) {
            checkTokens(scalar);
        }
    }

    private void checkTokens(Scalar scalar) {
        for (String token : scalar.text().split(";")) {
            ArmReading.checkToken(token.strip(), scalar.place(), problems);
        }
    }

    /** What the file's ending says, or that it is a database; csv where it says nothing. */
    static String formatOf(String path) {
        if (DatabasePath.is(path)) {
            return "omop";
        }
        String name = path.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst)$", "");
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return "ndjson";
        }
        return name.endsWith(".parquet") ? "parquet" : "csv";
    }
}
