package axial.question;

import axial.question.Node.Kind;
import axial.question.Node.Scalar;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as a job file writes them: digits and a point, no exponent, at most 18 digits. */
final class PlainNumbers {
    private static final Pattern PLAIN = Pattern.compile("[-+]?(?=[\\d.]{1,19}$)(\\d+(\\.\\d*)?|\\.\\d+)");

    private PlainNumbers() {}

    static boolean isPlain(Node node) {
        return node instanceof Scalar scalar
                && scalar.kind() == Kind.NUMBER
                && PLAIN.matcher(scalar.text()).matches();
    }

    /** The number; fails where the node {@link #isPlain is none}. */
    static BigDecimal of(Node node) {
        return new BigDecimal(((Scalar) node).text());
    }

    /** Without needless zeros and never with an exponent. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
