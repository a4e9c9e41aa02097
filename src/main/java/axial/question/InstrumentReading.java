package axial.question;

import axial.clinic.Better;
import axial.clinic.Instrument;
import axial.clinic.Scaled;
import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads definitions of instruments, of the catalogue and of a job alike. */
final class InstrumentReading {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int STANDARD_DECIMALS = 2;

    private InstrumentReading() {}

    static Map<String, Instrument> read(Mapping definitions, String standardSource, Problems problems) {
        Map<String, Instrument> instruments = new LinkedHashMap<>();
        for (Entry entry : definitions.entries()) {
            checkId(entry, problems);
            if (entry.value() instanceof Mapping definition) {
                instruments.put(entry.key(), instrument(entry.key(), definition, standardSource, problems));
            }
        }
        return instruments;
    }

    private static void checkId(Entry entry, Problems problems) {
        String id = entry.key();
        if (!ID.matcher(id).matches()) {
            problems.add(
                    entry.place(),
                    "The instrument \"" + id
                            + "\" is also a column name, so it must begin with a small letter and go on"
                            + " with small letters, digits and _.");
        } else if (id.endsWith(VisitFields.AFTER)) {
            problems.add(
                    entry.place(),
                    "The instrument \"" + id + "\" ends in _after, which marks a score taken after treatment. Choose"
                            + " another id.");
        } else if (VisitFields.isTaken(id)) {
            problems.add(
                    entry.place(),
                    "\"" + id + "\" is a field of every visit already, so no instrument can be called that. Choose"
                            + " another id.");
        }
    }

    private static Instrument instrument(String id, Mapping definition, String standardSource, Problems problems) {
        BigDecimal min = or(Values.decimal(definition, "min"), BigDecimal.ZERO);
        BigDecimal max = or(Values.decimal(definition, "max"), BigDecimal.valueOf(100));
        Instrument instrument = new Instrument(
                id,
                Values.text(definition, "label", id.replace('_', ' ')),
                Values.text(definition, "unit", "points"),
                min,
                max,
                Math.max(0, Math.min(4, Values.whole(definition, "decimals", STANDARD_DECIMALS))),
                "higher".equals(Values.text(definition, "better")) ? Better.HIGHER : Better.LOWER,
                Values.decimal(definition, "mcid"),
                Values.text(definition, "source", standardSource));
        if (definition.get("min") != null && definition.get("max") != null) {
            checkScale(instrument, definition, problems);
        }
        return instrument;
    }

    private static void checkScale(Instrument instrument, Mapping definition, Problems problems) {
        if (instrument.min().compareTo(instrument.max()) >= 0) {
            problems.add(
                    place(definition, "min"),
                    "\"min\" of \"" + instrument.id() + "\" is not below its \"max\". Swap or" + " correct them.");
            return;
        }
        checkFits(instrument, definition, "min", instrument.min(), problems);
        checkFits(instrument, definition, "max", instrument.max(), problems);
        checkWithinScale(instrument, instrument.mcid(), place(definition, "mcid"), "mcid", problems);
    }

    private static void checkFits(
            Instrument instrument, Mapping definition, String key, BigDecimal end, Problems problems) {
        boolean finer = end.stripTrailingZeros().scale() > instrument.decimals();
        if (finer || !Scaled.fits(end, instrument.decimals())) {
            problems.add(
                    place(definition, key),
                    "\"" + key + "\" of \"" + instrument.id() + "\" cannot be kept exactly with "
                            + instrument.decimals() + " decimals: it has more, or exceeds "
                            + BigDecimal.valueOf(Scaled.LIMIT, instrument.decimals())
                                    .toBigInteger() + ". Change \"decimals\" or the unit.");
        }
    }

    /** A change as large as the whole scale can never be seen; it is reported. */
    static void checkWithinScale(
            Instrument instrument, @Nullable BigDecimal change, Place place, String name, Problems problems) {
        BigDecimal width = instrument.max().subtract(instrument.min());
        if (change != null && width.signum() > 0 && change.compareTo(width) > 0) {
            problems.add(
                    place,
                    "The " + name + " of \"" + instrument.id() + "\" is " + PlainNumbers.plain(change)
                            + ", more than its whole scale from " + PlainNumbers.plain(instrument.min()) + " to "
                            + PlainNumbers.plain(instrument.max()) + ". Give it in the instrument's unit, "
                            + instrument.unit() + ".");
        }
    }

    private static Place place(Mapping definition, String key) {
        Node node = definition.get(key);
        return node == null ? definition.place() : node.place();
    }

    private static BigDecimal or(@Nullable BigDecimal number, BigDecimal standard) {
        return number == null ? standard : number;
    }
}
