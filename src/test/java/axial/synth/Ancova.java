package axial.synth;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Least squares of change on arm, baseline, age, sex, disorder and stage; sandwich standard error by clinic. */
record Ancova(double difference, double standardError, double crude, int analysed) {

    private record Line(double arm, double change, List<Double> numbers, List<String> words, String clinic) {}

    static Ancova of(List<Made.FirstEpisode> episodes, PlantedArm arm, PlantedArm other, Measure measure, Span span) {
        int target = List.of(0, 28, 182, 365).get(span.ordinal());
        List<Line> lines = new ArrayList<>();
        for (Made.FirstEpisode episode : episodes) {
            boolean treated = episode.arm().equals(arm.tokens);
            if (treated || episode.arm().equals(other.tokens)) {
                line(episode, treated, measure.column, span, target, lines);
            }
        }
        return fit(lines);
    }

    private static void line(
            Made.FirstEpisode episode, boolean treated, String outcome, Span span, int target, List<Line> lines) {
        Map<String, String> index = episode.index();
        var baseline = episode.baseline(outcome);
        var followUp = episode.followUp(outcome, span, target);
        String age = Made.cell(index, "age_years");
        if (baseline.isPresent() && followUp.isPresent() && !age.isEmpty()) {
            lines.add(new Line(
                    treated ? 1 : 0,
                    followUp.get() - baseline.get(),
                    List.of(baseline.get(), Double.valueOf(age)),
                    List.of("sex " + Made.cell(index, "sex"), Made.cell(index, "disorder"), episode.stage() + " pain"),
                    Made.cell(index, "clinic_id")));
        }
    }

    private static Ancova fit(List<Line> lines) {
        RealMatrix x = design(lines);
        RealVector y =
                new ArrayRealVector(lines.stream().mapToDouble(Line::change).toArray());
        RealMatrix bread =
                new LUDecomposition(x.transpose().multiply(x)).getSolver().getInverse();
        RealVector beta = bread.operate(x.transpose().operate(y));
        RealVector residual = y.subtract(x.operate(beta));
        Map<String, RealVector> scores = new TreeMap<>();
        for (int row = 0; row < lines.size(); row++) {
            RealVector score = x.getRowVector(row).mapMultiply(residual.getEntry(row));
            scores.merge(lines.get(row).clinic(), score, RealVector::add);
        }
        double variance = 0;
        for (RealVector score : scores.values()) {
            double influence = bread.getRowVector(1).dotProduct(score);
            variance += influence * influence;
        }
        double factor = scores.size() / (scores.size() - 1.0);
        return new Ancova(beta.getEntry(1), Math.sqrt(variance * factor), crude(lines), lines.size());
    }

    private static RealMatrix design(List<Line> lines) {
        Set<String> first = new LinkedHashSet<>(lines.get(0).words());
        Set<String> levels = new LinkedHashSet<>();
        lines.forEach(line -> levels.addAll(line.words()));
        levels.removeAll(first);
        RealMatrix x = new Array2DRowRealMatrix(lines.size(), 4 + levels.size());
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            int column = 4;
            x.setEntry(row, 0, 1);
            x.setEntry(row, 1, line.arm());
            x.setEntry(row, 2, line.numbers().get(0) - 10);
            x.setEntry(row, 3, line.numbers().get(1) - 40);
            for (String level : levels) {
                x.setEntry(row, column++, line.words().contains(level) ? 1 : 0);
            }
        }
        return x;
    }

    private static double crude(List<Line> lines) {
        double arm = lines.stream()
                .filter(l -> l.arm() > 0)
                .mapToDouble(Line::change)
                .average()
                .orElse(0);
        double other = lines.stream()
                .filter(l -> l.arm() == 0)
                .mapToDouble(Line::change)
                .average()
                .orElse(0);
        return arm - other;
    }
}
