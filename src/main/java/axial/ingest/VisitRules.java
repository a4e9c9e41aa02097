package axial.ingest;

import axial.clinic.Instrument;
import axial.clinic.Scaled;
import axial.clinic.Vocabulary;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one record of a source as a visit, or finds every reason why not. Nothing is clipped or guessed. */
final class VisitRules {
    private final Job job;
    private final Job.Source source;
    private final SourceCells cells;
    private final TreatmentCodes treatments;
    private final NumberRules numbers;
    private final ScoreRules scores;
    private final DateRules dates;
    private final List<FieldReader> readers = new ArrayList<>();
    private final boolean keepsDates;

    VisitRules(Job job, Job.Source source) {
        this.job = job;
        this.source = source;
        this.cells = new SourceCells(job, source);
        this.treatments = new TreatmentCodes(job, source);
        this.numbers = new NumberRules(source);
        this.scores = new ScoreRules(job, source, cells, numbers);
        this.dates = new DateRules(job, source, cells, numbers);
        this.keepsDates = job.disclosure().keepsDates();
        VisitsTable.fields(job).stream()
                .filter(field -> !field.equals(VisitsTable.VISIT_DATE))
                .forEach(field -> readers.add(reader(field)));
    }

    SourceCells cells() {
        return cells;
    }

    ScoreRules scores() {
        return scores;
    }

    private FieldReader reader(String field) {
        FieldReader.Reading reading = (cell, record, reasons) -> value(field, record, reasons);
        if (field.equals(VisitsTable.VISIT_DAY)) {
            return new FieldReader(
                    cells.column(VisitsTable.VISIT_DATE), date -> keepsDates && cells.stripped(date) != null, reading);
        }
        if (field.equals(VisitsTable.VISIT_ID) || field.equals(VisitsTable.PATIENT_ID)) {
            Map<String, String> words = cells.words(field);
            // Visit ids hardly come again.
            return new FieldReader(
                    cells.column(field),
                    text -> field.equals(VisitsTable.PATIENT_ID),
                    (cell, record, reasons) ->
                            WordRules.required(field, SourceCells.text(cells.stripped(cell), words), reasons));
        }
        boolean alone = switch (field) {
            case VisitsTable.TREATMENTS -> source.rules().isEmpty();
            default ->
                source.conversions().stream()
                        .noneMatch(conversion -> conversion.fields().contains(field));
        };
        return new FieldReader(cells.column(field), text -> alone, reading);
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
            values[1 + fields] = dates.year(record);
        }
        return values;
    }

    private @Nullable Object value(String field, RawRecord record, List<Reason> reasons) {
        String text = cells.text(field, record);
        return switch (field) {
            case VisitsTable.CLINIC_ID -> WordRules.required(field, text, reasons);
            case VisitsTable.PRACTITIONER_ID -> WordRules.plain(field, text, reasons);
            case VisitsTable.ADVERSE_EVENT -> WordRules.sentence(field, text, reasons);
            case VisitsTable.VISIT_DAY -> dates.day(record, reasons);
            case VisitsTable.AGE -> numbers.age(text, reasons);
            case VisitsTable.SEX -> WordRules.word(field, text, Vocabulary.SEX, Vocabulary.UNKNOWN, reasons);
            case VisitsTable.DISORDER -> WordRules.word(field, text, Vocabulary.DISORDER, Vocabulary.UNKNOWN, reasons);
            case VisitsTable.DURATION ->
                numbers.number(field, text, BigDecimal.ZERO, null, Scaled.DURATION_DECIMALS, "days", reasons);
            case VisitsTable.TREATMENTS -> treatments(cells.cell(field, record), record, reasons);
            case VisitsTable.RED_FLAGS -> WordRules.flags(cells.cell(field, record), cells.words(field), reasons);
            case VisitsTable.SEVERITY -> WordRules.word(field, text, Vocabulary.SEVERITY, null, reasons);
            case VisitsTable.ASKED -> WordRules.truth(text, reasons);
            default -> scoreOrField(field, record, text, reasons);
        };
    }

    private String treatments(@Nullable String cell, RawRecord record, List<Reason> reasons) {
        return cell == null ? "" : String.join(";", treatments.ofCell(cell, record.cells(), reasons));
    }

    private @Nullable Object scoreOrField(String field, RawRecord record, @Nullable String text, List<Reason> reasons) {
        Instrument instrument = scores.instrument(field);
        if (instrument != null) {
            return scores.score(field, instrument, text, record, reasons);
        }
        boolean number = job.fields().stream().anyMatch(f -> f.id().equals(field) && f.number());
        if (number) {
            return numbers.number(field, text, null, null, Scaled.FIELD_DECIMALS, "", reasons);
        }
        return text == null ? Vocabulary.UNKNOWN : WordRules.plain(field, text, reasons);
    }
}
