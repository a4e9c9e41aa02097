package axial.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML file that knows where it stands. */
sealed interface Node {
    Place place();

    /** What YAML takes an unquoted scalar for. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    /** A single value, as written. */
    record Scalar(Place place, Kind kind, String text) implements Node {}

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {}

    /** Keys with values, in the order of the file, each key once. */
    record Mapping(Place place, List<Entry> entries) implements Node {
        /** The value of a key; null where the key is absent or its value is empty. */
        @Nullable
        Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return entry.value().isNothing() ? null : entry.value();
                }
            }
            return null;
        }
    }

    /** A key of a mapping, where it stands, and its value. */
    record Entry(String key, Place place, Node value) {}

    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
    }

    /** What it is, for a sentence: {@code a list}, {@code the text "ninety"}. */
    default String inWords() {
        if (this instanceof Sequence) {
            return "a list";
        }
        if (this instanceof Scalar scalar) {
            return switch (scalar.kind()) {
                case TEXT -> "the text \"" + scalar.text() + "\"";
                case NUMBER -> "the number " + scalar.text();
                case TRUTH -> "the truth value " + scalar.text();
                case NOTHING -> "empty";
            };
        }
        return "a block of keys";
    }
}
