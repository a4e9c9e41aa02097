package axial.ingest;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one field of a source's records; a text that was read without fault is not read again. */
final class FieldReader {
    /** How a field is read from a record. */
    @FunctionalInterface
    interface Reading {
        @Nullable
        Object of(RawRecord record, List<Reason> reasons);
    }

    private final String column;
    private final Reading reading;
    private final Predicate<String> alone;
    private final Memory memory = new Memory();
    private @Nullable List<String> names;
    private int place = -1;

    /**
     * @param column which is looked at first
     * @param alone on which texts of it, and nothing else in the record, the value depends
     */
    FieldReader(String column, Predicate<String> alone, Reading reading) {
        this.column = column;
        this.alone = alone;
        this.reading = reading;
    }

    @Nullable
    Object read(RawRecord record, List<Reason> reasons) {
        String text = text(record);
        if (text == null) {
            return reading.of(record, reasons);
        }
        int slot = Memory.slot(text);
        if (memory.knows(text, slot)) {
            return memory.value(slot);
        }
        int before = reasons.size();
        Object value = reading.of(record, reasons);
        if (reasons.size() == before && alone.test(text)) {
            memory.remember(text, slot, value);
        }
        return value;
    }

    private @Nullable String text(RawRecord record) {
        if (record.names() != names) {
            names = record.names();
            place = names.indexOf(column);
        }
        return place < 0 ? null : record.cells().at(place, column);
    }
}
