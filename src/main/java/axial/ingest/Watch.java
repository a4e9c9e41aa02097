package axial.ingest;

import axial.clinic.Instrument;
import axial.question.Coding;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a visit is watched for faults of a unit, a side or a direction.
 *
 * @param clinicAt the place of the clinic among the stored values
 * @param pain which of the fields is the pain that other scales are held against, or -1
 * @param scales which of the fields are held against pain
 * @param sides pairs of left and right that are held against each other, as places of four fields; two pairs of one
 *     motion before and after treatment, or of two motions
 * @param leftAndRight pairs of left and right before treatment, as places of two fields
 */
record Watch(List<WatchedField> fields, int clinicAt, int pain, int[] scales, int[][] sides, int[][] leftAndRight) {
    private static final List<String> PAIN = List.of("pain_nprs", "pain_vas_mm");

    static Watch of(Job job) {
        List<String> stored = Arrays.asList(VisitsTable.schema(job).fieldNames());
        Map<String, WatchedField> fields = new LinkedHashMap<>();
        for (Instrument instrument : job.instruments().values()) {
            for (String name : List.of(instrument.id(), VisitsTable.after(instrument.id()))) {
                int at = stored.indexOf(name);
                if (at >= 0) {
                    fields.put(name, WatchedField.of(name, instrument, at));
                }
            }
        }
        List<String> names = List.copyOf(fields.keySet());
        List<WatchedField> watched = List.copyOf(fields.values());
        int pain = PAIN.stream()
                .mapToInt(names::indexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1);
        List<int[]> pairs = pairs(names);
        return new Watch(
                watched,
                stored.indexOf(VisitsTable.CLINIC_ID),
                pain,
                scales(watched),
                sides(names, pairs),
                pairs.stream().filter(p -> isBefore(watched.get(p[0]))).toArray(int[][]::new));
    }

    private static boolean isBefore(WatchedField field) {
        return field.name().equals(field.instrument().id());
    }

    private static int[] scales(List<WatchedField> fields) {
        List<Integer> scales = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            String id = fields.get(f).instrument().id();
            boolean degrees = fields.get(f).instrument().unit().equals("degrees");
            if (isBefore(fields.get(f)) && !degrees && !PAIN.contains(id)) {
                scales.add(f);
            }
        }
        return scales.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<int[]> pairs(List<String> names) {
        List<int[]> pairs = new ArrayList<>();
        for (int left = 0; left < names.size(); left++) {
            String name = names.get(left);
            int right = names.indexOf(Coding.otherSide(name).orElse(""));
            if (name.contains("_left") && right >= 0) {
                pairs.add(new int[] {left, right});
            }
        }
        return pairs;
    }

    /** Before against after treatment, and one motion against another. */
    private static int[][] sides(List<String> names, List<int[]> pairs) {
        List<int[]> sides = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            for (int q = p + 1; q < pairs.size(); q++) {
                boolean sameTime = isAfter(names, pairs.get(p)) == isAfter(names, pairs.get(q));
                boolean sameMotion = names.get(pairs.get(q)[0]).equals(VisitsTable.after(names.get(pairs.get(p)[0])));
                if (sameTime || sameMotion) {
                    sides.add(new int[] {
                        pairs.get(p)[0], pairs.get(p)[1], pairs.get(q)[0], pairs.get(q)[1],
                    });
                }
            }
        }
        return sides.toArray(int[][]::new);
    }

    private static boolean isAfter(List<String> names, int[] pair) {
        return names.contains(names.get(pair[0]).replaceFirst("_after$", ""))
                && names.get(pair[0]).endsWith("_after");
    }
}
