package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * How sure an answer is: automatic and provisional, since GRADE is a judgement.
 *
 * @param reasons keys of the texts that say why, the starting point first
 */
record Grade(Certainty certainty, List<String> reasons) {
    private static final long FEW = 100;
    private static final double FOLLOWED_ENOUGH = 0.8;
    private static final double GAP_TOO_WIDE = 0.05;

    /** As the run's table of certainty says, or by the same rules where a run has no such table. */
    static Grade of(Answer answer) {
        return answer.graded().orElseGet(() -> byRules(answer));
    }

    /** What the table of certainty says of the answer. */
    static Optional<Grade> written(Tables tables, Answer answer) {
        Optional<Table> table =
                tables.with("certainty", "question", "outcome", "window", "domain", "judgement", "levels");
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>(List.of("grade.start"));
        Optional<Certainty> level = Optional.empty();
        for (Row row : Tables.of(table.get(), answer)) {
            String domain = row.getString("domain");
            if (domain.equals("certainty")) {
                level = Certainty.of(row.getString("judgement"));
            } else if (Effect.number(row, "levels") != 0) {
                reasons.add("grade.domain." + domain);
            }
        }
        return level.map(l -> new Grade(l, List.copyOf(reasons)));
    }

    private static Grade byRules(Answer answer) {
        List<String> doubts = new ArrayList<>();
        if (!answer.adjusted()) {
            doubts.add("grade.unadjusted");
        }
        imprecision(answer, doubts);
        if (inconsistent(answer)) {
            doubts.add("grade.inconsistent");
        }
        if (answer.followed().share() < FOLLOWED_ENOUGH) {
            doubts.add("grade.follow_up");
        } else if (answer.followed().gap() > GAP_TOO_WIDE) {
            doubts.add("grade.follow_up_gap");
        }
        answer.trust().cautions().forEach(line -> doubts.add("grade.trust." + line.word()));
        return doubts.isEmpty() ? undoubted(answer) : doubted(doubts);
    }

    private static void imprecision(Answer answer, List<String> doubts) {
        OptionalDouble mcid = answer.mcid();
        boolean wide = mcid.isPresent()
                && answer.benefit().map(b -> b.spans(mcid.getAsDouble())).orElse(false);
        boolean few = answer.difference()
                .map(d -> Math.min(d.nArm(), d.nComparator()) < FEW)
                .orElse(true);
        if (wide) {
            doubts.add("grade.wide");
        } else if (few) {
            doubts.add("grade.few");
        }
    }

    private static boolean inconsistent(Answer answer) {
        OptionalDouble mcid = answer.standardisedMcid();
        return mcid.isPresent()
                && answer.effect("clinics_pooled", "prediction_interval")
                        .map(p -> new Interval(p.estimate(), p.low(), p.high()).spans(mcid.getAsDouble()))
                        .orElse(false);
    }

    private static Grade undoubted(Answer answer) {
        OptionalDouble mcid = answer.mcid();
        boolean large = mcid.isPresent()
                && answer.benefit()
                        .map(b -> !b.holdsZero() && Size.of(b.estimate(), mcid.getAsDouble()) == Size.LARGE)
                        .orElse(false);
        return large
                ? new Grade(Certainty.MODERATE, List.of("grade.start", "grade.large"))
                : new Grade(Certainty.LOW, List.of("grade.start"));
    }

    private static Grade doubted(List<String> doubts) {
        List<String> reasons = new ArrayList<>(List.of("grade.start"));
        reasons.addAll(doubts);
        return new Grade(Certainty.VERY_LOW, List.copyOf(reasons));
    }
}
