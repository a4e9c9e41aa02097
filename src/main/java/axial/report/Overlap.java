package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** How the chances of the arm's treatment lie in either group: whether one could as well have been in the other. */
record Overlap(List<Bin> bins, long nArm, long nComparator) {
    private static final double LEAST = 0.3;
    private static final double MOST = 0.7;
    private static final double EXACT = 1e-9;

    /** A part of the axis on one side; the share is NaN where it is withheld. */
    record Bin(boolean arm, boolean preference, double from, double to, double share, String id) {
        private boolean inEquipoise() {
            return preference && from >= LEAST - EXACT && to <= MOST + EXACT;
        }
    }

    /** Empty where the run has no table of overlap, or nothing of this answer in it. */
    static Optional<Overlap> of(Tables tables, Answer answer) {
        Optional<Effect> difference = answer.difference();
        return difference.isEmpty()
                ? Optional.empty()
                : tables.with("overlap", "question", "outcome", "window", "side", "measure", "from", "to", "share")
                        .map(t -> new Overlap(
                                bins(Tables.of(t, answer)),
                                difference.get().nArm(),
                                difference.get().nComparator()))
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

    /** The share of people whose preference score is from 0.3 to 0.7, as far as it is shown (Walker et al. 2013). */
    double equipoise() {
        double people = bins.stream()
                .filter(b -> b.inEquipoise() && !Double.isNaN(b.share()))
                .mapToDouble(b -> b.share() * (b.arm() ? nArm : nComparator))
                .sum();
        return bins.stream().anyMatch(Bin::inEquipoise) ? people / (nArm + nComparator) : Double.NaN;
    }

    String equipoiseIds() {
        return Said.ids(bins.stream().filter(Bin::inEquipoise).map(Bin::id).toList());
    }
}
