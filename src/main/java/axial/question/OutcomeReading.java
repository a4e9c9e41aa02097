package axial.question;

import axial.clinic.Instrument;
import axial.question.Job.Outcome;
import axial.question.Job.Usual;
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
                outcomes.add(outcome(entry, overridden(instrument, entry.value(), problems), problems));
            }
        }
        return List.copyOf(outcomes);
    }

    private static Outcome outcome(Entry entry, Instrument instrument, Problems problems) {
        if (!(entry.value() instanceof Mapping overrides)) {
            return new Outcome(entry.key(), instrument);
        }
        return new Outcome(
                entry.key(), instrument, BandReading.read(overrides, "bands", problems), usual(overrides, problems));
    }

    private static @Nullable Usual usual(Mapping overrides, Problems problems) {
        if (!(overrides.get("usual") instanceof Mapping usual)) {
            return null;
        }
        BigDecimal mean = Values.decimal(usual, "mean");
        BigDecimal correlation = correlation(usual, "correlation", problems);
        BigDecimal sameDay = correlation(usual, "same_day", problems);
        return mean == null || correlation == null
                ? null
                : new Usual(
                        mean,
                        correlation,
                        sameDay == null ? correlation : sameDay,
                        Values.text(usual, "source", THIS_FILE));
    }

    private static @Nullable BigDecimal correlation(Mapping usual, String key, Problems problems) {
        BigDecimal correlation = Values.decimal(usual, key);
        if (correlation != null && correlation.compareTo(BigDecimal.ONE) >= 0) {
            problems.add(
                    usual.place(), "The \"" + key + "\" is of two measurements, so it must be below 1. Correct it.");
        }
        return correlation;
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
