package axial.ingest;

import axial.clinic.Instrument;
import axial.clinic.Scaled;
import axial.question.Coding;
import axial.question.Conversion;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores of instruments, also where a clinic writes them otherwise than in the field's unit. */
final class ScoreRules {
    private final Job job;
    private final Job.Source source;
    private final SourceCells cells;
    private final NumberRules numbers;

    ScoreRules(Job job, Job.Source source, SourceCells cells, NumberRules numbers) {
        this.job = job;
        this.source = source;
        this.cells = cells;
        this.numbers = numbers;
    }

    /** The instrument whose score a field holds; null where it holds none. */
    @Nullable
    Instrument instrument(String field) {
        return job.instruments()
                .get(Coding.instrumentOf(field, job.instruments().keySet()));
    }

    /**
     * The score in whole steps of its instrument; null where it is missing or refused.
     *
     * @param text of the field's own column
     */
    @Nullable
    Integer score(String field, Instrument instrument, @Nullable String text, RawRecord record, List<Reason> reasons) {
        Conversion conversion = conversion(field, record);
        return conversion == null
                ? plain(field, instrument, text, reasons)
                : converted(field, instrument, conversion, record, reasons);
    }

    /** Whether any score is written otherwise than in its field's unit. */
    boolean converts() {
        return !source.conversions().isEmpty();
    }

    /** How the record's clinic writes the field otherwise than in its unit, or null where it does not. */
    @Nullable
    Conversion conversion(String field, RawRecord record) {
        for (Conversion conversion : source.conversions()) {
            if (conversion.fields().contains(field)) {
                String clinic = cells.text(VisitsTable.CLINIC_ID, record);
                if (conversion.concerns(field, clinic)) {
                    return conversion;
                }
            }
        }
        return null;
    }

    private @Nullable Integer converted(
            String field, Instrument instrument, Conversion by, RawRecord record, List<Reason> reasons) {
        Coding from = by.from();
        if (from == Coding.ITEMS) {
            BigDecimal score = NdiItems.score(items(by, record, reasons));
            return score == null ? null : (Integer) Scaled.steps(score, instrument.storedDecimals());
        }
        String column = from == Coding.OTHER_SIDE ? Coding.otherSide(field).orElse(field) : field;
        String text = cells.text(column, record);
        BigDecimal written = text == null ? null : numbers.decimal(field, text, reasons);
        BigDecimal score = written == null ? null : from.score(written, instrument);
        if (score == null || text == null) {
            return null;
        }
        return NumberRules.within(
                field,
                text,
                score,
                instrument.min(),
                instrument.max(),
                instrument.storedDecimals(),
                instrument.unit() + " once converted from " + from.word(),
                reasons);
    }

    private List<@Nullable BigDecimal> items(Conversion by, RawRecord record, List<Reason> reasons) {
        List<@Nullable BigDecimal> items = new ArrayList<>();
        for (String column : by.columns()) {
            String text = cells.stripped(record.cells().apply(column));
            BigDecimal item = text == null ? null : numbers.decimal(column, text, reasons);
            if (item != null && text != null && !NdiItems.isItem(item)) {
                reasons.add(Reason.of(column, "outside_range", "not a whole number from 0 to 5", text));
            }
            items.add(item);
        }
        return items;
    }

    /** A stored score in the field's unit. */
    BigDecimal unscaled(String field, int steps) {
        Instrument instrument = instrument(field);
        return BigDecimal.valueOf(steps, instrument == null ? 0 : instrument.storedDecimals());
    }

    /** What stands in the field's own column, as a number; null where none does. */
    @Nullable
    BigDecimal written(String field, RawRecord record) {
        String text = cells.text(field, record);
        return text == null ? null : numbers.decimal(field, text, new ArrayList<>());
    }

    private @Nullable Integer plain(String field, Instrument instrument, @Nullable String text, List<Reason> reasons) {
        return numbers.number(
                field,
                text,
                instrument.min(),
                instrument.max(),
                instrument.storedDecimals(),
                instrument.unit(),
                reasons);
    }
}
