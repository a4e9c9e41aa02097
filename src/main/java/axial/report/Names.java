package axial.report;

import axial.clinic.Instrument;
import axial.question.Job;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What things are called in a sentence of one language. */
final class Names {
    private static final Pattern NUMBER = Pattern.compile("\\b\\d+(\\.\\d+)?\\b");
    private static final String MARGIN = "margin ";
    private final Texts texts;

    Names(Texts texts) {
        this.texts = texts;
    }

    /** An id in plain letters: {@code cervical_manipulation} is cervical manipulation. */
    static String plain(String id) {
        return id.replace('_', ' ');
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Arms that stand together; or the tables' word for them, joined by {@code +}. */
    String arms(List<String> ids) {
        return ids.stream().map(id -> texts.sayOr("arm.", id)).collect(Collectors.joining(texts.say("arm.or")));
    }

    String arms(String together) {
        return arms(Arrays.asList(together.split("\\+")));
    }

    String window(Job.Window window) {
        return Names.capital(texts.sayOr("window.", window.id()));
    }

    String covariate(String id) {
        return texts.sayOr("covariate.", id);
    }

    /** A reason that stands in a table: as a whole, or its parts one by one. */
    String reason(String reason) {
        Optional<String> whole = known(reason);
        if (whole.isPresent()) {
            return whole.get();
        }
        if (reason.contains("; ")) {
            return Arrays.stream(reason.split("; ")).map(this::reason).collect(Collectors.joining("; "));
        }
        String[] ends = reason.split(" to ");
        if (ends.length == 2 && known(ends[0]).isPresent() && known(ends[1]).isPresent()) {
            return known(ends[0]).get()
                    + texts.say("number.to")
                    + known(ends[1]).get();
        }
        return reason.startsWith(MARGIN)
                ? texts.say("reason.margin", "margin", reason.substring(MARGIN.length()))
                : plain(reason);
    }

    /** A reason whose numbers stand in the text of its key, the first as a, the second as b. */
    private Optional<String> known(String reason) {
        List<String> values = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(reason);
        StringBuilder name = new StringBuilder();
        while (numbers.find()) {
            values.add(Character.toString('a' + values.size() / 2));
            values.add(numbers.group().replace('.', texts.shown().point()));
            numbers.appendReplacement(name, "#");
        }
        numbers.appendTail(name);
        String key = "reason." + name.toString().replace(' ', '_').replace(':', '_');
        return texts.has(key) ? Optional.of(texts.say(key, values.toArray(String[]::new))) : Optional.empty();
    }

    /** The outcome's name in this language, where it is still that of the catalogue. */
    String label(Instrument instrument) {
        String key = "instrument." + instrument.id();
        boolean catalogued = Texts.ENGLISH.has(key) && Texts.ENGLISH.say(key).equals(instrument.label());
        return catalogued ? texts.say(key) : instrument.label();
    }

    /** An outcome inside a sentence: without brackets, small at the front unless a proper name or an abbreviation. */
    String outcome(Instrument instrument) {
        String named = label(instrument);
        String bare = named.replaceAll("\\s*\\([^)]*\\)", "").strip();
        String label = bare.isEmpty() ? named : bare;
        if (texts.language().equals("de")) {
            return label;
        }
        String[] words = label.split(" ");
        boolean proper = words.length > 1 && !words[1].isEmpty() && Character.isUpperCase(words[1].charAt(0));
        boolean abbreviation = words[0].length() > 1 && !Character.isLowerCase(words[0].charAt(1));
        return proper || abbreviation ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    String days(Job.Window window) {
        String to = Integer.toString(window.toDay());
        return window.fromDay() == 0
                ? texts.say(window.toDay() == 1 ? "days.up_to.one" : "days.up_to.many", "to", to)
                : texts.say("days.between", "from", Integer.toString(window.fromDay()), "to", to);
    }

    String unit(Instrument instrument) {
        return switch (instrument.unit()) {
            case "", "point", "score", "points" -> texts.say("unit.points");
            case "deg", "°", "degree", "degrees" -> texts.say("unit.degrees");
            case "%", "percent", "percentage points" -> texts.say("unit.percentage_points");
            default -> instrument.unit();
        };
    }

    /** A number with its unit, one of it in the singular: 1 point, 2 points. */
    String measure(String number, Instrument instrument) {
        String unit = unit(instrument);
        boolean one = number.equals("1");
        boolean known = unit.equals(texts.say("unit.points"))
                || unit.equals(texts.say("unit.degrees"))
                || unit.equals(texts.say("unit.percentage_points"));
        String single = known && one
                ? texts.say(
                        unit.equals(texts.say("unit.points"))
                                ? "unit.point"
                                : unit.equals(texts.say("unit.degrees")) ? "unit.degree" : "unit.percentage_point")
                : unit;
        return number + " " + single;
    }

    String measure(BigDecimal number, Instrument instrument) {
        return measure(texts.shown().plain(number), instrument);
    }

    static int decimals(Instrument instrument) {
        return instrument.mcid() == null
                ? Shown.decimals(instrument.max().subtract(instrument.min()).doubleValue() / 10)
                : Shown.decimals(instrument.mcid().doubleValue());
    }
}
