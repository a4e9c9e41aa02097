package axial.report;

import axial.report.Trust.Finding;
import axial.report.Trust.Line;
import axial.report.Trust.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Reads the six lines of trust from the tables; a table that a run lacks leaves its lines unknown. */
final class TrustLines {
    private final Tables tables;

    TrustLines(Tables tables) {
        this.tables = tables;
    }

    Trust of(Answer answer) {
        return new Trust(List.of(
                people(answer), alike(answer), overlap(answer), followUp(answer), weights(answer), clinic(answer)));
    }

    private static Finding people(Answer answer) {
        Optional<Effect> difference = answer.difference();
        double n = difference
                .map(d -> (double) Math.min(d.nArm(), d.nComparator()))
                .orElse(Double.NaN);
        return new Finding(
                Line.PEOPLE,
                Mark.above(n, 100, 30),
                List.of(n),
                difference.map(Effect::id).orElse(""));
    }

    private Finding alike(Answer answer) {
        double largest = Double.NaN;
        String id = "";
        Optional<Balance> balance = Balance.of(tables, answer);
        if (balance.isPresent()) {
            for (Balance.Row row : balance.get().rows()) {
                double smd = Math.abs(row.left());
                if (!Double.isNaN(smd) && (Double.isNaN(largest) || smd > largest)) {
                    largest = smd;
                    id = row.id();
                }
            }
        }
        return new Finding(Line.ALIKE, Mark.below(largest, 0.1, 0.2), List.of(largest), id);
    }

    private Finding overlap(Answer answer) {
        Optional<Overlap> overlap = Overlap.of(tables, answer);
        double share = overlap.map(Overlap::equipoise).orElse(Double.NaN);
        return new Finding(
                Line.OVERLAP,
                Mark.above(share, 0.5, 0.2),
                List.of(share),
                overlap.map(Overlap::equipoiseIds).orElse(""));
    }

    private static Finding followUp(Answer answer) {
        Followed followed = answer.followed();
        Mark share = Mark.above(followed.share(), 0.8, 0.6);
        Mark gap = Mark.below(followed.gap(), 0.05, 0.1);
        return new Finding(
                Line.FOLLOW_UP,
                share.worse(gap),
                List.of(followed.share(), followed.gap(), (double) followed.eligible()),
                followed.ids());
    }

    /** The people that the overlap weights leave, by those there are (Kish 1965). */
    private static Finding weights(Answer answer) {
        Optional<Effect> arm = answer.effect("overlap_weighted", "effective_n_arm");
        Optional<Effect> comparator = answer.effect("overlap_weighted", "effective_n_comparator");
        boolean known = arm.isPresent() && comparator.isPresent() && answer.analysed() > 0;
        double share = known ? (arm.get().estimate() + comparator.get().estimate()) / answer.analysed() : Double.NaN;
        String ids = Said.ids(List.of(
                arm.map(Effect::id).orElse(""), comparator.map(Effect::id).orElse("")));
        return new Finding(Line.WEIGHTS, Mark.above(share, 0.5, 0.25), List.of(share), ids);
    }

    /** The largest share that one clinic has of a group. */
    private Finding clinic(Answer answer) {
        Optional<Effect> difference = answer.difference();
        double largest = Double.NaN;
        double group = Double.NaN;
        List<String> ids = new ArrayList<>();
        Table clinics = Tables.of(tables.clinics(), answer);
        for (Row row : clinics) {
            if (difference.isPresent() && !row.getString("status").equals("withheld")) {
                double ofArm = Effect.number(row, "n_arm") / difference.get().nArm();
                double ofComparator =
                        Effect.number(row, "n_comparator") / difference.get().nComparator();
                double share = Math.max(ofArm, ofComparator);
                if (!Double.isNaN(share) && (Double.isNaN(largest) || share > largest)) {
                    largest = share;
                    group = ofArm >= ofComparator
                            ? difference.get().nArm()
                            : difference.get().nComparator();
                    ids = List.of(Tables.id(clinics, row), difference.get().id());
                }
            }
        }
        return new Finding(Line.CLINIC, Mark.below(largest, 0.5, 0.9), List.of(largest, group), Said.ids(ids));
    }
}
