package axial.question;

import axial.question.Node.Entry;
import axial.question.Node.Kind;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads YAML into nodes; anchors and {@code <<} are followed, a key that stands twice is a problem. */
final class YamlTree {
    private static final AnchoredYaml YAML = new AnchoredYaml();
    private static final String MERGE = "<<";

    private final AnchoredYaml.Parser parser;
    private final Problems problems;
    private final Map<String, Node> anchors = new HashMap<>();

    private YamlTree(AnchoredYaml.Parser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The root of the text, or null where there is none or the text is no YAML, which is then a problem. */
    static @Nullable Node read(String text, Problems problems) {
        try (AnchoredYaml.Parser parser = YAML.open(new StringReader(text))) {
            return new YamlTree(parser, problems).root();
        } catch (IOException | RuntimeException broken) {
            problems.add(
                    placeOf(broken),
                    "This is not readable as YAML: " + sentence(broken)
                            + ". Check quotes, brackets and indentation here and on the line above.");
            return null;
        }
    }

    private @Nullable Node root() throws IOException {
        if (parser.nextToken() == null) {
            return null;
        }
        Node root = node("");
        if (parser.nextToken() != null) {
            problems.add(
                    here(""),
                    "A second YAML document begins here. A job file is one document; remove the line \"---\".");
        }
        return root;
    }

    private Node node(String path) throws IOException {
        if (parser.isCurrentAlias()) {
            return alias(path);
        }
        String anchor = parser.anchor();
        Place place = here(path);
        JsonToken token = parser.currentToken();
        Node node = switch (token) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            default -> scalar(place, token);
        };
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private Node alias(String path) throws IOException {
        String name = parser.getText();
        Node meant = anchors.get(name);
        if (meant != null) {
            return meant;
        }
        problems.add(here(path), "No anchor \"&" + name + "\" stands above this. Define it first, or write the value.");
        return new Scalar(here(path), Kind.NOTHING, "");
    }

    private Scalar scalar(Place place, JsonToken token) throws IOException {
        Kind kind = switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.TRUTH;
            case VALUE_NULL -> Kind.NOTHING;
            default -> Kind.TEXT;
        };
        return new Scalar(place, kind, kind == Kind.NOTHING ? "" : parser.getText());
    }

    private Sequence sequence(Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(place.item(items.size())));
        }
        return new Sequence(place, List.copyOf(items));
    }

    private Mapping mapping(Place place) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Entry> merged = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = here(place.key(key));
            parser.nextToken();
            Node value = node(place.key(key));
            if (key.equals(MERGE) && value instanceof Mapping other) {
                merged.addAll(other.entries());
            } else if (entries.containsKey(key)) {
                problems.add(keyPlace, twice(key, entries));
            } else {
                entries.put(key, new Entry(key, keyPlace, value));
            }
        }
        merged.forEach(entry -> entries.putIfAbsent(entry.key(), entry));
        return new Mapping(place, List.copyOf(entries.values()));
    }

    private static String twice(String key, Map<String, Entry> entries) {
        Entry first = entries.get(key);
        return "The key \"" + key + "\" stands twice; it is already on line "
                + (first == null ? 0 : first.place().line()) + ". Keep one of them.";
    }

    private Place here(String path) {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(path, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static Place placeOf(Exception broken) {
        JsonLocation location = broken instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null
                ? Place.START
                : new Place("", Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The parser's own words without the lines that draw the place, which we name ourselves. */
    private static String sentence(Exception broken) {
        String message =
                broken instanceof JsonProcessingException json ? json.getOriginalMessage() : broken.getMessage();
        return message == null
                ? "it breaks off"
                : message.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(" "))
                        .map(String::strip)
                        .collect(Collectors.joining(", "));
    }
}
