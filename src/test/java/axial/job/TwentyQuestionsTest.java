package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.tables.RowId;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every question of the review is answered or explained in what the sample jobs publish, after disclosure control, by the
 * rows that {@code src/docs/questions.md} names.
 */
class TwentyQuestionsTest {
    private static final String REVIEW = "neck-review";
    private static final Pattern LINE = Pattern.compile("\\| Q(\\d+) \\| [^|]+ \\| (.*) \\|");
    private static final Pattern NAMED = Pattern.compile("the job `([^`]+)`|`([^`]+)`( \\(withheld)?");
    private static final Set<String> WITHOUT_NUMBER = Set.of("withheld", "not_estimable", "not_answerable", "said");

    private final Map<String, Map<String, NamedCsvRecord>> tables = new HashMap<>();

    private NamedCsvRecord row(String job, String id) throws Exception {
        String table = RowId.table(id);
        String key = job + " " + table;
        if (!tables.containsKey(key)) {
            tables.put(key, SampleRuns.byId(job, table));
        }
        return Objects.requireNonNull(
                Objects.requireNonNull(tables.get(key)).get(id), () -> "no row " + id + " in what " + job + " wrote");
    }

    private NamedCsvRecord row(String id) throws Exception {
        return row(REVIEW, id);
    }

    private static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }

    private static String status(NamedCsvRecord row) {
        return cell(row, "status");
    }

    @Test
    void thePagesAreSmallEnoughToMail() throws Exception {
        Path out = SampleRuns.of(REVIEW);
        Map<String, Long> most = Map.of("report.html", 1_000_000L, "research.html", 5_000_000L);
        for (String page : most.keySet()) {
            long bytes = Files.size(out.resolve(page));
            assertTrue(bytes <= most.get(page), page + " has " + bytes + " bytes");
        }
    }

    @Test
    void eachIsAnsweredOrExplainedByTheRowsThatTheHandbookNames() throws Exception {
        int questions = 0;
        for (String line : Files.readAllLines(Path.of("src/docs/questions.md"))) {
            Matcher asked = LINE.matcher(line);
            if (asked.matches()) {
                questions++;
                assertEquals(questions, Integer.parseInt(asked.group(1)));
                assertTrue(saysSomething(asked.group(2)), line);
            }
        }
        assertEquals(20, questions);
    }

    /** Whether some row has a number or a word of its own; every row must be there, and say why where it has none. */
    private boolean saysSomething(String names) throws Exception {
        Matcher named = NAMED.matcher(names);
        String job = REVIEW;
        String start = "";
        boolean said = false;
        while (named.find()) {
            if (named.group(1) != null) {
                job = named.group(1);
                continue;
            }
            String id = named.group(2).startsWith("…/") ? start + named.group(2).substring(1) : named.group(2);
            start = id.contains(":") ? start : start(id);
            NamedCsvRecord row = row(job, id);
            boolean withheld = named.group(3) != null;
            assertEquals(withheld, status(row).equals("withheld"), id);
            boolean without = WITHOUT_NUMBER.contains(status(row));
            String why = cell(row, "reason") + cell(row, "words") + cell(row, "mismatch");
            assertTrue(!without || !why.isBlank(), () -> id + " does not say why");
            said |= !withheld;
        }
        return said;
    }

    /** What an id says before its estimator and metric. */
    private static String start(String id) {
        List<String> parts = List.of(id.split("/"));
        return String.join("/", parts.subList(0, parts.size() - 2));
    }

    @Test
    void harmIsCountedWhereItWasAskedAboutAndNoEventHasALimit() throws Exception {
        NamedCsvRecord any = row("harms:per_asked_visit/cervical_manipulation//any/");
        assertEquals(
                1000 * number(any, "events") / number(any, "exposure"), number(any, "estimate"), 1e-9, any::toString);
        assertTrue(number(any, "ci_low") < number(any, "estimate") && number(any, "estimate") < number(any, "ci_high"));
        NamedCsvRecord none = row("harms:upper_limit/cervical_manipulation//serious/");
        assertEquals(0, number(none, "events"));
        double limit = -Math.log(0.05) / number(none, "exposure");
        assertTrue(cell(none, "words").contains("chance to see"), none::toString);
        assertEquals(limit, number(none, "ci_high") / perUnit(none), 0.01 * limit);
        NamedCsvRecord ratio = row("harms:rate_ratio_clustered/cervical_manipulation/cervical_mobilization/any/");
        assertTrue(number(ratio, "ci_low") < 1.44 && 1.44 < number(ratio, "ci_high"), "planted: 1.44");
        assertTrue(cell(row("harms:protopathic////"), "words").contains("artery"));
        assertEquals(0, number(row("harms:vascular/thrust//from_45/7"), "events"));
    }

    private static double perUnit(NamedCsvRecord row) {
        Matcher per = Pattern.compile("per (\\d+) ").matcher(cell(row, "unit"));
        return per.find() ? Double.parseDouble(per.group(1)) : 1;
    }

    /** Every thrust of the neck, screened where both were looked for at the visit or up to 30 days before. */
    @Test
    void thrustsAreScreenedAsTheVisitsSayClinicByClinic() throws Exception {
        Map<String, int[]> byClinic = new TreeMap<>();
        Map<String, LocalDate> screened = new HashMap<>();
        Set<String> thrust = new TreeSet<>();
        List<NamedCsvRecord> visits = new ArrayList<>(SampleRuns.rows(Path.of("sample-data", "visits.csv")));
        visits.sort(Comparator.comparing((NamedCsvRecord v) -> cell(v, "patient_id"))
                .thenComparing(v -> cell(v, "visit_date"))
                .thenComparing(v -> cell(v, "visit_id")));
        for (NamedCsvRecord visit : visits) {
            String patient = cell(visit, "patient_id");
            LocalDate day = LocalDate.parse(cell(visit, "visit_date"));
            if (cell(visit, "screened_instability").equals("yes")
                    && cell(visit, "screened_myelopathy").equals("yes")) {
                screened.put(patient, day);
            }
            if (List.of(cell(visit, "treatments").split(";")).contains("manipulation:cervical")) {
                LocalDate last = screened.get(patient);
                boolean is = last != null && !last.isBefore(day.minusDays(30));
                boolean first = thrust.add(patient);
                for (String clinic : List.of("", cell(visit, "clinic_id"))) {
                    int[] counts = byClinic.computeIfAbsent(clinic, c -> new int[4]);
                    counts[0]++;
                    counts[1] += is ? 1 : 0;
                    counts[2] += first ? 1 : 0;
                    counts[3] += first && is ? 1 : 0;
                }
            }
        }
        int shown = 0;
        for (Map.Entry<String, int[]> clinic : byClinic.entrySet()) {
            int[] n = clinic.getValue();
            shown += holdsScreened(row("harms:screened/thrust//" + clinic.getKey() + "/"), n[1], n[0]);
            shown += holdsScreened(row("harms:screened_first/thrust//" + clinic.getKey() + "/"), n[3], n[2]);
        }
        assertTrue(shown > 10, shown + " rows are shown");
    }

    /** 1 where the row is shown. */
    private static int holdsScreened(NamedCsvRecord row, int events, int of) {
        if (status(row).equals("withheld")) {
            return 0;
        }
        assertEquals(events, number(row, "events"), row::toString);
        assertEquals(of, number(row, "exposure"), row::toString);
        assertEquals(100.0 * events / of, number(row, "estimate"), 1e-9);
        return 1;
    }

    @Test
    void everyComparisonThatIsShownHasACertaintyBelowHighWithItsReasons() throws Exception {
        Set<String> shown = new TreeSet<>();
        for (NamedCsvRecord row : SampleRuns.byId(REVIEW, "estimates").values()) {
            if (row.getField("metric").equals("adjusted_difference")
                    && row.getField("estimator").equals("ancova")
                    && row.getField("subgroup").isEmpty()) {
                shown.add(start(row.getField("id")));
            }
        }
        assertTrue(shown.size() > 80, shown::toString);
        Map<String, NamedCsvRecord> certainty = SampleRuns.byId(REVIEW, "certainty");
        for (String comparison : shown) {
            int levels = 0;
            for (String domain : List.of(
                    "start",
                    "confounding",
                    "follow_up",
                    "inconsistency",
                    "indirectness",
                    "imprecision",
                    "reporting",
                    "large_effect")) {
                NamedCsvRecord row = Objects.requireNonNull(
                        certainty.get("certainty:" + comparison + "/" + domain), () -> comparison + " " + domain);
                assertFalse(row.getField("why").isBlank(), comparison);
                levels += Integer.parseInt(row.getField("levels"));
            }
            NamedCsvRecord all = Objects.requireNonNull(certainty.get("certainty:" + comparison + "/certainty"));
            assertEquals(levels < 0 ? "very low" : levels > 0 ? "moderate" : "low", all.getField("judgement"));
        }
    }

    @Test
    void theLiteratureStandsBesideOurNumbersTheSameWhicheverTreatmentIsNamedFirst() throws Exception {
        List<String> windows = new ArrayList<>(List.of("immediate", "short", "intermediate"));
        for (String window : windows) {
            NamedCsvRecord one = row("literature:L2/manipulation-vs-mobilization/pain_nprs/" + window + "/none");
            NamedCsvRecord other = row("literature:L2/mobilization-vs-manipulation/pain_nprs/" + window + "/none");
            assertEquals(number(one, "our_estimate"), -number(other, "our_estimate"), 1e-9, window);
            assertEquals(one.getField("direction"), other.getField("direction"), window);
            assertEquals("to be checked", one.getField("provenance"));
        }
        NamedCsvRecord ours = row("manipulation-vs-mobilization/pain_nprs/short/ancova/adjusted_smd");
        NamedCsvRecord beside = row("literature:L2/manipulation-vs-mobilization/pain_nprs/short/none");
        assertEquals(number(ours, "estimate"), number(beside, "our_estimate"), 1e-12);
    }

    /** Planted: of nine points of disability eight are left after half a year, in every arm. */
    @Test
    void whatWasPlantedLasts() throws Exception {
        String lasting = "manipulation-vs-mobilization/ndi_percent/intermediate/lasting/";
        holds(lasting + "retention_arm_since_short", 8.0 / 9.0);
        holds(lasting + "retention_comparator_since_short", 8.0 / 9.0);
        holds(lasting + "decay_since_short", 0);
        String mmrm = "/mmrm/adjusted_difference";
        holds("manipulation-vs-mobilization/pain_nprs/intermediate/mmrm/decay_since_short", 0.1);
        holds("manipulation-vs-mobilization/pain_nprs/immediate" + mmrm, -0.4);
        holds("manipulation-vs-mobilization/pain_nprs/long" + mmrm, 0);
    }

    /** Planted: practitioners differ by a fifth, clinics by a seventh of the SD of change, which is 1.9. */
    @Test
    void practitionersLieApartAsPlantedAndNoRowIsAboutOne() throws Exception {
        String rows = "manipulation-vs-mobilization/pain_nprs/short/between_practitioners/";
        holds(rows + "between_practitioner_sd", 0.2 * 1.9);
        holds(rows + "practitioner_icc", 0.04 / (1 - 0.141 * 0.141));
        NamedCsvRecord shrunken = row(rows + "shrunken_practitioner_sd");
        assertTrue(number(shrunken, "estimate") < number(row(rows + "between_practitioner_sd"), "estimate"));
        for (NamedCsvRecord row : SampleRuns.byId(REVIEW, "estimates").values()) {
            assertFalse(row.getFields().stream().anyMatch(cell -> cell.matches("C\\d{3}-\\d+")), row::toString);
        }
    }

    private void holds(String id, double planted) throws Exception {
        NamedCsvRecord row = row(id);
        assertTrue(
                number(row, "ci_low") <= planted && planted <= number(row, "ci_high"),
                () -> id + " misses " + planted + ": " + row);
    }
}
