package axial.ingest;

import axial.question.VisitFields;
import axial.tables.VisitsTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one record of a visit's row and of what is known about it. */
final class OmopVisit {
    private static final Set<String> LISTS =
            Set.of(VisitsTable.TREATMENTS, VisitsTable.RED_FLAGS, VisitsTable.ADVERSE_EVENT);
    private static final List<String> LEAST_SAID = List.of("unknown", "nonspecific");
    private static final String OPEN = "?";

    private final OmopCodes codes;
    private final OmopTimes times;

    OmopVisit(OmopCodes codes) {
        this.codes = codes;
        this.times = codes.times();
    }

    /** When the treatments of a visit began; no time where none is known. */
    private record Treated(boolean any, long first, long last) {
        static Treated of(List<OmopFact> facts) {
            List<OmopFact> treatments = facts.stream()
                    .filter(fact -> fact.field().equals(VisitsTable.TREATMENTS))
                    .toList();
            long[] seconds = treatments.stream()
                    .filter(OmopFact::isTimed)
                    .mapToLong(OmopFact::second)
                    .sorted()
                    .toArray();
            boolean timed = seconds.length > 0;
            return new Treated(
                    !treatments.isEmpty(),
                    timed ? seconds[0] : OmopTimes.NO_TIME,
                    timed ? seconds[seconds.length - 1] : OmopTimes.NO_TIME);
        }

        boolean isTimed() {
            return first != OmopTimes.NO_TIME;
        }
    }

    /** The record of a visit. */
    RawRecord of(OmopVisitRow row, List<OmopFact> facts) {
        Set<Reason> reasons = new LinkedHashSet<>();
        Map<String, String> cells = new HashMap<>();
        codes.columns()
                .byField()
                .forEach((field, column) -> cells.put(codes.theirs(field), OmopTimes.datePart(row.cell(column))));
        Map<String, List<OmopFact>> byField = new TreeMap<>();
        Treated treated = Treated.of(facts);
        for (OmopFact fact : facts) {
            check(fact, row, treated, reasons);
            byField.computeIfAbsent(field(fact, treated), any -> new ArrayList<>())
                    .add(fact);
        }
        byField.forEach((field, values) -> cells.put(codes.theirs(field), value(field, values, treated, reasons)));
        String sex = sex(row);
        cells.putIfAbsent(codes.theirs(VisitsTable.SEX), sex);
        cells.putIfAbsent(codes.theirs(VisitsTable.AGE), age(row));
        return new RawRecord(
                row.line(),
                cells.keySet().stream().sorted().toList(),
                name -> cells.containsKey(name) ? cells.get(name) : row.cell(name),
                "",
                List.copyOf(reasons));
    }

    private void check(OmopFact fact, OmopVisitRow row, Treated treated, Set<Reason> reasons) {
        if (fact.problem() != null) {
            reasons.add(fact.problem());
        }
        int start = times.day(row.cell("visit_occurrence.visit_start_date"));
        int end = Math.max(start, times.day(row.cell("visit_occurrence.visit_end_date")));
        if (start != OmopTimes.NO_DAY && fact.day() != OmopTimes.NO_DAY && (fact.day() < start || fact.day() > end)) {
            reasons.add(Reason.of(
                    fact.field(),
                    "outside_visit",
                    "a row of " + fact.table().word() + " for it is dated outside the visit it names",
                    ""));
        }
        if (fact.byTime() && fact.isTimed() && fact.second() > treated.first() && fact.second() <= treated.last()) {
            reasons.add(ambiguous(fact.field(), "a score stands between two treatments, neither before nor after"));
        }
        if (fact.value().endsWith(OPEN) && fact.field().equals(VisitsTable.TREATMENTS)) {
            String left = fact.value().equals(OPEN) ? "technique" : "region";
            reasons.add(Reason.of(
                    VisitsTable.TREATMENTS,
                    "code_says_no_" + left,
                    "a procedure code leaves the " + left
                            + " open; say with  values: { treatments: … }  what the source's own code, or the code"
                            + " and its modifier, mean",
                    ""));
        }
    }

    private static Reason ambiguous(String field, String words) {
        return Reason.of(field, "ambiguous_value", words, "");
    }

    /** Where a fact belongs: before treatment, or after where its time says so. */
    private static String field(OmopFact fact, Treated treated) {
        boolean after = fact.byTime() && fact.isTimed() && treated.isTimed() && fact.second() > treated.last();
        return after ? fact.field() + VisitFields.AFTER : fact.field();
    }

    private String value(String field, List<OmopFact> facts, Treated treated, Set<Reason> reasons) {
        Set<String> values = new TreeSet<>();
        facts.forEach(fact -> values.add(fact.value()));
        if (LISTS.contains(field)) {
            values.removeIf(value -> value.endsWith(OPEN));
            return String.join(field.equals(VisitsTable.ADVERSE_EVENT) ? "; " : ";", values);
        }
        boolean untold = facts.size() > 1
                && treated.any()
                && facts.stream().anyMatch(fact -> fact.byTime() && !(fact.isTimed() && treated.isTimed()));
        if (untold) {
            reasons.add(ambiguous(
                    field,
                    "several values without times, and nothing says which was before treatment; give times, or map the"
                            + " score and the score after treatment to codes of their own"));
            return "";
        }
        return agreed(field, values, reasons);
    }

    /** The one value; a disorder that is named gives way to none that says less. */
    private String agreed(String field, Set<String> values, Set<Reason> reasons) {
        Map<String, String> words = new TreeMap<>();
        values.forEach(value -> words.putIfAbsent(codes.translated(field, value), value));
        if (field.equals(VisitsTable.DISORDER)) {
            for (String less : LEAST_SAID) {
                if (words.size() > 1) {
                    words.remove(less);
                }
            }
        }
        if (words.size() > 1) {
            reasons.add(ambiguous(
                    field, "several different values in one visit; keep one, or give each a code of its own"));
            return "";
        }
        return words.values().iterator().next();
    }

    private String sex(OmopVisitRow row) {
        List<String> written = new ArrayList<>();
        for (String column : List.of("person.gender_source_value", "person.gender_concept_id")) {
            String code = OmopVisitRow.whole(row.cell(column));
            if (!code.isEmpty() && !code.equals("0")) {
                written.add(code);
            }
        }
        String said = codes.said(VisitsTable.SEX, written);
        String concept = OmopVisitRow.whole(row.cell("person.gender_concept_id"));
        return said != null ? said : concept.equals("0") ? "" : concept;
    }

    /**
     * Whole years at the visit; with only the year of birth known, the difference of the years, as OHDSI's tools reckon.
     */
    private String age(OmopVisitRow row) {
        int visit = times.day(row.cell("visit_occurrence.visit_start_date"));
        String year = OmopVisitRow.whole(row.cell("person.year_of_birth"));
        if (visit == OmopTimes.NO_DAY || !year.matches("\\d{4}")) {
            return year;
        }
        LocalDate day = LocalDate.ofEpochDay(visit);
        try {
            LocalDate born = LocalDate.of(
                    Integer.parseInt(year), part(row, "person.month_of_birth"), part(row, "person.day_of_birth"));
            return born.isAfter(day)
                    ? "-1"
                    : Integer.toString(Period.between(born, day).getYears());
        } catch (DateTimeException yearOnly) {
            return Integer.toString(day.getYear() - Integer.parseInt(year));
        }
    }

    /** A month or a day, 0 where it is not known. */
    private static int part(OmopVisitRow row, String column) {
        String text = OmopVisitRow.whole(row.cell(column));
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }
}
