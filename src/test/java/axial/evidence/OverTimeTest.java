package axial.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.question.Job;
import axial.question.Spc;
import axial.tables.Period;
import axial.tables.SpcRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A clinic over time: which months become a point, and what is said of it. */
class OverTimeTest {
    private static final int JANUARY = Period.month("2020-01");
    private static final long STEPS =
            JobFixture.job().build().outcome(JobFixture.PAIN).instrument().stepsPerUnit();
    private static final int LAST_DAY = (int) LocalDate.of(2030, 1, 1).toEpochDay();

    private static Job job(boolean trusted, int minCell, List<Spc.Rebase> rebases) {
        return JobFixture.job()
                .disclosure(new Job.Disclosure(trusted, minCell))
                .spc(new Spc(
                        List.of(JobFixture.PAIN),
                        "short",
                        12,
                        Map.of(JobFixture.PAIN, BigDecimal.valueOf(2)),
                        null,
                        rebases))
                .build();
    }

    private static ClinicMonth month(int month, long eligible, long followed, long points) {
        return new ClinicMonth(JobFixture.PAIN, "C1", JANUARY + month, eligible, followed, points * STEPS);
    }

    private static List<SpcRow> rows(Job job, List<ClinicMonth> months, String measure) {
        return new OverTime(job, months, LAST_DAY)
                .rows().stream().filter(row -> row.measure().equals(measure)).toList();
    }

    @Test
    void monthsInARowAreJoinedUntilThereAreEnoughAndTheRestJoinsTheLast() {
        List<ClinicMonth> months =
                List.of(month(0, 4, 4, -8), month(1, 7, 6, -10), month(3, 12, 12, -36), month(4, 3, 3, 0));
        List<SpcRow> rows = rows(job(true, 10, List.of()), months, SpcRow.MEAN_CHANGE);
        assertEquals(
                List.of("2020-01 2020-02 10", "2020-04 2020-05 15"),
                rows.stream()
                        .map(row -> row.period() + " " + row.until() + " " + row.n())
                        .toList());
        assertEquals(List.of(-1.8, -2.4), rows.stream().map(SpcRow::value).toList());
        assertEquals("too few points for limits", rows.get(0).variation());
        assertEquals(-2, rows.get(0).target());
    }

    @Test
    void aMonthWhoseWindowIsOpenIsLeftOut() {
        List<ClinicMonth> months = List.of(month(0, 20, 20, -40), month(1, 20, 20, -40));
        int lastDay = (int) LocalDate.of(2020, 1, 31).toEpochDay() + 91;
        Job job = job(true, 10, List.of());
        assertEquals(2, new OverTime(job, months, lastDay).rows().size(), "the change and the share of January");
        assertEquals(0, new OverTime(job, months, lastDay - 1).rows().size());
    }

    @Test
    void noPointAndNoDifferenceOfPointsCountsFewPeople() {
        Random random = new Random(3);
        int points = 0;
        for (int s = 0; s < 500; s++) {
            List<ClinicMonth> months = new ArrayList<>();
            for (int m = 0; m < 40; m++) {
                long eligible = random.nextInt(25);
                long followed = eligible == 0 ? 0 : random.nextInt((int) eligible + 1);
                months.add(month(m, eligible, followed, -2 * followed));
            }
            Job job = job(false, 11, List.of(new Spc.Rebase("2021-06", "new form", List.of())));
            List<SpcRow> change = rows(job, months, SpcRow.MEAN_CHANGE);
            assertTrue(change.stream().allMatch(row -> row.n() >= 11));
            for (SpcRow share : rows(job, months, SpcRow.FOLLOWED)) {
                long followed = change.stream()
                        .filter(row -> row.period().compareTo(share.period()) >= 0
                                && row.until().compareTo(share.until()) <= 0)
                        .mapToLong(SpcRow::n)
                        .sum();
                assertEquals(100.0 * followed / share.n(), share.value(), 0.05, "whole points make the share");
                assertTrue(share.n() - followed >= 11, "so many were not measured again");
                points++;
            }
        }
        assertTrue(points > 4000, points + " points");
    }

    @Test
    void limitsComeFromTheBaselineAndARebaseBeginsAnewWithItsReason() {
        List<ClinicMonth> months = new ArrayList<>();
        for (int m = 0; m < 30; m++) {
            months.add(month(m, 20, 20, (m % 2 == 0 ? -40 : -60) - (m < 15 ? 0 : 60)));
        }
        List<SpcRow> fixed = rows(job(true, 10, List.of()), months, SpcRow.MEAN_CHANGE);
        assertEquals(-2.5, fixed.get(0).centre(), 1e-12);
        assertEquals(-2.5 - 3 / 1.128, fixed.get(0).low(), 1e-12);
        assertEquals("better than before", fixed.get(29).variation(), "lower pain is better");
        assertEquals("outside;shift", fixed.get(29).signal());
        assertEquals("hit and miss", fixed.get(29).assurance());
        List<SpcRow> rebased = rows(
                job(true, 10, List.of(new Spc.Rebase("2021-04", "new form", List.of("C1")))),
                months,
                SpcRow.MEAN_CHANGE);
        assertEquals("usual variation", rebased.get(29).variation());
        assertEquals("new form", rebased.get(15).reason());
        assertEquals("", rebased.get(14).reason());
        assertEquals(2, rebased.get(15).phase());
    }
}
