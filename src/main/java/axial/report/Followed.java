package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * How many of those with a first score were analysed; NaN where the flow does not tell.
 *
 * @param share of both groups together
 * @param gap between the groups' shares
 * @param eligible people with a first score, −1 where unknown
 * @param eligibleIds of the rows that tell how many had one
 * @param ids of the rows that tell the shares
 */
record Followed(double share, double gap, long eligible, String eligibleIds, String ids) {
    static final Followed UNKNOWN = new Followed(Double.NaN, Double.NaN, -1, "", "");

    /** From the rows of one question, outcome and window. */
    static Followed of(Table flow) {
        Map<String, Long> baseline = new TreeMap<>();
        Map<String, Long> analysed = new TreeMap<>();
        List<String> ofBaseline = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Row row : flow) {
            String step = row.getString("step");
            if (step.contains("baseline")) {
                baseline.put(row.getString("arm"), Effect.count(row, "n"));
                ofBaseline.add(Tables.id(flow, row));
                ids.add(Tables.id(flow, row));
            } else if (step.contains("analysed")) {
                analysed.put(row.getString("arm"), Effect.count(row, "n"));
                ids.add(Tables.id(flow, row));
            }
        }
        boolean complete = baseline.size() == 2
                && baseline.keySet().equals(analysed.keySet())
                && baseline.values().stream().allMatch(n -> n > 0)
                && analysed.values().stream().allMatch(n -> n >= 0);
        return complete ? shares(baseline, analysed, Said.ids(ofBaseline), Said.ids(ids)) : UNKNOWN;
    }

    private static Followed shares(
            Map<String, Long> baseline, Map<String, Long> analysed, String eligibleIds, String ids) {
        long eligible = baseline.values().stream().mapToLong(Long::longValue).sum();
        long stayed = analysed.values().stream().mapToLong(Long::longValue).sum();
        double[] each = baseline.entrySet().stream()
                .mapToDouble(e -> analysed.getOrDefault(e.getKey(), 0L) / (double) e.getValue())
                .toArray();
        return new Followed(stayed / (double) eligible, Math.abs(each[0] - each[1]), eligible, eligibleIds, ids);
    }
}
