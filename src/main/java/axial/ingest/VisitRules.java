package axial.ingest;

import axial.clinic.Instrument;
import axial.clinic.Scaled;
import axial.clinic.Vocabulary;
import axial.privacy.MovedDates;
import axial.question.Coding;
import axial.question.DateKey;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one record of a source as a visit, or finds every reason why not. Nothing is clipped or guessed. */
final class VisitRules {
    private static final BigDecimal OLDEST = BigDecimal.valueOf(130);
    private static final BigDecimal NINETY = BigDecimal.valueOf(90);
    private static final BigDecimal EIGHTY_NINE = BigDecimal.valueOf(89);

    private final Job job;
    private final Job.Source source;
    private final Map<String, String> theirName = new HashMap<>();
    private final TreatmentCodes treatments;
    private final Set<String> missing;
    private final VisitDates dates;
    private final @Nullable MovedDates moved;
    private final NumberText numbers;
    private final List<FieldReader> readers = new ArrayList<>();
    private final boolean keepsDates;

    VisitRules(Job job, Job.Source source) {
        this.job = job;
        this.source = source;
        VisitsTable.fields(job)
                .forEach(field -> theirName.put(field, source.map().getOrDefault(field, field)));
        this.treatments = new TreatmentCodes(job, source);
        this.missing = missing(source);
        this.keepsDates = job.disclosure().keepsDates();
        DateKey key = job.disclosure().dateKey();
        this.moved = key == null ? null : new MovedDates(key);
        this.dates = new VisitDates(source.options());
        this.numbers =
                new NumberText(source.options().getOrDefault("decimal", ".").charAt(0));
        VisitsTable.fields(job).stream()
                .filter(field -> !field.equals(VisitsTable.VISIT_DATE))
                .forEach(field -> readers.add(reader(field)));
    }

    private FieldReader reader(String field) {
        FieldReader.Reading reading = (cell, record, reasons) -> value(field, record, reasons);
        if (field.equals(VisitsTable.VISIT_DAY)) {
            return new FieldReader(
                    theirName.getOrDefault(VisitsTable.VISIT_DATE, VisitsTable.VISIT_DATE),
                    date -> keepsDates && stripped(date) != null,
                    reading);
        }
        if (field.equals(VisitsTable.VISIT_ID) || field.equals(VisitsTable.PATIENT_ID)) {
            Map<String, String> words = source.values().getOrDefault(field, Map.of());
            // Visit ids hardly come again.
            return new FieldReader(
                    theirName.getOrDefault(field, field),
                    text -> field.equals(VisitsTable.PATIENT_ID),
                    (cell, record, reasons) -> required(field, text(stripped(cell), words), reasons));
        }
        boolean alone = switch (field) {
            case VisitsTable.TREATMENTS -> source.rules().isEmpty();
            default ->
                source.conversions().stream()
                        .noneMatch(conversion -> conversion.fields().contains(field));
        };
        return new FieldReader(theirName.getOrDefault(field, field), text -> alone, reading);
    }

    /** What stands in the source where a value is missing. */
    static Set<String> missing(Job.Source source) {
        return new HashSet<>(
                List.of(source.options().getOrDefault("null_values", "").split("\u001f")));
    }

    /** The stored values in the order of {@link VisitsTable#schema}; reasons are added where the record is refused. */
    @Nullable
    Object[] read(RawRecord record, List<Reason> reasons) {
        reasons.addAll(record.reasons());
        if (!record.fault().isEmpty()) {
            if (reasons.isEmpty()) {
                reasons.add(Reason.of("", "broken_record", "the record " + record.fault(), ""));
            }
            return new Object[] {source.name()};
        }
        int fields = readers.size();
        @Nullable Object[] values = new Object[1 + fields + (keepsDates ? 0 : 1)];
        values[0] = source.name();
        for (int i = 0; i < fields; i++) {
            values[1 + i] = readers.get(i).read(record, reasons);
        }
        if (!keepsDates) {
            values[1 + fields] = year(record);
        }
        return values;
    }

    /** What the cell says in our words, or null where it is missing. */
    @Nullable
    String text(String field, RawRecord record) {
        return text(cell(field, record), source.values().getOrDefault(field, Map.of()));
    }

    private static @Nullable String text(@Nullable String cell, Map<String, String> words) {
        String text = cell == null ? null : words.getOrDefault(cell, cell);
        return text == null || text.isBlank() ? null : text;
    }

    private @Nullable String cell(String field, RawRecord record) {
        return stripped(record.cells().apply(theirName.getOrDefault(field, field)));
    }

    private @Nullable String stripped(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String text = raw.strip();
        return text.isEmpty() || missing.contains(text) ? null : text;
    }

    private @Nullable Object value(String field, RawRecord record, List<Reason> reasons) {
        String text = text(field, record);
        return switch (field) {
            case VisitsTable.CLINIC_ID -> required(field, text, reasons);
            case VisitsTable.PRACTITIONER_ID -> plain(field, text, reasons);
            case VisitsTable.ADVERSE_EVENT -> sentence(field, text, reasons);
            case VisitsTable.VISIT_DAY ->
                day(text, text(VisitsTable.VISIT_DATE, record), text(VisitsTable.PATIENT_ID, record), reasons);
            case VisitsTable.AGE -> age(text, reasons);
            case VisitsTable.SEX -> word(field, text, Vocabulary.SEX, Vocabulary.UNKNOWN, reasons);
            case VisitsTable.DISORDER -> word(field, text, Vocabulary.DISORDER, Vocabulary.UNKNOWN, reasons);
            case VisitsTable.DURATION ->
                number(field, text, BigDecimal.ZERO, null, Scaled.DURATION_DECIMALS, "days", reasons);
            case VisitsTable.TREATMENTS -> treatments(cell(field, record), record, reasons);
            case VisitsTable.RED_FLAGS -> flags(cell(field, record), reasons);
            case VisitsTable.SEVERITY -> word(field, text, Vocabulary.SEVERITY, null, reasons);
            case VisitsTable.ASKED -> truth(text, reasons);
            default -> scoreOrField(field, record, text, reasons);
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

    private @Nullable Integer day(
            @Nullable String day, @Nullable String date, @Nullable String patient, List<Reason> reasons) {
        if (date != null) {
            VisitDates.Read read = dates.read(date);
            if (read.date() == null) {
                reasons.add(Reason.of(VisitsTable.VISIT_DATE, read.code(), read.fault(), date));
                return null;
            }
            return job.disclosure().keepsDates() || patient == null
                    ? (Integer) Math.toIntExact(read.date().toEpochDay())
                    : (Integer) moved().day(patient, read.date());
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
        return number(VisitsTable.VISIT_DAY, day, BigDecimal.ZERO, BigDecimal.valueOf(100_000), 0, "days", reasons);
    }

    /** About the year of the visit, where the source gives its date. */
    private @Nullable Integer year(RawRecord record) {
        String date = text(VisitsTable.VISIT_DATE, record);
        String patient = text(VisitsTable.PATIENT_ID, record);
        LocalDate read = date == null ? null : dates.read(date).date();
        return read == null || patient == null ? null : (Integer) moved().year(patient, read);
    }

    private MovedDates moved() {
        if (moved == null) {
            throw new InputRefused(source.path() + ": the profile safe-harbor keeps no dates, and "
                    + theirName.get(VisitsTable.VISIT_DATE)
                    + " holds dates. Either give whole days since each patient's first visit as visit_day, or a secret"
                    + " that moves the dates:  axial run JOB.yaml --key FILE . A file for it is made by"
                    + "  (umask 077; head -c 32 /dev/urandom > FILE)");
        }
        return moved;
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

    private String treatments(@Nullable String cell, RawRecord record, List<Reason> reasons) {
        return cell == null ? "" : String.join(";", treatments.ofCell(cell, record.cells(), reasons));
    }

    /** Tokens of a cell, as a whole or one by one put into our words; sorted, each once, joined by {@code ;}. */
    private String flags(@Nullable String text, List<Reason> reasons) {
        if (text == null) {
            return "";
        }
        TreeSet<String> tokens = new TreeSet<>();
        Map<String, String> codes = source.values().getOrDefault(VisitsTable.RED_FLAGS, Map.of());
        for (String part : codes.containsKey(text) ? new String[] {text} : text.split(";", -1)) {
            String stripped = part.strip();
            for (String token : codes.getOrDefault(stripped, stripped).split(";", -1)) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }
        if (!tokens.stream().allMatch(TreatmentCodes::isToken)) {
            reasons.add(Reason.of(
                    VisitsTable.RED_FLAGS,
                    "token_not_understood",
                    "not tokens such as technique:region joined by ;",
                    text));
        }
        return String.join(";", tokens);
    }

    private @Nullable Object scoreOrField(String field, RawRecord record, @Nullable String text, List<Reason> reasons) {
        Instrument instrument = instrument(field);
        if (instrument != null) {
            Job.Conversion conversion = conversion(field, record);
            return conversion == null
                    ? score(field, instrument, text, reasons)
                    : converted(field, instrument, conversion, record, reasons);
        }
        boolean number = job.fields().stream().anyMatch(f -> f.id().equals(field) && f.number());
        if (number) {
            return number(field, text, null, null, Scaled.FIELD_DECIMALS, "", reasons);
        }
        return text == null ? Vocabulary.UNKNOWN : plain(field, text, reasons);
    }

    private @Nullable Instrument instrument(String field) {
        return job.instruments()
                .get(Coding.instrumentOf(field, job.instruments().keySet()));
    }

    /** Whether any score is written otherwise than in its field's unit. */
    boolean converts() {
        return !source.conversions().isEmpty();
    }

    /** How the record's clinic writes the field otherwise than in its unit, or null where it does not. */
    Job.@Nullable Conversion conversion(String field, RawRecord record) {
        for (Job.Conversion conversion : source.conversions()) {
            if (conversion.fields().contains(field)) {
                String clinic = text(VisitsTable.CLINIC_ID, record);
                if (conversion.concerns(field, clinic)) {
                    return conversion;
                }
            }
        }
        return null;
    }

    private @Nullable Integer converted(
            String field, Instrument instrument, Job.Conversion by, RawRecord record, List<Reason> reasons) {
        Coding from = by.from();
        if (from == Coding.ITEMS) {
            BigDecimal score = NdiItems.score(items(by, record, reasons));
            return score == null ? null : (Integer) Scaled.steps(score, instrument.storedDecimals());
        }
        String column = from == Coding.OTHER_SIDE ? Coding.otherSide(field).orElse(field) : field;
        String text = text(column, record);
        BigDecimal written = text == null ? null : decimal(field, text, reasons);
        BigDecimal score = written == null ? null : from.score(written, instrument);
        if (score == null || text == null) {
            return null;
        }
        return within(
                field,
                text,
                score,
                instrument.min(),
                instrument.max(),
                instrument.storedDecimals(),
                instrument.unit() + " once converted from " + from.word(),
                reasons);
    }

    private List<@Nullable BigDecimal> items(Job.Conversion by, RawRecord record, List<Reason> reasons) {
        List<@Nullable BigDecimal> items = new ArrayList<>();
        for (String column : by.columns()) {
            String text = stripped(record.cells().apply(column));
            BigDecimal item = text == null ? null : decimal(column, text, reasons);
            if (item != null && text != null && !NdiItems.isItem(item)) {
                reasons.add(Reason.of(column, "outside_range", "not a whole number from 0 to 5", text));
            }
            items.add(item);
        }
        return items;
    }

    /** What stands in the field's own column, as a number; null where none does. */
    @Nullable
    BigDecimal written(String field, RawRecord record) {
        String text = text(field, record);
        return text == null ? null : decimal(field, text, new ArrayList<>());
    }

    /** A stored score in the field's unit. */
    BigDecimal unscaled(String field, int steps) {
        Instrument instrument = instrument(field);
        return BigDecimal.valueOf(steps, instrument == null ? 0 : instrument.storedDecimals());
    }

    private @Nullable Integer score(String field, Instrument instrument, @Nullable String text, List<Reason> reasons) {
        return number(
                field,
                text,
                instrument.min(),
                instrument.max(),
                instrument.storedDecimals(),
                instrument.unit(),
                reasons);
    }

    private @Nullable Integer number(
            String field,
            @Nullable String text,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int decimals,
            String unit,
            List<Reason> reasons) {
        BigDecimal number = text == null ? null : decimal(field, text, reasons);
        return number == null || text == null ? null : within(field, text, number, min, max, decimals, unit, reasons);
    }

    private @Nullable BigDecimal decimal(String field, String text, List<Reason> reasons) {
        BigDecimal number = numbers.read(text);
        if (number == null) {
            reasons.add(Reason.of(field, "number_not_understood", numbers.whyNot(text), text));
        }
        return number;
    }

    private static @Nullable Integer within(
            String field,
            String text,
            BigDecimal number,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int decimals,
            String unit,
            List<Reason> reasons) {
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
