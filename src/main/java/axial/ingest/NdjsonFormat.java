package axial.ingest;

import axial.question.Job;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object per line; plain or gzip. Lists of texts are joined by {@code ;}.
 *
 * <pre>
 * {"visit_id":"V1","patient_id":"P1","clinic_id":"C1","visit_date":"2024-03-04","treatments":["manipulation:cervical"],"pain_nprs":6}
 * {"visit_id":"V2","patient_id":"P1","clinic_id":"C1","visit_date":"2024-04-02","treatments":[],"pain_nprs":3}
 * </pre>
 */
final class NdjsonFormat implements Format {
    /** How many lines are looked at for column names. */
    private static final int LOOKED_AT = 1000;

    /** Numbers beyond 10<sup>±60</sup> are not written out. */
    private static final int LONGEST_NUMBER = 60;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @Override
    public List<String> columns(SourceFile file, Job.Source source) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (JsonRecords records = new JsonRecords(file, source)) {
            for (int i = 0; i < LOOKED_AT && records.hasNext(); i++) {
                names.addAll(records.next().names());
            }
        }
        if (names.isEmpty()) {
            throw new InputRefused(file.shown() + ": the file holds no JSON object. One object per line is needed;"
                    + " correct  format  in the job file where it holds something else.");
        }
        return new ArrayList<>(names);
    }

    @Override
    public Records read(SourceFile file, Job.Source source) throws IOException {
        return new JsonRecords(file, source);
    }

    /** What a record is as text, or what is wrong with it. */
    private record Parsed(JsonNode object, String fault) {}

    private static Parsed parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return new Parsed(node, node.isObject() ? "" : "is not a JSON object");
        } catch (JsonProcessingException broken) {
            JsonLocation place = broken.getLocation();
            String where = place == null ? "" : ": it cannot be read from column " + place.getColumnNr() + " on";
            return new Parsed(MissingNode.getInstance(), "is not one JSON object" + where);
        }
    }

    private static final class JsonRecords implements Records {
        private final SourceFile file;
        private final Lines lines;
        private @Nullable String next;

        JsonRecords(SourceFile file, Job.Source source) throws IOException {
            this.file = file;
            this.lines = new Lines(file.text(source.options().getOrDefault("encoding", "")));
            try {
                advance();
                refuseWholeJson();
            } catch (RuntimeException broken) {
                close();
                throw broken;
            }
        }

        private void advance() {
            try {
                do {
                    next = lines.next();
                } while (next != null && next.isBlank());
            } catch (IOException unreadable) {
                throw file.unreadable(unreadable, lines.number() - 1);
            }
        }

        /** One text over many lines would be refused line by line. */
        private void refuseWholeJson() {
            String first = next == null ? "" : next.strip();
            if (first.startsWith("[") || first.equals("{")) {
                throw new InputRefused(file.shown() + ", line " + lines.number()
                        + ": this is one JSON text, not one object per line. Convert it, for example with"
                        + (first.startsWith("[") ? "  jq -c '.[]'." : "  jq -c .  "));
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public RawRecord next() {
            String text = next;
            if (text == null) {
                throw new NoSuchElementException();
            }
            long here = lines.number();
            Parsed parsed = parse(text);
            advance();
            if (!parsed.fault().isEmpty() && next == null && lines.endInLine()) {
                throw new InputRefused(file.shown() + ", line " + here
                        + ": the file ends in the middle of this line; it was cut off. Send the file again.");
            }
            JsonNode object = parsed.object();
            return new RawRecord(here, names(object), name -> text(object.path(name)), parsed.fault());
        }

        private static List<String> names(JsonNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            return names;
        }

        private static @Nullable String text(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            if (node.isArray()) {
                return joined(node);
            }
            if (node.isBigDecimal()) {
                BigDecimal number = node.decimalValue();
                return Math.abs(number.scale()) > LONGEST_NUMBER ? number.toString() : number.toPlainString();
            }
            return node.isObject() ? RawRecord.NO_TEXT : node.asText();
        }

        private static String joined(JsonNode list) {
            List<String> parts = new ArrayList<>();
            for (JsonNode part : list) {
                if (part.isContainerNode()) {
                    return RawRecord.NO_TEXT;
                }
                parts.add(Objects.requireNonNullElse(text(part), ""));
            }
            return String.join(";", parts);
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
