package axial.report;

import axial.clinic.Instrument;
import axial.question.Job;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What things are called in a sentence. */
final class Names {
    private Names() {}

    /** An id in plain letters: {@code cervical_manipulation} is cervical manipulation. */
    static String plain(String id) {
        return id.replace('_', ' ');
    }

    /** Arms that stand together; or the tables' word for them, joined by {@code +}. */
    static String arms(List<String> ids) {
        return ids.stream().map(Names::plain).collect(Collectors.joining(" or "));
    }

    static String arms(String together) {
        return arms(Arrays.asList(together.split("\\+")));
    }

    /** An outcome inside a sentence: without brackets, small at the front unless a proper name or an abbreviation. */
    static String outcome(Instrument instrument) {
        String bare = instrument.label().replaceAll("\\s*\\([^)]*\\)", "").strip();
        String label = bare.isEmpty() ? instrument.label() : bare;
        String[] words = label.split(" ");
        boolean proper = words.length > 1 && !words[1].isEmpty() && Character.isUpperCase(words[1].charAt(0));
        boolean abbreviation = words[0].length() > 1 && !Character.isLowerCase(words[0].charAt(1));
        return proper || abbreviation ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String days(Job.Window window) {
        return window.fromDay() == 0
                ? "up to " + window.toDay() + (window.toDay() == 1 ? " day" : " days")
                : window.fromDay() + " to " + window.toDay() + " days";
    }

    static String unit(Instrument instrument) {
        return switch (instrument.unit()) {
            case "", "point", "score" -> "points";
            case "deg", "°", "degree" -> "degrees";
            case "%", "percent" -> "percentage points";
            default -> instrument.unit();
        };
    }

    /** A number with its unit, one of it in the singular: 1 point, 2 points. */
    static String measure(String number, Instrument instrument) {
        String unit = unit(instrument);
        boolean one = number.equals("1") && unit.endsWith("s");
        return number + " " + (one ? unit.substring(0, unit.length() - 1) : unit);
    }

    static String measure(BigDecimal number, Instrument instrument) {
        return measure(number.stripTrailingZeros().toPlainString(), instrument);
    }

    static int decimals(Instrument instrument) {
        return instrument.mcid() == null
                ? Shown.decimals(instrument.max().subtract(instrument.min()).doubleValue() / 10)
                : Shown.decimals(instrument.mcid().doubleValue());
    }
}
