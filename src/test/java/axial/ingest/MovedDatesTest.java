package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.privacy.MovedDates;
import axial.question.DateKey;
import axial.question.Job;
import axial.tables.Period;
import axial.tables.VisitsTable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The profile safe-harbor: intervals stay true, the calendar goes. */
class MovedDatesTest {
    private static final DateKey KEY = key("one secret of at least sixteen bytes");

    private static DateKey key(String secret) {
        return new DateKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Job job(@Nullable DateKey key) {
        return JobFixture.job()
                .source(JobFixture.csv("v.csv"))
                .disclosure(new Job.Disclosure(Job.Profile.SAFE_HARBOR, 11, key))
                .build();
    }

    private static Map<String, @Nullable Object> visit(Job job, String column, String day, String patient, String age) {
        Map<String, String> cells = new TreeMap<>(Map.of(
                "visit_id", "V1", "patient_id", patient, "clinic_id", "C1", column, day, "treatments", "massage"));
        cells.put("age_years", age);
        List<Reason> reasons = new ArrayList<>();
        @Nullable
        Object[] values =
                new VisitRules(job, job.sources().get(0)).read(new RawRecord(2, List.of(), cells::get, ""), reasons);
        assertEquals(List.of(), reasons);
        List<String> names = Arrays.asList(VisitsTable.schema(job).fieldNames());
        Map<String, @Nullable Object> visit = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            visit.put(names.get(i), values[i]);
        }
        return visit;
    }

    private static int day(Job job, String date, String patient) {
        return (Integer) Objects.requireNonNull(
                visit(job, "visit_date", date, patient, "41").get("visit_day"));
    }

    @Test
    void theDaysBetweenAPatientsVisitsStayTrueInWhateverRunTheyCome() {
        int first = day(job(KEY), "2023-12-28", "P1");
        assertEquals(5, day(job(KEY), "2024-01-02", "P1") - first);
        assertEquals(-366, day(job(KEY), "2022-12-27", "P1") - first);
    }

    @Test
    void everyPatientMovesByAnotherNumberOfDaysAndEveryKeyToo() {
        long today = LocalDate.of(2024, 3, 4).toEpochDay();
        Set<Long> moved = new HashSet<>();
        for (int patient = 0; patient < 1000; patient++) {
            moved.add(day(job(KEY), "2024-03-04", "P" + patient) - today);
        }
        assertTrue(moved.size() > 990, moved.size() + " different moves");
        assertTrue(moved.stream().allMatch(m -> Period.of((int) (m + today)) == Period.NONE));
        assertNotEquals(
                day(job(KEY), "2024-03-04", "P1"), day(job(key("another secret of sixteen")), "2024-03-04", "P1"));
    }

    @Test
    void theYearIsRightToHalfAYearAndTellsNoDayBesideTheIntervals() {
        MovedDates moved = new MovedDates(KEY);
        Set<Integer> borders = new HashSet<>();
        for (int p = 0; p < 400; p++) {
            String patient = "P" + p;
            for (int day = 0; day < 730; day += 73) {
                LocalDate date = LocalDate.of(2022, 1, 1).plusDays(day);
                int year =
                        (Integer) Objects.requireNonNull(visit(job(KEY), "visit_date", date.toString(), patient, "41")
                                .get("visit_year"));
                assertTrue(year == date.plusDays(182).getYear()
                        || year == date.minusDays(182).getYear());
            }
            LocalDate date = LocalDate.of(2022, 1, 1);
            while (moved.year(patient, date) == moved.year(patient, date.plusDays(1))) {
                date = date.plusDays(1);
            }
            borders.add(date.getDayOfYear());
        }
        // A change of year between two days is no new year's day: it lies anywhere.
        assertTrue(borders.size() > 180, borders.size() + " different days on which the year changes");
    }

    @Test
    void daysThatTheSourceGivesStayAndNeedNoKey() {
        Map<String, @Nullable Object> visit = visit(job(null), "visit_day", "17", "P1", "41");
        assertEquals(17, visit.get("visit_day"));
        assertEquals(null, visit.get("visit_year"));
    }

    @Test
    void datesWithoutAKeyAreRefusedWithAWayOut() {
        InputRefused refused = assertThrows(InputRefused.class, () -> day(job(null), "2024-03-04", "P1"));
        String said = String.join("\n", refused.problems());
        assertTrue(said.contains("--key FILE") && said.contains("visit_day"), said);
        assertFalse(said.contains("2024"), said);
    }

    @Test
    void nobodyIsOlderThanNinety() {
        for (String age : List.of("89.5", "90", "97", "112")) {
            assertEquals(
                    visit(job(KEY), "visit_date", "2024-03-04", "P1", "90").get("age_years"),
                    visit(job(KEY), "visit_date", "2024-03-04", "P1", age).get("age_years"));
        }
    }

    @Test
    void aKeyShowsNothingOfItself() {
        assertFalse(job(KEY).toString().contains("secret of"), job(KEY).toString());
        assertEquals(16, new MovedDates(KEY).fingerprint().length());
    }
}
