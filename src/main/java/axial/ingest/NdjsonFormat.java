package axial.ingest;

import axial.question.Job;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
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
                records.next();
                records.current.fieldNames().forEachRemaining(names::add);
            }
        }
        if (names.isEmpty()) {
            throw new InputRefused(file.shown() + ": the file holds no JSON object. One object per line is needed.");
        }
        return new ArrayList<>(names);
    }

    @Override
    public Records read(SourceFile file, Job.Source source) throws IOException {
        return new JsonRecords(file, source);
    }

    private static final class JsonRecords implements Records {
        private final SourceFile file;
        private final BufferedReader lines;
        private @Nullable String next;
        private long line = 0;
        private JsonNode current = MissingNode.getInstance();

        JsonRecords(SourceFile file, Job.Source source) throws IOException {
            this.file = file;
            this.lines = new BufferedReader(file.text(source.options().getOrDefault("encoding", "")));
            advance();
        }

        private void advance() {
            try {
                do {
                    next = lines.readLine();
                    line++;
                } while (next != null && next.isBlank());
            } catch (IOException unreadable) {
                throw file.unreadable(unreadable, line);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public RawRecord next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            long here = line;
            JsonNode object = parse(next);
            current = object;
            advance();
            String fault = object.isObject() ? "" : "is not a JSON object";
            return new RawRecord(here, names(object), name -> text(object.path(name)), fault);
        }

        private static List<String> names(JsonNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            return names;
        }

        private static JsonNode parse(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException broken) {
                return MissingNode.getInstance();
            }
        }

        private static @Nullable String text(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            if (node.isArray()) {
                List<String> parts = new ArrayList<>();
                node.forEach(part -> parts.add(Objects.requireNonNullElse(text(part), "")));
                return String.join(";", parts);
            }
            if (node.isBigDecimal()) {
                BigDecimal number = node.decimalValue();
                return Math.abs(number.scale()) > LONGEST_NUMBER ? number.toString() : number.toPlainString();
            }
            return node.isObject() ? node.toString() : node.asText();
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
