package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which rows of a REDCap export are visits, and which describe the patient. */
final class RedcapRows {
    private final RedcapHeader header;
    private final Job.Source source;
    private final List<String> visitColumns;
    private final List<String> instruments;
    private final List<String> events;
    private final List<String> baseEvents;
    private final boolean completeOnly;
    private final Set<String> seenInstruments = new TreeSet<>();
    private final Set<String> seenEvents = new TreeSet<>();

    /**
     * Rows by the options of the source.
     *
     * @param ofVisits the fields that belong to a visit, not to its patient
     */
    RedcapRows(RedcapHeader header, Job.Source source, List<String> ofVisits) {
        this.header = header;
        this.source = source;
        List<String> known = header.columns();
        this.visitColumns =
                ofVisits.stream().map(this::theirs).filter(known::contains).toList();
        this.instruments = RedcapHeader.listed(source, "visit_instrument");
        this.events = RedcapHeader.listed(source, "visit_event");
        this.baseEvents = RedcapHeader.listed(source, "base_event");
        this.completeOnly =
                source.options().getOrDefault("complete_only", "false").equals("true");
    }

    RedcapHeader header() {
        return header;
    }

    String theirs(String field) {
        return source.map().getOrDefault(field, field);
    }

    /** Takes note of a row's event and instrument. */
    void see(RawRecord row) {
        seenEvents.add(header.text(row, RedcapHeader.EVENT));
        seenInstruments.add(header.text(row, RedcapHeader.INSTRUMENT));
    }

    /** Fails where the job names an event or instrument that no row had. */
    void checkNames() {
        List<String> problems = new ArrayList<>();
        absent("visit_instrument", instruments, RedcapHeader.INSTRUMENT, seenInstruments, problems);
        absent("visit_event", events, RedcapHeader.EVENT, seenEvents, problems);
        absent("base_event", baseEvents, RedcapHeader.EVENT, seenEvents, problems);
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
    }

    private void absent(String option, List<String> named, String column, Set<String> seen, List<String> problems) {
        Set<String> others = new TreeSet<>(seen);
        others.remove("");
        for (String name : named) {
            if (!seen.contains(name)) {
                problems.add(header.file().shown() + ": no row has " + name + " in " + column + ", which  options: { "
                        + option + " }  names; "
                        + (others.isEmpty() ? "the column is absent or empty." : "there are " + shown(others) + "."));
            }
        }
    }

    private static String shown(Set<String> names) {
        return String.join(", ", names.stream().limit(10).toList()) + (names.size() > 10 ? ", …" : "");
    }

    /** Whether the row describes the patient: no repeat, and of the event that the job names for it, if any. */
    boolean isBase(RawRecord row) {
        return header.text(row, RedcapHeader.INSTRUMENT).isEmpty()
                && header.text(row, RedcapHeader.INSTANCE).isEmpty()
                && (baseEvents.isEmpty() || baseEvents.contains(header.text(row, RedcapHeader.EVENT)));
    }

    /** Whether the row is a visit: of the declared instrument and event, if any, with a cell that belongs to a visit. */
    boolean isVisit(RawRecord row) {
        boolean declared = (instruments.isEmpty() || instruments.contains(header.text(row, RedcapHeader.INSTRUMENT)))
                && (events.isEmpty() || events.contains(header.text(row, RedcapHeader.EVENT)));
        return !row.fault().isEmpty() || (declared && visitColumns.stream().anyMatch(column -> isFilled(row, column)));
    }

    private boolean isFilled(RawRecord row, String column) {
        String cell = header.cell(row, column);
        return cell != null && !cell.isBlank();
    }

    /** Whether the job wants complete forms only and the form of this visit is not. */
    boolean isUnfinished(RawRecord row) {
        String date = theirs(VisitsTable.VISIT_DATE);
        String from = header.has(date) ? date : theirs(VisitsTable.VISIT_DAY);
        return completeOnly && !header.text(row, header.statusOf(row, from)).equals("2");
    }
}
