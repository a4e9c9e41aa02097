package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** How the chances of the arm's treatment lie in either group: whether one could as well have been in the other. */
record Overlap(List<Bin> bins) {

    /** A part of the axis on one side; the share is NaN where it is withheld. */
    record Bin(boolean arm, boolean preference, double from, double to, double share, String id) {}

    /** Empty where the run has no table of overlap, or nothing of this answer in it. */
    static Optional<Overlap> of(Tables tables, Answer answer) {
        return tables.with("overlap", "question", "outcome", "window", "side", "measure", "from", "to", "share")
                .map(t -> new Overlap(bins(Tables.of(t, answer))))
                .filter(o -> !o.bins().isEmpty());
    }

    private static List<Bin> bins(Table table) {
        List<Bin> bins = new ArrayList<>();
        for (Row row : table) {
            bins.add(new Bin(
                    row.getString("side").equals("arm"),
                    row.getString("measure").equals("preference"),
                    Effect.number(row, "from"),
                    Effect.number(row, "to"),
                    Effect.number(row, "share"),
                    Tables.id(table, row)));
        }
        return List.copyOf(bins);
    }

    /** The bins of the chance itself. */
    List<Bin> propensity() {
        return bins.stream().filter(b -> !b.preference()).toList();
    }

    /**
     * The share of a side whose preference score is from 0.3 to 0.7 (Walker et al. 2013), of the side that has fewer; NaN
     * where either side is withheld, for that may be the one.
     */
    double equipoise() {
        return inEquipoise().mapToDouble(Bin::share).reduce(Math::min).orElse(Double.NaN);
    }

    String equipoiseIds() {
        return Said.ids(inEquipoise().map(Bin::id).toList());
    }

    private Stream<Bin> inEquipoise() {
        return bins.stream().filter(Bin::preference);
    }
}
