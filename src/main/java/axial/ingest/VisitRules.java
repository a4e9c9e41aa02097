package axial.ingest;

import axial.clinic.Instrument;
import axial.clinic.Scaled;
import axial.clinic.Vocabulary;
import axial.question.Job;
import axial.question.VisitFields;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one record of a source as a visit, or finds every reason why not. Nothing is clipped or guessed. */
final class VisitRules {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_.+-]+(:[\\p{L}\\p{N}_.+-]+)?");
    private static final BigDecimal OLDEST = BigDecimal.valueOf(130);
    private static final BigDecimal NINETY = BigDecimal.valueOf(90);
    private static final BigDecimal EIGHTY_NINE = BigDecimal.valueOf(89);

    private final Job job;
    private final Job.Source source;
    private final Map<String, String> theirName = new HashMap<>();
    private final Set<String> missing;
    private final VisitDates dates;
    private final NumberText numbers;

    VisitRules(Job job, Job.Source source) {
        this.job = job;
        this.source = source;
        VisitsTable.fields(job)
                .forEach(field -> theirName.put(field, source.map().getOrDefault(field, field)));
        this.missing = new HashSet<>(
                List.of(source.options().getOrDefault("null_values", "").split("\u001f")));
        this.dates = new VisitDates(source.options());
        this.numbers =
                new NumberText(source.options().getOrDefault("decimal", ".").charAt(0));
    }

    /** The stored values in the order of {@link VisitsTable#schema}; reasons are added where the record is refused. */
    @Nullable
    Object[] read(RawRecord record, List<Reason> reasons) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(source.name());
        if (!record.fault().isEmpty()) {
            reasons.add(Reason.of("", "broken_record", "the record " + record.fault(), ""));
            return values.toArray();
        }
        for (String field : VisitsTable.fields(job)) {
            if (!field.equals(VisitsTable.VISIT_DATE)) {
                values.add(value(field, record, reasons));
            }
        }
        return values.toArray();
    }

    /** What the cell says in our words, or null where it is missing. */
    private @Nullable String text(String field, RawRecord record) {
        String cell = cell(field, record);
        String text = cell == null
                ? null
                : source.values().getOrDefault(field, Map.of()).getOrDefault(cell, cell);
        return text == null || text.isBlank() ? null : text;
    }

    private @Nullable String cell(String field, RawRecord record) {
        String raw = record.cells().apply(theirName.getOrDefault(field, field));
        if (raw == null) {
            return null;
        }
        String text = raw.strip();
        return text.isEmpty() || missing.contains(text) ? null : text;
    }

    private @Nullable Object value(String field, RawRecord record, List<Reason> reasons) {
        String text = text(field, record);
        return switch (field) {
            case VisitsTable.VISIT_ID, VisitsTable.PATIENT_ID, VisitsTable.CLINIC_ID -> required(field, text, reasons);
            case VisitsTable.PRACTITIONER_ID -> plain(field, text, reasons);
            case VisitsTable.ADVERSE_EVENT -> sentence(field, text, reasons);
            case VisitsTable.VISIT_DAY -> day(text, text(VisitsTable.VISIT_DATE, record), reasons);
            case VisitsTable.AGE -> age(text, reasons);
            case VisitsTable.SEX -> word(field, text, Vocabulary.SEX, Vocabulary.UNKNOWN, reasons);
            case VisitsTable.DISORDER -> word(field, text, Vocabulary.DISORDER, Vocabulary.UNKNOWN, reasons);
            case VisitsTable.DURATION ->
                number(field, text, BigDecimal.ZERO, null, Scaled.DURATION_DECIMALS, "days", reasons);
            case VisitsTable.TREATMENTS, VisitsTable.RED_FLAGS -> tokens(field, cell(field, record), reasons);
            case VisitsTable.SEVERITY -> word(field, text, Vocabulary.SEVERITY, null, reasons);
            case VisitsTable.ASKED -> truth(text, reasons);
            default -> scoreOrField(field, text, reasons);
        };
    }

    private static @Nullable String required(String field, @Nullable String text, List<Reason> reasons) {
        if (text == null) {
            reasons.add(Reason.of(field, "missing_required", field + " is empty, and every visit needs one", ""));
        }
        return plain(field, text, reasons);
    }

    private static @Nullable String plain(String field, @Nullable String text, List<Reason> reasons) {
        return checked(field, text, text == null ? null : PlainText.faultInName(text), reasons);
    }

    private static @Nullable String sentence(String field, @Nullable String text, List<Reason> reasons) {
        return checked(field, text, text == null ? null : PlainText.faultInSentence(text), reasons);
    }

    private static @Nullable String checked(
            String field, @Nullable String text, @Nullable String fault, List<Reason> reasons) {
        if (text != null && fault != null) {
            reasons.add(Reason.of(field, "not_plain_text", fault, text));
        }
        return text;
    }

    private @Nullable Integer day(@Nullable String day, @Nullable String date, List<Reason> reasons) {
        if (date != null) {
            VisitDates.Read read = dates.read(date);
            if (read.date() == null) {
                reasons.add(Reason.of(VisitsTable.VISIT_DATE, read.code(), read.fault(), date));
                return null;
            }
            return Math.toIntExact(read.date().toEpochDay());
        }
        if (day == null) {
            reasons.add(Reason.of(
                    VisitsTable.VISIT_DATE, "missing_required", "visit_date is empty, and every visit needs one", ""));
            return null;
        }
        BigDecimal days = numbers.read(day);
        if (days != null && days.stripTrailingZeros().scale() > 0) {
            reasons.add(Reason.of(VisitsTable.VISIT_DAY, "number_not_understood", "not a whole number of days", day));
            return null;
        }
        return number(
                VisitsTable.VISIT_DAY,
                day,
                BigDecimal.valueOf(-100_000),
                BigDecimal.valueOf(100_000),
                0,
                "days",
                reasons);
    }

    private @Nullable Integer age(@Nullable String text, List<Reason> reasons) {
        Integer steps = number(VisitsTable.AGE, text, BigDecimal.ZERO, OLDEST, Scaled.AGE_DECIMALS, "years", reasons);
        return steps != null && steps > Scaled.steps(EIGHTY_NINE, Scaled.AGE_DECIMALS)
                ? (Integer) Scaled.steps(NINETY, Scaled.AGE_DECIMALS)
                : steps;
    }

    private static @Nullable String word(
            String field, @Nullable String text, List<String> known, @Nullable String empty, List<Reason> reasons) {
        if (text == null) {
            return empty;
        }
        if (!known.contains(text)) {
            reasons.add(Reason.of(
                    field,
                    "unknown_word",
                    "not one of " + String.join(", ", known) + "; map other codes with  values: { " + field
                            + ": { … } }",
                    text));
        }
        return text;
    }

    private static @Nullable Boolean truth(@Nullable String text, List<Reason> reasons) {
        if (text == null || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text == null ? null : (Boolean) text.equalsIgnoreCase("true");
        }
        reasons.add(Reason.of(VisitsTable.ASKED, "unknown_word", "neither true nor false", text));
        return null;
    }

    /** Tokens of a cell, as a whole or one by one put into our words; sorted, each once, joined by {@code ;}. */
    private String tokens(String field, @Nullable String text, List<Reason> reasons) {
        if (text == null) {
            return "";
        }
        TreeSet<String> tokens = new TreeSet<>();
        Map<String, String> codes = source.values().getOrDefault(field, Map.of());
        for (String part : codes.containsKey(text) ? new String[] {text} : text.split(";", -1)) {
            String stripped = part.strip();
            for (String token : codes.getOrDefault(stripped, stripped).split(";", -1)) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }
        if (!tokens.stream().allMatch(token -> TOKEN.matcher(token).matches())) {
            reasons.add(
                    Reason.of(field, "token_not_understood", "not tokens such as technique:region joined by ;", text));
        }
        return String.join(";", tokens);
    }

    private @Nullable Object scoreOrField(String field, @Nullable String text, List<Reason> reasons) {
        String id = field.endsWith(VisitFields.AFTER)
                ? field.substring(0, field.length() - VisitFields.AFTER.length())
                : field;
        Instrument instrument =
                job.instruments().getOrDefault(field, job.instruments().get(id));
        if (instrument != null) {
            return number(
                    field,
                    text,
                    instrument.min(),
                    instrument.max(),
                    instrument.storedDecimals(),
                    instrument.unit(),
                    reasons);
        }
        boolean number = job.fields().stream().anyMatch(f -> f.id().equals(field) && f.number());
        if (number) {
            return number(field, text, null, null, Scaled.FIELD_DECIMALS, "", reasons);
        }
        return text == null ? Vocabulary.UNKNOWN : plain(field, text, reasons);
    }

    private @Nullable Integer number(
            String field,
            @Nullable String text,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int decimals,
            String unit,
            List<Reason> reasons) {
        if (text == null) {
            return null;
        }
        BigDecimal number = numbers.read(text);
        if (number == null) {
            reasons.add(Reason.of(field, "number_not_understood", numbers.whyNot(text), text));
            return null;
        }
        if ((min != null && number.compareTo(min) < 0) || (max != null && number.compareTo(max) > 0)) {
            String range =
                    (min == null ? "…" : min.toPlainString()) + " to " + (max == null ? "…" : max.toPlainString());
            reasons.add(Reason.of(field, "outside_range", "outside " + range + " " + unit, text));
            return null;
        }
        if (!Scaled.fits(number, decimals)) {
            reasons.add(Reason.of(field, "too_large", "too large a number to be kept exactly", text));
            return null;
        }
        return Scaled.steps(number, decimals);
    }
}
