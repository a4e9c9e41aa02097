package axial.ingest;

import axial.question.Job;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a REDCap export. Beside those of the file there are: one for each multi-select field, whose cell is the
 * ticked codes joined by {@code ;}; {@code patient_id}, the record; and {@code visit_id}, record, event, instrument and
 * instance joined by colons, as far as the export has them.
 */
final class RedcapHeader {
    static final String EVENT = "redcap_event_name";
    static final String INSTRUMENT = "redcap_repeat_instrument";
    static final String INSTANCE = "redcap_repeat_instance";
    private static final String TICK = "___";
    private static final String PATIENT = "patient_id";
    private static final String VISIT = "visit_id";
    private static final Set<String> LABELS = Set.of(
            "Event Name",
            "Repeat Instrument",
            "Repeat Instance",
            "Data Access Group",
            "Survey Identifier",
            "Survey Timestamp",
            "Complete?");

    /** One column of a multi-select field and the code it stands for. */
    private record Tick(String column, String code) {}

    private final SourceFile file;
    private final Job.Source source;
    private final List<String> columns;
    private final Set<String> present;
    private final Map<String, List<Tick>> ticks = new LinkedHashMap<>();

    /** Fails with {@link InputRefused} where the export is not flat or has labels instead of raw data. */
    RedcapHeader(SourceFile file, Job.Source source, List<String> written) {
        this.file = file;
        this.source = source;
        this.columns = List.copyOf(written);
        this.present = Set.copyOf(new HashSet<>(written));
        if (written.stream().anyMatch(name -> LABELS.contains(name) || name.contains("(choice="))) {
            throw labels(1);
        }
        if (written.contains("field_name") && written.contains("value")) {
            throw new InputRefused(file.shown() + ", line 1: this is an export of type EAV, one line per value."
                    + " Export it again with the type flat.");
        }
        written.forEach(this::addTick);
    }

    private InputRefused labels(long line) {
        return new InputRefused(
                file.shown() + ", line " + line + ": this is an export with labels, and labels change when"
                        + " a form is reworded. Export it again as  CSV / Microsoft Excel (raw data).");
    }

    private void addTick(String column) {
        int at = column.indexOf(TICK);
        if (at > 0 && !has(column.substring(0, at))) {
            String field = column.substring(0, at);
            String code = code(field, column.substring(at + TICK.length()));
            ticks.computeIfAbsent(field, any -> new ArrayList<>()).add(new Tick(column, code));
        }
    }

    /** The code as the job writes it: REDCap puts column names in lower case and {@code _} for a minus sign. */
    private String code(String theirs, String suffix) {
        List<String> declared = new ArrayList<>(listed(source, "null_values"));
        source.map().forEach((ours, name) -> {
            if (name.equals(theirs)) {
                declared.addAll(source.values().getOrDefault(ours, Map.of()).keySet());
            }
        });
        declared.addAll(source.values().getOrDefault(theirs, Map.of()).keySet());
        return declared.stream()
                .filter(code -> code.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]", "_")
                        .equals(suffix))
                .findFirst()
                .orElse(suffix.matches("_\\d+") ? "-" + suffix.substring(1) : suffix);
    }

    static List<String> listed(Job.Source source, String option) {
        String written = source.options().getOrDefault(option, "");
        return written.isEmpty() ? List.of() : List.of(written.split("\u001f"));
    }

    /** Every column that a map may name. */
    List<String> columns() {
        List<String> all = new ArrayList<>(columns);
        ticks.keySet().forEach(all::add);
        for (String made : List.of(PATIENT, VISIT)) {
            if (!all.contains(made)) {
                all.add(made);
            }
        }
        return all;
    }

    boolean has(String column) {
        return present.contains(column);
    }

    /** The column that holds whether the form of a row is complete; fails where the export has none. */
    String statusOf(RawRecord row, String dateColumn) {
        String instrument = text(row, INSTRUMENT);
        String named = instrument + "_complete";
        if (!instrument.isEmpty() && has(named)) {
            return named;
        }
        return columns.stream()
                .skip(Math.max(0, columns.indexOf(dateColumn)))
                .filter(name -> instrument.isEmpty() && name.endsWith("_complete"))
                .findFirst()
                .orElseThrow(
                        () -> new InputRefused(
                                file.shown() + ": there is no column <form>_complete for the form of"
                                        + " the visits, which  complete_only: true  needs. Export the whole form, or remove the option."));
    }

    /** The text of a column, empty where there is none. */
    String text(RawRecord row, String column) {
        String cell = has(column) ? row.cells().apply(column) : null;
        return cell == null ? "" : cell.strip();
    }

    String record(RawRecord row) {
        return text(row, columns.get(0));
    }

    /** The cell of any of {@link #columns()}. */
    @Nullable
    String cell(RawRecord row, String name) {
        if (has(name)) {
            return row.cells().apply(name);
        }
        if (ticks.containsKey(name)) {
            return ticked(row, name);
        }
        return switch (name) {
            case PATIENT -> record(row);
            case VISIT -> visitId(row);
            default -> null;
        };
    }

    private String ticked(RawRecord row, String field) {
        List<String> codes = new ArrayList<>();
        for (Tick tick : ticks.getOrDefault(field, List.of())) {
            String cell = text(row, tick.column());
            switch (cell) {
                case "", "0" -> {}
                case "1" -> codes.add(tick.code());
                case "Checked", "Unchecked" -> throw labels(row.line());
                default -> codes.add(cell + "?");
            }
        }
        return String.join(";", codes);
    }

    /** What contradicts itself in the multi-select fields of a row: a missing code ticked beside another, or no tick. */
    List<Reason> contradictions(RawRecord row) {
        List<String> missing = listed(source, "null_values");
        List<Reason> reasons = new ArrayList<>();
        for (String field : ticks.keySet()) {
            List<String> codes = List.of(ticked(row, field).split(";"));
            if (codes.size() > 1 && codes.stream().anyMatch(missing::contains)) {
                reasons.add(Reason.of(field, "tick_not_understood", "a code for missing is ticked beside others", ""));
            }
            if (codes.stream().anyMatch(code -> code.endsWith("?"))) {
                reasons.add(Reason.of(field, "tick_not_understood", "neither 0 nor 1 in a multi-select column", ""));
            }
        }
        return reasons;
    }

    private String visitId(RawRecord row) {
        List<String> parts = new ArrayList<>(List.of(record(row)));
        for (String part : List.of(EVENT, INSTRUMENT, INSTANCE)) {
            if (has(part)) {
                parts.add(text(row, part));
            }
        }
        return record(row).isEmpty() ? "" : String.join(":", parts);
    }

    SourceFile file() {
        return file;
    }
}
