package axial.ingest;

import axial.question.Job;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Days and times of OMOP tables. Midnight is no time: the model's convention where the source has a date only. */
final class OmopTimes {
    static final int NO_DAY = Integer.MIN_VALUE;
    static final long NO_TIME = Long.MIN_VALUE;
    private static final int ISO_DAY = 10;
    private static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private final DateTimeFormatter dates;

    OmopTimes(Job.Source source) {
        String pattern = source.options().getOrDefault("date_format", "uuuu-MM-dd");
        dates = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The date part of a date, or of a time in ISO form. */
    static String datePart(String text) {
        boolean stamp = text.length() > ISO_DAY && (text.charAt(ISO_DAY) == ' ' || text.charAt(ISO_DAY) == 'T');
        return stamp ? text.substring(0, ISO_DAY) : text;
    }

    int day(String text) {
        try {
            return Math.toIntExact(LocalDate.parse(datePart(text), dates).toEpochDay());
        } catch (DateTimeException | ArithmeticException none) {
            return NO_DAY;
        }
    }

    static long second(String text) {
        try {
            var read = STAMP.parseBest(text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            LocalDateTime time = read instanceof OffsetDateTime offset
                    ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : (LocalDateTime) read;
            boolean midnight = LocalDateTime.from(read).toLocalTime().equals(LocalTime.MIDNIGHT);
            return midnight ? NO_TIME : time.toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            return NO_TIME;
        }
    }
}
