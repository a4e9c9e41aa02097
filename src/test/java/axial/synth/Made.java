package axial.synth;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Synthetic visits read back, with the contract's rules for first episodes written once more, the plain way. */
record Made(List<Map<String, String>> rows) {

    static byte[] bytes(SynthPlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Synth.visits(plan, out);
        return out.toByteArray();
    }

    static Made of(SynthPlan plan) throws IOException {
        String[] lines = new String(bytes(plan), StandardCharsets.UTF_8).split("\n", -1);
        String[] header = lines[0].split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int line = 1; line < lines.length - 1; line++) {
            String[] cells = lines[line].split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < header.length; column++) {
                row.put(header[column], cells[column]);
            }
            rows.add(row);
        }
        return new Made(rows);
    }

    /** Each patient's first episode that can be used: visits from the one before the index visit to the next episode. */
    List<FirstEpisode> firstEpisodes() {
        Map<String, List<Map<String, String>>> patients = new LinkedHashMap<>();
        rows.forEach(row -> patients.computeIfAbsent(cell(row, "patient_id"), id -> new ArrayList<>())
                .add(row));
        return patients.values().stream().map(FirstEpisode::of).toList();
    }

    static String cell(Map<String, String> row, String column) {
        return requireNonNull(row.get(column), column);
    }

    static long day(Map<String, String> row) {
        return java.time.LocalDate.parse(cell(row, "visit_date")).toEpochDay();
    }

    /** The index visit, what came before it, and what came after it in the same episode. */
    record FirstEpisode(Map<String, String> index, List<Map<String, String>> earlier, List<Map<String, String>> later) {

        static FirstEpisode of(List<Map<String, String>> visits) {
            int at = 0;
            while (cell(visits.get(at), "treatments").isEmpty()) {
                at++;
            }
            int end = at + 1;
            long treated = day(visits.get(at));
            while (end < visits.size()) {
                boolean treatment = !cell(visits.get(end), "treatments").isEmpty();
                if (treatment && day(visits.get(end)) - treated > 90) {
                    break;
                }
                treated = treatment ? day(visits.get(end)) : treated;
                end++;
            }
            return new FirstEpisode(visits.get(at), visits.subList(0, at), visits.subList(at + 1, end));
        }

        /** The arm's tokens, exercise aside. */
        String arm() {
            return cell(index, "treatments").replace(";exercise", "");
        }

        Optional<Double> baseline(String outcome) {
            String found = cell(index, outcome);
            for (Map<String, String> visit : earlier) {
                found = cell(index, outcome).isEmpty() && !cell(visit, outcome).isEmpty()
                        ? cell(visit, outcome)
                        : found;
            }
            return number(found);
        }

        /** The score nearest the target day; of two equally near, the later. */
        Optional<Double> followUp(String outcome, Span span, int target) {
            String after = index.getOrDefault(outcome + "_after", "");
            Optional<Double> found = span == Span.IMMEDIATE ? number(after) : Optional.empty();
            long distance = found.isPresent() ? 0 : Long.MAX_VALUE;
            for (Map<String, String> visit : later) {
                long day = day(visit) - day(index);
                boolean nearer = Math.abs(day - target) <= distance;
                if (!cell(visit, outcome).isEmpty() && Span.at((int) day) == span && nearer && day <= 730) {
                    distance = Math.abs(day - target);
                    found = number(cell(visit, outcome));
                }
            }
            return found;
        }

        String stage() {
            String duration = cell(index, "symptom_duration_days");
            if (duration.isEmpty()) {
                return "unknown";
            }
            int days = Integer.parseInt(duration);
            return days < 30 ? "acute" : days <= 90 ? "subacute" : "chronic";
        }

        private static Optional<Double> number(String cell) {
            return cell.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(cell));
        }
    }
}
