package axial.question;

import axial.clinic.Instrument;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads how a source's scores are written where that is not in the field's unit. */
final class ConversionReading {
    private static final int ITEMS = 10;

    private final Map<String, Instrument> instruments;
    private final Problems problems;

    ConversionReading(Map<String, Instrument> instruments, Problems problems) {
        this.instruments = instruments;
        this.problems = problems;
    }

    List<Conversion> read(Mapping source) {
        List<Conversion> conversions = new ArrayList<>();
        if (source.get("convert") instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Mapping mapping) {
                    Coding.of(Values.text(mapping, "from"))
                            .ifPresent(from -> conversions.add(conversion(mapping, from, conversions)));
                }
            }
        }
        return List.copyOf(conversions);
    }

    private Conversion conversion(Mapping mapping, Coding from, List<Conversion> before) {
        List<Scalar> fields = Values.words(mapping, "fields");
        List<String> clinics = Values.texts(Values.words(mapping, "clinics"));
        fields.forEach(field -> check(field, from));
        fields.stream().filter(field -> from == Coding.OTHER_SIDE).forEach(field -> checkBoth(field, fields));
        fields.forEach(field -> checkOnce(field, clinics, before));
        return new Conversion(Values.texts(fields), from, clinics, items(mapping, from));
    }

    private void check(Scalar field, Coding from) {
        Instrument instrument = instruments.get(Coding.instrumentOf(field.text(), instruments.keySet()));
        if (instrument == null) {
            problems.add(
                    field.place(),
                    "\"" + field.text() + "\" holds no score. "
                            + DidYouMean.among(List.copyOf(instruments.keySet()), field.text()));
            return;
        }
        if (!from.fits(instrument)) {
            problems.add(
                    field.place(),
                    "\"" + field.text() + "\" cannot be written as " + from.word() + ", which is " + from.meaning()
                            + ". Remove it, or choose another \"from\".");
        }
    }

    /** One side alone would stand on both. */
    private void checkBoth(Scalar field, List<Scalar> fields) {
        Coding.otherSide(field.text())
                .filter(other -> !Values.texts(fields).contains(other))
                .ifPresent(other -> problems.add(
                        field.place(),
                        "Where left and right are swapped, both are converted: name \"" + other + "\" beside \""
                                + field.text() + "\"."));
    }

    private void checkOnce(Scalar field, List<String> clinics, List<Conversion> before) {
        boolean twice = before.stream()
                .anyMatch(one -> one.fields().contains(field.text())
                        && (clinics.isEmpty()
                                || one.clinics().isEmpty()
                                || clinics.stream().anyMatch(one.clinics()::contains)));
        if (twice) {
            problems.add(
                    field.place(),
                    "\"" + field.text() + "\" is converted twice for the same clinics. Keep one of the two.");
        }
    }

    private List<String> items(Mapping mapping, Coding from) {
        List<Scalar> columns = Values.words(mapping, "columns");
        if (from != Coding.ITEMS) {
            columns.stream()
                    .limit(1)
                    .forEach(column ->
                            problems.add(column.place(), "\"columns\" are for \"from: items\" alone. Remove them."));
            return List.of();
        }
        if (columns.isEmpty()) {
            return IntStream.rangeClosed(1, ITEMS).mapToObj(i -> "ndi_" + i).toList();
        }
        List<String> names = Values.texts(columns);
        if (names.stream().distinct().count() != ITEMS) {
            problems.add(
                    columns.get(0).place(),
                    "\"columns\" must name the ten items of the Neck Disability Index, but names "
                            + names.stream().distinct().count() + ".");
        }
        return names;
    }
}
