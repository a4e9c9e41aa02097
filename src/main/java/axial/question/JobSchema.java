package axial.question;

import axial.question.Shape.Choice;
import axial.question.Shape.Decimal;
import axial.question.Shape.Either;
import axial.question.Shape.Key;
import axial.question.Shape.Keys;
import axial.question.Shape.ListOf;
import axial.question.Shape.MapOf;
import axial.question.Shape.Text;
import axial.question.Shape.Whole;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The job file's shape as JSON Schema (draft-07), for editors and other programs. */
public final class JobSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JobSchema() {}

    /** The schema, indented, with a line feed at its end. */
    public static String json() {
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "Axial job file");
        root.put("description", "A review question in the words of a protocol.");
        root.setAll(schema(JobKeys.ROOT));
        return root.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode schema(Shape shape) {
        if (shape instanceof Keys keys) {
            return keys(keys);
        }
        if (shape instanceof MapOf map) {
            return map(map);
        }
        if (shape instanceof ListOf list) {
            ObjectNode schema = typed("array");
            schema.set("items", schema(list.item()));
            return list.least() > 0 ? schema.put("minItems", list.least()) : schema;
        }
        if (shape instanceof Either either) {
            return anyOf(either.shapes().stream().map(JobSchema::schema).toList());
        }
        return scalar(shape);
    }

    private static ObjectNode scalar(Shape shape) {
        if (shape instanceof Whole whole) {
            return whole.least() == whole.most()
                    ? JSON.objectNode().put("const", whole.least())
                    : typed("integer").put("minimum", whole.least()).put("maximum", whole.most());
        }
        if (shape instanceof Choice choice) {
            ObjectNode schema = typed("string");
            choice.words().forEach(schema.putArray("enum")::add);
            return schema;
        }
        if (shape instanceof Decimal decimal) {
            return switch (decimal.bound()) {
                case ANY -> typed("number");
                case NOT_NEGATIVE -> typed("number").put("minimum", 0);
                case POSITIVE -> typed("number").put("exclusiveMinimum", 0);
            };
        }
        ObjectNode schema = JSON.objectNode();
        ArrayNode types = schema.putArray("type").add("string").add("number");
        if (shape instanceof Text text && text.loose()) {
            types.add("boolean");
        }
        return schema;
    }

    private static ObjectNode keys(Keys keys) {
        ObjectNode schema = typed("object").put("additionalProperties", false);
        ArrayNode required = JSON.arrayNode();
        ObjectNode properties = schema.putObject("properties");
        for (Key key : keys.keys()) {
            properties.set(key.name(), described(key));
            if (key.required()) {
                required.add(key.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode map(MapOf map) {
        ObjectNode schema = typed("object");
        ObjectNode value = schema(map.value());
        schema.set("additionalProperties", map.bare() ? anyOf(List.of(value, typed("null"))) : value);
        return map.least() > 0 ? schema.put("minProperties", map.least()) : schema;
    }

    private static ObjectNode described(Key key) {
        ObjectNode schema = JSON.objectNode();
        String standard = key.standard();
        schema.put("description", key.meaning() + (standard.isEmpty() ? "" : " Default: " + standard + "."));
        schema.setAll(schema(key.shape()));
        boolean number = key.shape() instanceof Whole || key.shape() instanceof Decimal;
        if (number && standard.matches("\\d+")) {
            schema.put("default", Integer.parseInt(standard));
        } else if (key.shape() instanceof Choice choice && choice.words().contains(standard)) {
            schema.put("default", standard);
        } else if (key.shape() instanceof ListOf && standard.startsWith("[")) {
            List.of(standard.substring(1, standard.length() - 1).split(", ", -1))
                    .forEach(schema.putArray("default")::add);
        }
        return schema;
    }

    private static ObjectNode anyOf(List<ObjectNode> schemas) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("anyOf").addAll(schemas);
        return schema;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }
}
