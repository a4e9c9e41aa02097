package axial.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of all runs, by contender, and their medians as a table in Markdown. */
final class Figures {
    private final Map<String, Map<String, List<Double>>> runs = new LinkedHashMap<>();

    void add(String contender, Map<String, Double> figures) {
        Map<String, List<Double>> of = runs.computeIfAbsent(contender, c -> new LinkedHashMap<>());
        figures.forEach((name, value) ->
                of.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }

    /** Writes every figure of every run as JSON. */
    void write(Path file) throws IOException {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), runs);
    }

    /** The middle of all runs; NaN where there is none. */
    double median(String contender, String figure) {
        double[] sorted = runs.getOrDefault(contender, Map.of()).getOrDefault(figure, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** The median over runs of this contender's figure by the other's of the same run. */
    double ratio(String contender, String other, String figure) {
        List<Double> a = runs.getOrDefault(contender, Map.of()).getOrDefault(figure, List.of());
        List<Double> b = runs.getOrDefault(other, Map.of()).getOrDefault(figure, List.of());
        double[] ratios = new double[Math.min(a.size(), b.size())];
        Arrays.setAll(ratios, i -> a.get(i) / b.get(i));
        Arrays.sort(ratios);
        int n = ratios.length;
        return n == 0 ? Double.NaN : (ratios[(n - 1) / 2] + ratios[n / 2]) / 2;
    }

    /** One row per contender, one column per figure: the median, smallest and largest, and the ratio to the first. */
    String table(List<String> figures) {
        String first = runs.keySet().iterator().next();
        StringBuilder text = new StringBuilder("| contender |");
        figures.forEach(figure -> text.append(' ').append(figure).append(" |"));
        text.append("\n|---|").append("---:|".repeat(figures.size())).append('\n');
        for (String contender : runs.keySet()) {
            text.append("| ").append(contender).append(" |");
            for (String figure : figures) {
                text.append(' ').append(cell(contender, first, figure)).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String cell(String contender, String first, String figure) {
        double[] of = runs.get(contender).getOrDefault(figure, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (of.length == 0) {
            return "";
        }
        double low = Arrays.stream(of).min().orElseThrow();
        double high = Arrays.stream(of).max().orElseThrow();
        String cell = String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(contender, figure), low, high);
        return contender.equals(first)
                ? cell
                : cell + String.format(Locale.ROOT, " ×%.2f", ratio(contender, first, figure));
    }
}
