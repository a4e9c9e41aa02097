package axial.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who is counted in the rows on harm, and how these hang together: visits and patients asked, those with an event of some
 * severity, days after an exposure, thrusts by clinic.
 */
final class HarmCounts {
    private static final String BY = "\u001f";
    private static final String ANY = "any";
    private static final String ASKED = "asked";

    private HarmCounts() {}

    /** The words for the people of a column, by the cells of its row; empty where the column counts nobody. */
    static String people(Function<String, String> row, String column) {
        String arm = row.apply("arm");
        String group = row.apply("group");
        boolean events = column.equals("events");
        return switch (row.apply("measure")) {
            case "per_asked_visit", "upper_limit" -> People.visits(arm, events ? group : ASKED);
            case "per_1000_manipulations" -> events ? People.visits(arm, group) : join("manipulations", arm);
            case "per_patient" -> patients(arm, events ? group : ASKED);
            case "vascular" ->
                events
                        ? join("vascular", arm, group, row.apply("window_days"))
                        : join("visits before vascular", arm, group);
            case "screened_first" -> join(events ? "screened first" : "first thrusts", group);
            case "screened", "despite_red_flag" -> join(events ? row.apply("measure") : "thrusts", group);
            default -> events ? join("harms", row.apply("measure"), arm, row.apply("comparator"), group) : "";
        };
    }

    static String patients(String arm, String which) {
        return join("patients", arm, which);
    }

    private static String join(String... words) {
        return String.join(BY, words);
    }

    /** Adds what the counts of the rows are parts of. */
    static void relate(Counts counts, List<Function<String, String>> rows) {
        Map<String, List<Integer>> clinics = new TreeMap<>();
        for (Function<String, String> row : rows) {
            String measure = row.apply("measure");
            String arm = row.apply("arm");
            String group = row.apply("group");
            String events = people(row, "events");
            String exposure = people(row, "exposure");
            if (measure.equals("per_patient")) {
                part(counts, group.equals(ANY) ? exposure : patients(arm, ANY), events);
            } else if (measure.equals("vascular")) {
                part(counts, exposure, events);
                part(counts, join("vascular", "any_visit", group, row.apply("window_days")), events);
                part(counts, join("visits before vascular", "any_visit", group), exposure);
            } else if (!exposure.isEmpty() && exposure.contains("thrusts")) {
                part(counts, exposure, events);
                if (!group.isEmpty()) {
                    clinics.computeIfAbsent(people(word(row, "group", ""), "events"), w -> new ArrayList<>())
                            .add(counts.place(events));
                    clinics.computeIfAbsent(people(word(row, "group", ""), "exposure"), w -> new ArrayList<>())
                            .add(counts.place(exposure));
                }
            }
        }
        clinics.forEach((whole, parts) -> {
            List<Integer> counted =
                    parts.stream().filter(place -> place >= 0).distinct().toList();
            if (counts.place(whole) >= 0 && !counted.isEmpty()) {
                counts.parts(counts.place(whole), counted);
            }
        });
    }

    private static Function<String, String> word(Function<String, String> row, String column, String word) {
        return c -> c.equals(column) ? word : row.apply(c);
    }

    private static void part(Counts counts, String whole, String part) {
        int of = counts.place(whole);
        int some = counts.place(part);
        if (of >= 0 && some >= 0 && of != some) {
            counts.wholeWithRest(of, List.of(some));
        }
    }
}
