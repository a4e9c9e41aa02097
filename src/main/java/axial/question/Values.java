package axial.question;

import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes values out of nodes; what is absent, or was found wrong by its shape, becomes the default. */
final class Values {
    private Values() {}

    static @Nullable String text(Mapping mapping, String key) {
        return mapping.get(key) instanceof Scalar scalar ? scalar.text() : null;
    }

    static String text(Mapping mapping, String key, String standard) {
        String text = text(mapping, key);
        return text == null ? standard : text;
    }

    static @Nullable BigDecimal decimal(Mapping mapping, String key) {
        Node node = mapping.get(key);
        return node != null && PlainNumbers.isPlain(node) ? PlainNumbers.of(node) : null;
    }

    static int whole(Mapping mapping, String key, int standard) {
        BigDecimal number = decimal(mapping, key);
        boolean usable = number != null
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return number == null || !usable ? standard : number.intValueExact();
    }

    /** The block below a key; empty where there is none. */
    static Mapping block(Mapping mapping, String key) {
        return mapping.get(key) instanceof Mapping block
                ? block
                : new Mapping(mapping.place().at(mapping.place().key(key)), List.of());
    }

    /** The single values below a key, whether written alone or as a list. */
    static List<Scalar> words(Mapping mapping, String key) {
        return words(mapping.get(key));
    }

    static List<Scalar> words(@Nullable Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.isNothing() ? List.of() : List.of(scalar);
        }
        if (!(node instanceof Sequence sequence)) {
            return List.of();
        }
        return sequence.items().stream()
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(scalar -> !scalar.isNothing())
                .toList();
    }

    static List<String> texts(List<Scalar> words) {
        return words.stream().map(Scalar::text).toList();
    }

    /** The key and text of every single value in a block. */
    static Map<String, String> texts(Mapping mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> {
            if (entry.value() instanceof Scalar scalar) {
                texts.put(entry.key(), scalar.text());
            }
        });
        return texts;
    }
}
