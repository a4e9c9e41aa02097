package axial.synth;

import axial.tables.CsvTable;
import axial.tables.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What was planted, as a table and in words. */
record Truth(SynthPlan plan, Scenario scenario) {
    private static final List<String> COLUMNS =
            List.of("kind", "arm", "comparator", "outcome", "window", "true_mean_change", "true_difference");

    /** Rows of {@code kind} arm, then of {@code kind} contrast. */
    CsvTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : Measure.ALL) {
            for (Span span : spans(measure)) {
                arms(measure, span, rows);
            }
        }
        for (Measure measure : Measure.ALL) {
            for (Span span : spans(measure)) {
                contrasts(measure, span, rows);
            }
        }
        return new CsvTable(COLUMNS, rows);
    }

    private static List<Span> spans(Measure measure) {
        List<Span> all = List.of(Span.values());
        return measure == Measure.NDI ? all.subList(1, all.size()) : all;
    }

    private void arms(Measure measure, Span span, List<List<String>> rows) {
        for (PlantedArm arm : PlantedArm.ALL) {
            String change = number(scenario.change(arm, measure, span));
            rows.add(List.of("arm", arm.id(), "", measure.column, span.word(), change, ""));
        }
    }

    private void contrasts(Measure measure, Span span, List<List<String>> rows) {
        for (PlantedArm arm : PlantedArm.COMPARED) {
            for (PlantedArm comparator : PlantedArm.COMPARED) {
                if (arm != comparator) {
                    double difference =
                            scenario.change(arm, measure, span) - scenario.change(comparator, measure, span);
                    rows.add(List.of(
                            "contrast",
                            arm.id(),
                            comparator.id(),
                            measure.column,
                            span.word(),
                            "",
                            number(difference)));
                }
            }
        }
    }

    private static String number(double planted) {
        return Numbers.exact(
                BigDecimal.valueOf(StrictMath.round(planted * 1000), 3).doubleValue());
    }

    /** The explanation that goes beside the table. */
    String words() {
        return """
                # What is true in these data

                Every person here is made up. Made by `axial synth --patients %d --clinics %d --seed %d`, \
                scenario %s: %s

                `truth.csv` holds what was planted. All numbers are changes of the score (follow-up minus \
                baseline) in the instrument's unit, so a negative one is good for pain and disability.

                * `kind` arm: `true_mean_change` is the mean change if everybody had been given that arm. The mean \
                seen within an arm differs from it, because arms are not given to like patients.
                * `kind` contrast: `true_difference` is the effect of the arm minus that of the comparator, the same \
                for every patient. A least-squares model of change on arm, baseline, age, sex, disorder and symptom \
                stage aims at exactly this%s.

                The truth is constant within the windows 0-1, 2-91, 92-364 and 365-730 days since the index visit. \
                Disability (`ndi_percent`) is never asked about on days 0-1. Exercise beside the manual \
                treatment does nothing here. Nothing is planted for groc, eq5d_index and satisfaction: they follow \
                the pain of the day.

                Arms by tokens at the index visit: %s.
                """.formatted(
                plan.patients(),
                plan.clinics(),
                plan.seed(),
                scenario.name(),
                scenario.about(),
                scenario.leaving() > 0 ? ", but here misses it, because who answers depends on the outcome" : "",
                legend());
    }

    private static String legend() {
        return String.join(
                ", ",
                PlantedArm.ALL.stream()
                        .map(arm -> arm.id() + " = `" + arm.tokens + "`")
                        .toList());
    }
}
