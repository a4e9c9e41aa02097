package axial.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a visit's date may be written: as {@code yyyy-MM-dd}, alone or with a time, or in the declared form. A time with
 * an offset is an instant and falls on a day of the declared zone; a time without one is a time of that zone.
 */
final class VisitDates {
    /** A date, or why there is none. */
    record Read(@Nullable LocalDate date, String code, String fault) {
        static Read of(LocalDate date) {
            boolean plausible = date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
            return plausible
                    ? new Read(date, "", "")
                    : new Read(
                            null,
                            "outside_range",
                            "outside the years " + FIRST_YEAR + " to " + LAST_YEAR
                                    + "; where it stands for a missing date, declare it with null_values");
        }

        static Read fault(String words) {
            return new Read(null, "date_not_understood", words);
        }
    }

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final String ISO = "yyyy-MM-dd";
    private static final DateTimeFormatter DATE = strict(DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT));
    private static final DateTimeFormatter DATE_AND_TIME = withTime();
    private static final Pattern THREE_PARTS = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{2}|\\d{4})(\\D.*)?");

    private static final Map<Pattern, String> HINTS = Map.of(
            Pattern.compile("\\d{5}(\\.\\d+)?"),
            "it may be a spreadsheet's number of a day; have dates written as yyyy-MM-dd before the export",
            Pattern.compile("\\d{8}"),
            "if it is written so on purpose, declare  date_format: yyyyMMdd",
            Pattern.compile("\\d{10}|\\d{13}"),
            "it may count seconds or milliseconds; have dates written as yyyy-MM-dd before the export");

    private final @Nullable DateTimeFormatter declared;
    private final String form;
    private final ZoneId zone;

    VisitDates(Map<String, String> options) {
        String pattern = options.get("date_format");
        this.form = pattern == null ? ISO : pattern;
        this.declared =
                pattern == null ? null : strict(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT));
        this.zone = ZoneId.of(options.getOrDefault("zone", "UTC"));
    }

    private static DateTimeFormatter strict(DateTimeFormatter formatter) {
        return formatter.withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter withTime() {
        DateTimeFormatter time = new DateTimeFormatterBuilder()
                .appendPattern("HH:mm[:ss]")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern("[XXX][XX][X]")
                .toFormatter(Locale.ROOT);
        return strict(new DateTimeFormatterBuilder()
                .append(DATE)
                .optionalStart()
                .appendLiteral('T')
                .append(time)
                .optionalEnd()
                .optionalStart()
                .appendLiteral(' ')
                .append(time)
                .optionalEnd()
                .toFormatter(Locale.ROOT));
    }

    Read read(String text) {
        DateTimeFormatter formatter =
                declared != null ? declared : text.length() == ISO.length() ? DATE : DATE_AND_TIME;
        try {
            TemporalAccessor read = formatter.parse(text);
            return read.isSupported(ChronoField.NANO_OF_DAY)
                    ? dayOf(LocalDateTime.from(read), read.query(TemporalQueries.zone()))
                    : Read.of(LocalDate.from(read));
        } catch (DateTimeException notADate) {
            return Read.fault("not a date of the calendar in the form " + form + "; " + hint(text));
        }
    }

    private Read dayOf(LocalDateTime time, @Nullable ZoneId written) {
        ZoneId at = written == null ? zone : written;
        return at.getRules().getValidOffsets(time).isEmpty()
                ? Read.fault(
                        "no time of " + at + ": its clocks were put forward over it. Was it recorded in another zone?")
                : Read.of(time.atZone(at).withZoneSameInstant(zone).toLocalDate());
    }

    /** What may help, without the text. */
    private String hint(String text) {
        if (declared != null) {
            return "correct the export, or date_format where it is written otherwise";
        }
        Matcher parts = THREE_PARTS.matcher(text);
        if (parts.matches()) {
            return orderHint(parts);
        }
        return HINTS.entrySet().stream()
                .filter(hint -> hint.getKey().matcher(text).matches())
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("declare another form with date_format");
    }

    private static String orderHint(Matcher parts) {
        String mark = parts.group(2);
        String year = parts.group(4).length() == 2 ? "yy" : "yyyy";
        String dayFirst = String.join(mark, "d", "M", year);
        String monthFirst = String.join(mark, "M", "d", year);
        boolean first = Integer.parseInt(parts.group(1)) > 12;
        boolean second = Integer.parseInt(parts.group(3)) > 12;
        if (first == second) {
            return "day or month first? Nothing is guessed: declare  date_format: " + dayFirst + "  or  " + monthFirst;
        }
        return "here the " + (first ? "first" : "second") + " number is no month: declare  date_format: "
                + (first ? dayFirst : monthFirst);
    }
}
