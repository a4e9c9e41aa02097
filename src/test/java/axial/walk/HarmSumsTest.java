package axial.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.clinic.Vocabulary;
import axial.walk.VascularSums.Age;
import axial.walk.VascularSums.Case;
import axial.walk.VascularSums.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Harm counted where it was asked about, and vascular events by what came before. */
class HarmSumsTest {
    private static final String THRUST = JobFixture.CERVICAL_MANIPULATION;
    private static final String MOBILIZED = JobFixture.CERVICAL_MOBILIZATION;
    private final WalkPlan plan =
            WalkPlan.of(JobFixture.job().field("screened_instability", false).build());
    private final VisitLayout layout = VisitLayout.of(plan, List.of(), List.of("screened_instability"));

    private record Seen(
            int day,
            String given,
            String flags,
            int years,
            boolean asked,
            String event,
            String severity,
            String screened) {
        static Seen on(int day, String given) {
            return new Seen(day, given, "", 40, true, "", "", "");
        }

        Seen told(String what, String how) {
            return new Seen(day, given, flags, years, asked, what, how, screened);
        }

        Seen unasked() {
            return new Seen(day, given, flags, years, false, event, severity, screened);
        }

        Seen aged(int age) {
            return new Seen(day, given, flags, age, asked, event, severity, screened);
        }

        Seen screenedBy(String result) {
            return new Seen(day, given, flags, years, asked, event, severity, result);
        }

        Seen flagged() {
            return new Seen(day, given, "fracture_suspected", years, asked, event, severity, screened);
        }
    }

    private PatientVisits patients(List<Seen> all) {
        VisitColumns columns = new VisitColumns(layout);
        for (Seen seen : all) {
            int row = columns.rows();
            columns.grow(1);
            columns.column(layout.day())[row] = seen.day();
            columns.column(layout.age())[row] = seen.years() * 10_000;
            columns.column(layout.asked())[row] = seen.asked() ? 1 : 0;
            word(columns, layout.treatments(), row, seen.given());
            word(columns, layout.redFlags(), row, seen.flags());
            word(columns, layout.clinic(), row, "C1");
            word(columns, layout.practitioner(), row, "");
            word(columns, layout.event(), row, seen.event());
            word(columns, layout.severity(), row, seen.severity());
            word(columns, layout.screenings()[0], row, seen.screened());
        }
        return new PatientVisits(plan, columns);
    }

    private static void word(VisitColumns columns, int column, int row, String word) {
        columns.column(column)[row] =
                word.isEmpty() ? Words.NONE : columns.words(column).code(word);
    }

    private HarmSums harms(List<List<Seen>> patients) {
        HarmSums sums = new HarmSums(plan, true);
        walk(sums, patients);
        return sums;
    }

    private void walk(WalkSums sums, List<List<Seen>> patients) {
        PatientVisits window = patients(patients.stream().flatMap(List::stream).toList());
        int first = 0;
        for (int p = 0; p < patients.size(); p++) {
            window.moveTo(p, first, first + patients.get(p).size());
            sums.add(window);
            first += patients.get(p).size();
        }
    }

    @Test
    void only_asked_visits_count_and_a_patient_counts_once() {
        HarmSums sums = harms(List.of(
                List.of(
                        Seen.on(0, THRUST).told("soreness", "minor"),
                        Seen.on(3, THRUST).told("headache", "moderate"),
                        Seen.on(5, THRUST).told("soreness", "minor").unasked()),
                List.of(Seen.on(0, THRUST), Seen.on(9, MOBILIZED).told("soreness", ""))));
        int thrust = plan.armOf(plan.armTokens(new String[] {THRUST}));
        HarmSums.Counts visits = sums.visits().get(new HarmSums.Place(thrust, "C1"));
        assertEquals(3, visits.asked);
        assertEquals(3, visits.manipulations);
        assertEquals(2, visits.events[HarmSums.ANY]);
        assertEquals(1, visits.events[0]);
        assertEquals(2, sums.patients().get(thrust).asked);
        assertEquals(1, sums.patients().get(thrust).events[HarmSums.ANY]);
        int mobilized = plan.armOf(plan.armTokens(new String[] {MOBILIZED}));
        assertEquals(1, sums.visits().get(new HarmSums.Place(mobilized, "C1")).events[Vocabulary.SEVERITY.size()]);
    }

    @Test
    void a_thrust_is_screened_by_what_is_filled_in_the_thirty_days_before() {
        HarmSums.Screening counts = harms(List.of(
                        List.of(Seen.on(0, "").screenedBy("negative"), Seen.on(30, THRUST), Seen.on(31, THRUST)),
                        List.of(Seen.on(0, THRUST).screenedBy("not done").flagged())))
                .screening()
                .get("C1");
        assertEquals(3, counts.thrusts);
        assertEquals(1, counts.screened);
        assertEquals(2, counts.firstThrusts);
        assertEquals(1, counts.firstScreened);
        assertEquals(1, counts.despiteRedFlag);
    }

    @Test
    void days_run_from_the_last_visit_of_each_kind_and_not_from_the_one_that_tells() {
        VascularSums sums = new VascularSums(plan);
        walk(
                sums,
                List.of(
                        List.of(
                                Seen.on(0, THRUST),
                                Seen.on(50, THRUST),
                                Seen.on(54, MOBILIZED),
                                Seen.on(56, THRUST).told("vertebral artery dissection", "serious")),
                        List.of(
                                Seen.on(0, THRUST).aged(60),
                                Seen.on(2, "").aged(60).told("I63.0", "serious")),
                        List.of(Seen.on(0, THRUST), Seen.on(4, "").told("soreness", "minor"))));
        assertEquals(2, sums.cases().size());
        Case young = sums.cases().get(0);
        assertEquals(List.of(6, 2, 2), young.days());
        assertTrue(young.caseExposed());
        assertEquals(
                4,
                young.windows(),
                "the case window, and days 31, 38 and 45 before it; day 52 reaches before the first visit");
        assertEquals(1, young.exposed());
        assertEquals(0, sums.events(Exposure.THRUST, Age.UNDER_45, 3));
        assertEquals(1, sums.events(Exposure.THRUST, Age.UNDER_45, 7));
        assertEquals(1, sums.events(Exposure.THRUST, Age.FROM_45, 3));
        assertEquals(3, sums.visits().get(Exposure.THRUST)[Age.UNDER_45.ordinal()]);
        assertEquals(1, sums.visits().get(Exposure.NON_THRUST)[Age.UNDER_45.ordinal()]);
    }

    @Test
    void vascular_events_are_told_by_word_and_code() {
        VascularEvents events = new VascularEvents();
        for (String yes :
                List.of("Stroke", "TIA", "carotid dissection", "I77.74", "i63012", "Wallenberg syndrome", "433.20")) {
            assertTrue(events.hold(yes), yes);
        }
        for (String no : List.of("", "soreness", "heat", "initial pain", "dizziness", "M54.2")) {
            assertFalse(events.hold(no), no);
        }
    }

    @Test
    void any_split_of_the_patients_counts_the_same() {
        Random random = new Random(3);
        List<List<Seen>> patients = new ArrayList<>();
        for (int p = 0; p < 400; p++) {
            List<Seen> visits = new ArrayList<>();
            for (int v = 0; v < 1 + random.nextInt(6); v++) {
                Seen seen = Seen.on(v * 5, List.of("", THRUST, MOBILIZED).get(random.nextInt(3)))
                        .aged(30 + random.nextInt(40));
                seen = random.nextInt(4) == 0
                        ? seen.told(List.of("soreness", "stroke").get(random.nextInt(2)), "minor")
                        : seen;
                visits.add(random.nextBoolean() ? seen : seen.unasked());
            }
            patients.add(visits);
        }
        VascularSums whole = new VascularSums(plan);
        walk(whole, patients);
        HarmSums harms = harms(patients);
        VascularSums parts = new VascularSums(plan);
        HarmSums harmParts = harms(patients.subList(300, 400));
        for (List<List<Seen>> part :
                List.of(patients.subList(300, 400), patients.subList(0, 120), patients.subList(120, 300))) {
            VascularSums own = new VascularSums(plan);
            walk(own, part);
            parts.addAll(own);
        }
        harmParts.addAll(harms(patients.subList(0, 300)));
        assertEquals(whole.cases(), parts.cases());
        whole.visits()
                .forEach((exposure, counts) -> org.junit.jupiter.api.Assertions.assertArrayEquals(
                        counts, parts.visits().get(exposure)));
        harms.visits().forEach((place, counts) -> {
            assertEquals(counts.asked, harmParts.visits().get(place).asked);
            org.junit.jupiter.api.Assertions.assertArrayEquals(
                    counts.events, harmParts.visits().get(place).events);
        });
        long asked = patients.stream()
                .flatMap(List::stream)
                .filter(s -> s.asked() && !s.given().isEmpty())
                .count();
        assertEquals(
                asked, harms.visits().values().stream().mapToLong(c -> c.asked).sum());
    }
}
