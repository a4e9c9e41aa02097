package axial.ingest;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field of a source's records; a text that was read without fault is not read again, nor is a column looked for
 * that no record has.
 */
final class FieldReader {
    /** How a field is read from a record. */
    @FunctionalInterface
    interface Reading {
        @Nullable
        Object of(@Nullable String cell, RawRecord record, List<Reason> reasons);
    }

    private final String column;
    private final Reading reading;
    private final Predicate<@Nullable String> alone;
    private final Memory memory = new Memory();
    private @Nullable List<String> names;
    private int place = -1;
    private boolean absent = false;
    private boolean settled = false;
    private @Nullable Object whereAbsent;

    /**
     * @param column which is looked at first
     * @param alone on which texts of it, null where it has none, and nothing else in the record, the value depends
     */
    FieldReader(String column, Predicate<@Nullable String> alone, Reading reading) {
        this.column = column;
        this.alone = alone;
        this.reading = reading;
    }

    @Nullable
    Object read(RawRecord record, List<Reason> reasons) {
        if (record.names() != names) {
            names = record.names();
            place = names.indexOf(column);
            absent = place < 0 && record.cells().areAllNamed();
            settled = false;
        }
        if (settled) {
            return whereAbsent;
        }
        RawRecord.Cells cells = record.cells();
        Word word = place < 0 ? null : cells.word(place);
        if (word != null) {
            return word.isReadBy(this) ? word.value() : word(word, record, reasons);
        }
        String text = absent ? null : place < 0 ? cells.apply(column) : cells.at(place, column);
        return text == null ? missing(record, reasons) : present(text, record, reasons);
    }

    private @Nullable Object word(Word word, RawRecord record, List<Reason> reasons) {
        int before = reasons.size();
        Object value = present(word.text(), record, reasons);
        if (reasons.size() == before && alone.test(word.text())) {
            word.remember(this, value);
        }
        return value;
    }

    private @Nullable Object missing(RawRecord record, List<Reason> reasons) {
        int before = reasons.size();
        Object value = reading.of(null, record, reasons);
        if (absent && reasons.size() == before && alone.test(null)) {
            settled = true;
            whereAbsent = value;
        }
        return value;
    }

    private @Nullable Object present(String text, RawRecord record, List<Reason> reasons) {
        int slot = Memory.slot(text);
        if (memory.knows(text, slot)) {
            return memory.value(slot);
        }
        int before = reasons.size();
        Object value = reading.of(text, record, reasons);
        if (reasons.size() == before && alone.test(text)) {
            memory.remember(text, slot, value);
        }
        return value;
    }
}
