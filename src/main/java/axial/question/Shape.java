package axial.question;

import java.util.List;

/** What a value of the job file must look like. */
sealed interface Shape {
    /** Words; with {@code loose}, anything single is taken as it is written, so that codes need no quotes. */
    record Text(boolean loose) implements Shape {}

    /** A whole number between both, ends included. */
    record Whole(int least, int most) implements Shape {}

    /** A number, perhaps with a point. */
    record Decimal(Bound bound) implements Shape {}

    /** One of these words. */
    record Choice(List<String> words) implements Shape {}

    /** A list of things alike, at least so many. */
    record ListOf(Shape item, int least) implements Shape {}

    /**
     * Keys that the user names.
     *
     * @param named what a key stands for, in the singular
     * @param bare whether a key may stand without a value
     */
    record MapOf(String named, Shape value, int least, boolean bare) implements Shape {}

    /** Keys that we name. */
    record Keys(List<Key> keys) implements Shape {}

    /** Any of these, told apart by whether it is a single value, a list or a block of keys. */
    record Either(List<Shape> shapes) implements Shape {}

    /** How low a number may be. */
    enum Bound {
        ANY,
        NOT_NEGATIVE,
        POSITIVE
    }

    /**
     * A key that we name.
     *
     * @param meaning one sentence, with the unit
     * @param standard the default as it would be written, or how it comes about; empty where there is none
     */
    record Key(String name, Shape shape, boolean required, String standard, String meaning) {}

    Shape TEXT = new Text(false);
    Shape CODE = new Text(true);
    Shape POSITIVE = new Decimal(Bound.POSITIVE);

    static Shape oneOrMore(Shape item) {
        return new Either(List.of(item, new ListOf(item, 1)));
    }

    static Key required(String name, Shape shape, String meaning) {
        return new Key(name, shape, true, "", meaning);
    }

    static Key optional(String name, Shape shape, String standard, String meaning) {
        return new Key(name, shape, false, standard, meaning);
    }

    /** What is wanted, for a sentence: {@code a whole number of at least 0}. */
    default String inWords() {
        if (this instanceof Whole whole) {
            return whole.least() == whole.most()
                    ? "the number " + whole.least()
                    : "a whole number from " + whole.least() + " to " + whole.most();
        }
        if (this instanceof Decimal decimal) {
            return switch (decimal.bound()) {
                case ANY -> "a number";
                case NOT_NEGATIVE -> "a number of at least 0";
                case POSITIVE -> "a number above 0";
            };
        }
        if (this instanceof Choice choice) {
            String quoted = "\"" + String.join("\", \"", choice.words()) + "\"";
            return choice.words().size() == 1 ? quoted : "one of " + quoted;
        }
        if (this instanceof Either either) {
            return String.join(
                    " or ", either.shapes().stream().map(Shape::inWords).toList());
        }
        return this instanceof Text ? "text" : this instanceof ListOf ? "a list" : "a block of keys";
    }
}
