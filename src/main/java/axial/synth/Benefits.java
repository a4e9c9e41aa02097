package axial.synth;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The planted mean benefit of each arm for each kind of score, window by window; positive is good. */
record Benefits(Map<PlantedArm, Map<Measure.Kind, List<Double>>> table) {
    /** Near enough no difference in the end between cervical manipulation and mobilization (dossier 8.4). */
    static final Benefits USUAL = new Benefits(Map.of(
            PlantedArm.CERVICAL_MANIPULATION,
            row(List.of(1.2, 2.0, 1.5, 1.3), ndi(9, 8, 7), List.of(4.0, 5.0, 3.0, 2.0), List.of(6.0, 5.0, 3.0, 2.0)),
            PlantedArm.CERVICAL_MOBILIZATION,
            row(List.of(0.8, 1.9, 1.5, 1.3), ndi(9, 8, 7), List.of(2.0, 4.0, 3.0, 2.0), List.of(2.0, 4.0, 3.0, 2.0)),
            PlantedArm.THORACIC_MANIPULATION,
            row(List.of(0.9, 1.8, 1.3, 1.1), ndi(8, 7, 6), List.of(3.0, 4.0, 2.0, 2.0), List.of(3.0, 4.0, 2.0, 2.0)),
            PlantedArm.THORACIC_MOBILIZATION,
            row(List.of(0.5, 1.3, 1.1, 1.0), ndi(6, 6, 5), List.of(2.0, 4.0, 2.0, 2.0), List.of(2.0, 4.0, 2.0, 2.0)),
            PlantedArm.CERVICAL_AND_THORACIC_MANIPULATION,
            row(List.of(1.4, 2.3, 1.6, 1.3), ndi(10, 8, 7), List.of(5.0, 6.0, 3.0, 2.0), List.of(7.0, 6.0, 3.0, 2.0)),
            PlantedArm.CERVICAL_AND_THORACIC_MOBILIZATION,
            row(List.of(0.9, 2.1, 1.6, 1.3), ndi(9, 8, 7), List.of(3.0, 5.0, 3.0, 2.0), List.of(3.0, 5.0, 3.0, 2.0)),
            PlantedArm.MIXED_CERVICAL,
            row(List.of(1.1, 2.0, 1.5, 1.3), ndi(9, 8, 7), List.of(4.0, 5.0, 3.0, 2.0), List.of(5.0, 5.0, 3.0, 2.0)),
            PlantedArm.MASSAGE,
            row(List.of(0.4, 1.0, 1.0, 1.0), ndi(5, 5, 5), List.of(1.0, 2.0, 1.0, 1.0), List.of(1.0, 2.0, 1.0, 1.0))));

    private static Map<Measure.Kind, List<Double>> row(
            List<Double> pain, List<Double> ndi, List<Double> motion, List<Double> rotation) {
        return Map.of(
                Measure.Kind.PAIN, pain,
                Measure.Kind.NDI, ndi,
                Measure.Kind.ROM, motion,
                Measure.Kind.ROTATION, rotation);
    }

    /** Disability is not asked about on the day of the treatment. */
    private static List<Double> ndi(double atShort, double atIntermediate, double atLong) {
        return List.of(0.0, atShort, atIntermediate, atLong);
    }

    double of(PlantedArm arm, Measure.Kind kind, Span span) {
        return values(arm, kind).get(span.ordinal());
    }

    private List<Double> values(PlantedArm arm, Measure.Kind kind) {
        return requireNonNull(requireNonNull(table.get(arm)).get(kind));
    }

    /** These benefits, with other ones in one place. */
    Benefits with(PlantedArm arm, Measure.Kind kind, List<Double> values) {
        Map<PlantedArm, Map<Measure.Kind, List<Double>>> changed = new EnumMap<>(table);
        Map<Measure.Kind, List<Double>> row = new EnumMap<>(requireNonNull(table.get(arm)));
        row.put(kind, values);
        changed.put(arm, Map.copyOf(row));
        return new Benefits(Map.copyOf(changed));
    }

    /** These benefits, with every arm doing what one arm does. */
    Benefits allAs(PlantedArm model) {
        Map<PlantedArm, Map<Measure.Kind, List<Double>>> same = new EnumMap<>(PlantedArm.class);
        PlantedArm.ALL.forEach(arm -> same.put(arm, requireNonNull(table.get(model))));
        return new Benefits(Map.copyOf(same));
    }
}
