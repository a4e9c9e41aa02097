package axial.question;

import axial.clinic.Instrument;
import axial.question.Job.Outcome;
import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which instruments the arms are compared by, with the job's overrides. */
final class OutcomeReading {
    private static final String THIS_FILE = "this job file";

    private OutcomeReading() {}

    static List<Outcome> read(@Nullable Node node, Map<String, Instrument> instruments, Problems problems) {
        if (!(node instanceof Mapping mapping)) {
            return Ids.known(Values.words(node), "instrument", instruments.keySet(), problems).stream()
                    .flatMap(id -> instruments.entrySet().stream()
                            .filter(entry -> entry.getKey().equals(id))
                            .map(entry -> new Outcome(id, entry.getValue())))
                    .toList();
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            Ids.isKnown(entry.key(), entry.place(), "instrument", instruments.keySet(), problems);
            Instrument instrument = instruments.get(entry.key());
            if (instrument != null) {
                outcomes.add(new Outcome(entry.key(), overridden(instrument, entry.value(), problems)));
            }
        }
        return List.copyOf(outcomes);
    }

    private static Instrument overridden(Instrument instrument, Node node, Problems problems) {
        if (!(node instanceof Mapping overrides)) {
            return instrument;
        }
        BigDecimal mcid = Values.decimal(overrides, "mcid");
        Node written = overrides.get("mcid");
        if (written != null) {
            InstrumentReading.checkWithinScale(instrument, mcid, written.place(), "mcid", problems);
        }
        boolean same = mcid == null || instrument.mcid() != null && mcid.compareTo(instrument.mcid()) == 0;
        return new Instrument(
                instrument.id(),
                Values.text(overrides, "label", instrument.label()),
                instrument.unit(),
                instrument.min(),
                instrument.max(),
                instrument.decimals(),
                instrument.better(),
                mcid == null ? instrument.mcid() : mcid,
                Values.text(overrides, "source", same ? instrument.source() : THIS_FILE));
    }
}
