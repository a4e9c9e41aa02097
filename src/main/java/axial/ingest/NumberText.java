package axial.ingest;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a number may be written: digits, at most one decimal mark, at most one minus. No exponent, no sign of thousands,
 * no unit, no word; whatever else stands there is refused, for it could be read in two ways.
 */
final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,15}(\\.\\d{0,30})?|\\.\\d{1,30})");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([.,' \u00a0\u202f_]\\d{3})+([.,]\\d+)?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern SEVERAL = Pattern.compile("-?\\d+([.,]\\d+)?\\s*[-/\u2013]\\s*\\d+([.,]\\d+)?");
    private static final Pattern BOUND = Pattern.compile("[<>\u2264\u2265~].*");
    private static final Pattern WITH_UNIT = Pattern.compile("-?\\d+([.,]\\d+)?\\s*(%|\u00b0|[\\p{L}\u00b5]+\\p{P}?)");
    private static final Pattern WORDS = Pattern.compile("[^\\d]+");

    private final char decimal;

    /**
     * @param decimal what separates the decimals
     */
    NumberText(char decimal) {
        this.decimal = decimal;
    }

    /** The number, or null where the text is none. */
    @Nullable
    BigDecimal read(String text) {
        String plain = decimal == '.' ? text : text.indexOf('.') >= 0 ? "" : text.replace(decimal, '.');
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    /** Why the text is no number, and what to do; without the text. */
    String whyNot(String text) {
        if (GROUPED.matcher(text).matches()) {
            return "a decimal mark or a sign of thousands? Nothing is guessed: write numbers without signs of thousands"
                    + (decimal == '.' ? orDeclare(text) : ", with a decimal comma as declared");
        }
        if (decimal == '.' && WITH_COMMA.matcher(text).matches()) {
            return "not a number such as 6.5" + orDeclare(text);
        }
        if (SEVERAL.matcher(text).matches()) {
            return "two numbers where one belongs; write the score alone";
        }
        if (BOUND.matcher(text).matches()) {
            return "a bound, not a number; write the score alone, or leave the cell empty";
        }
        if (WITH_UNIT.matcher(text).matches()) {
            return "a number with a unit or a word; write the number alone, in the unit of the field";
        }
        if (WORDS.matcher(text).matches()) {
            return "not a number such as 6" + decimal + "5; declare words that mean missing with null_values";
        }
        return "not a number such as 6" + decimal + "5; plain digits are read, with at most one decimal mark";
    }

    private static String orDeclare(String text) {
        return text.indexOf(',') < 0 ? "" : "; for a decimal comma add  options: { decimal: \",\" }";
    }
}
