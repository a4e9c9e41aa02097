package axial.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** As much of a JSON Schema validator as our own schema uses. */
public final class SchemaCheck {
    private SchemaCheck() {}

    public static List<String> complaints(JsonNode value, JsonNode schema, String path) {
        List<String> found = new ArrayList<>();
        if (schema.has("anyOf")) {
            boolean fits = stream(schema.path("anyOf"))
                    .anyMatch(choice -> complaints(value, choice, path).isEmpty());
            return fits ? found : List.of(path + " fits no alternative");
        }
        if (schema.has("const") && !value.equals(schema.path("const"))) {
            found.add(path + " is another constant");
        }
        if (schema.has("type") && !isTyped(value, schema.path("type"))) {
            found.add(path + " is no " + schema.path("type").asText());
        } else if (value.isObject()) {
            object(value, schema, path, found);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                found.addAll(complaints(value.path(i), schema.path("items"), path + "[" + i + "]"));
            }
        } else {
            scalar(value, schema, path, found);
        }
        return found;
    }

    private static void object(JsonNode value, JsonNode schema, String path, List<String> found) {
        stream(schema.path("required"))
                .filter(key -> !value.has(key.asText()))
                .forEach(key -> found.add(path + "." + key.asText() + " is missing"));
        value.fieldNames().forEachRemaining(key -> {
            JsonNode known = schema.path("properties").path(key);
            JsonNode others = schema.path("additionalProperties");
            if (known.isMissingNode() && others.isBoolean() && !others.asBoolean()) {
                found.add(path + "." + key + " is unknown");
            } else {
                found.addAll(complaints(value.path(key), known.isMissingNode() ? others : known, path + "." + key));
            }
        });
    }

    private static void scalar(JsonNode value, JsonNode schema, String path, List<String> found) {
        if (schema.has("enum") && stream(schema.path("enum")).noneMatch(value::equals)) {
            found.add(path + " is none of the words");
        }
        if (schema.has("minimum") && value.asDouble() < schema.path("minimum").asDouble()) {
            found.add(path + " is below the minimum");
        }
        if (schema.has("exclusiveMinimum")
                && value.asDouble() <= schema.path("exclusiveMinimum").asDouble()) {
            found.add(path + " is not above the minimum");
        }
    }

    private static boolean isTyped(JsonNode value, JsonNode type) {
        if (type.isArray()) {
            return stream(type).anyMatch(one -> isTyped(value, one));
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isNull();
        };
    }

    /** Adds the name of every property anywhere in the schema. */
    static void keys(JsonNode schema, Set<String> names) {
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        stream(schema.path("properties")).forEach(child -> keys(child, names));
        stream(schema.path("anyOf")).forEach(child -> keys(child, names));
        for (String inner : List.of("items", "additionalProperties")) {
            if (schema.path(inner).isObject()) {
                keys(schema.path(inner), names);
            }
        }
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
