package axial.question;

import axial.question.Node.Entry;
import axial.question.Node.Kind;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import axial.question.Shape.Choice;
import axial.question.Shape.Decimal;
import axial.question.Shape.Either;
import axial.question.Shape.Key;
import axial.question.Shape.Keys;
import axial.question.Shape.ListOf;
import axial.question.Shape.MapOf;
import axial.question.Shape.Text;
import axial.question.Shape.Whole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Holds nodes against shapes: unknown and missing keys, wrong types, words and numbers out of bounds. */
final class ShapeCheck {
    private final Problems problems;

    private ShapeCheck(Problems problems) {
        this.problems = problems;
    }

    static void check(Node node, Shape shape, Problems problems) {
        new ShapeCheck(problems).check(node, shape);
    }

    private void check(Node node, Shape shape) {
        if (shape instanceof Either either) {
            checkEither(node, either);
        } else if (!sameKind(node, shape)) {
            wrong(node, shape);
        } else if (node instanceof Scalar scalar) {
            checkScalar(scalar, shape);
        } else if (node instanceof Sequence sequence && shape instanceof ListOf list) {
            checkList(sequence, list);
        } else if (node instanceof Mapping mapping && shape instanceof MapOf map) {
            checkMap(mapping, map);
        } else if (node instanceof Mapping mapping && shape instanceof Keys keys) {
            checkKeys(mapping, keys);
        }
    }

    private void checkEither(Node node, Either either) {
        Optional<Shape> fitting = either.shapes().stream()
                .filter(shape -> sameKind(node, shape))
                .filter(shape -> !(shape instanceof Choice choice && !isWord(node, choice)))
                .findFirst();
        if (fitting.isPresent()) {
            check(node, fitting.get());
        } else {
            wrong(node, either);
        }
    }

    private static boolean isWord(Node node, Choice choice) {
        return node instanceof Scalar scalar && choice.words().contains(scalar.text());
    }

    private static boolean sameKind(Node node, Shape shape) {
        if (node instanceof Mapping) {
            return shape instanceof MapOf || shape instanceof Keys;
        }
        return node instanceof Sequence == shape instanceof ListOf
                && !(node instanceof Scalar && (shape instanceof MapOf || shape instanceof Keys));
    }

    private void checkScalar(Scalar scalar, Shape shape) {
        if (shape instanceof Choice choice) {
            checkWord(scalar, choice);
        } else if (shape instanceof Text text) {
            boolean taken = text.loose() || scalar.kind() == Kind.TEXT || scalar.kind() == Kind.NUMBER;
            if (!taken) {
                wrong(scalar, shape, " Put it in quotes if it is meant as text.");
            } else if (!text.loose() && scalar.text().isBlank()) {
                problems.add(scalar.place(), subject(scalar) + " is blank. Write something there, or remove the key.");
            }
        } else if (!PlainNumbers.isPlain(scalar)) {
            wrong(scalar, shape, scalar.kind() == Kind.TEXT ? " Write a bare number, without quotes or words." : "");
        } else if (!withinBounds(PlainNumbers.of(scalar), shape)) {
            wrong(scalar, shape);
        }
    }

    private void checkWord(Scalar scalar, Choice choice) {
        if (!isWord(scalar, choice)) {
            String guess = DidYouMean.nearest(choice.words(), scalar.text())
                    .map(near -> " Did you mean \"" + near + "\"?")
                    .orElse("");
            wrong(scalar, choice, guess);
        }
    }

    private static boolean withinBounds(BigDecimal number, Shape shape) {
        if (shape instanceof Whole whole) {
            return number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(whole.least())) >= 0
                    && number.compareTo(BigDecimal.valueOf(whole.most())) <= 0;
        }
        return !(shape instanceof Decimal decimal)
                || switch (decimal.bound()) {
                    case ANY -> true;
                    case NOT_NEGATIVE -> number.signum() >= 0;
                    case POSITIVE -> number.signum() > 0;
                };
    }

    private void checkList(Sequence sequence, ListOf list) {
        if (sequence.items().size() < list.least()) {
            problems.add(
                    sequence.place(), subject(sequence) + " is an empty list. Give at least " + list.least() + ".");
        }
        sequence.items().forEach(item -> check(item, list.item()));
    }

    private void checkMap(Mapping mapping, MapOf map) {
        if (mapping.entries().size() < map.least()) {
            problems.add(
                    mapping.place(),
                    subject(mapping) + " is empty. Give at least " + map.least() + " " + map.named() + ".");
        }
        for (Entry entry : mapping.entries()) {
            if (entry.value().isNothing() && !map.bare()) {
                problems.add(
                        entry.place(),
                        "\"" + entry.key() + "\" is empty. It must be "
                                + map.value().inWords() + ".");
            } else if (!entry.value().isNothing()) {
                check(entry.value(), map.value());
            }
        }
    }

    private void checkKeys(Mapping mapping, Keys keys) {
        List<String> known = keys.keys().stream().map(Key::name).toList();
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                problems.add(
                        entry.place(),
                        "There is no key \"" + entry.key() + "\" in "
                                + mapping.place().whole() + ". " + DidYouMean.among(known, entry.key()));
            }
        }
        keys.keys().forEach(key -> checkKey(mapping, key));
    }

    private void checkKey(Mapping mapping, Key key) {
        Node value = mapping.get(key.name());
        if (value != null) {
            check(value, key.shape());
        } else if (key.required()) {
            problems.add(
                    mapping.place().at(mapping.place().key(key.name())),
                    "The key \"" + key.name() + "\" is missing from "
                            + mapping.place().whole() + ". It is needed: " + key.meaning());
        }
    }

    private void wrong(Node node, Shape shape) {
        wrong(node, shape, "");
    }

    private void wrong(Node node, Shape shape, String advice) {
        problems.add(
                node.place(),
                subject(node) + " must be " + shape.inWords() + ", but is " + node.inWords() + "." + advice);
    }

    private static String subject(Node node) {
        String name = node.place().name();
        return node.place().path().isEmpty() ? "The job file" : "\"" + name + "\"";
    }
}
