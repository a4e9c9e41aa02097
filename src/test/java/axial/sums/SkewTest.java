package axial.sums;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.clinic.Scaled;
import axial.question.Job;
import axial.walk.VisitColumns;
import axial.walk.VisitLayout;
import axial.walk.WalkPlan;
import axial.walk.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a task holds does not grow with its visits: not with a clinic that has half of them, nor for long. */
class SkewTest {
    private static final int BATCH = 4096;

    private final Job job = JobFixture.job().build();
    private final WalkPlan plan = WalkPlan.of(job);
    private final Random dice = new Random(7);

    /** Hands out visits in batches, patients of so many visits each, as the reader of stored visits does. */
    private PartWalk walk(int patients, int visitsEach, int longest, int clinics) {
        PartWalk walk = new PartWalk(job, plan);
        VisitColumns visits = walk.columns();
        int first = 0;
        for (int p = 0; p < patients; p++) {
            int size = p == patients / 2 ? longest : visitsEach;
            String clinic = "C" + (dice.nextBoolean() ? 0 : dice.nextInt(clinics));
            for (int v = 0; v < size; v++) {
                append(visits, clinic, v * 3);
            }
            walk.patient(first, visits.rows());
            first = visits.rows();
            if (first > BATCH) {
                visits.forgetBefore(first);
                first = 0;
            }
        }
        walk.end();
        return walk;
    }

    private void append(VisitColumns visits, String clinic, int day) {
        VisitLayout layout = visits.layout();
        int row = visits.rows();
        visits.grow(1);
        for (int c = 0; c < layout.columns().size(); c++) {
            visits.column(c)[row] = layout.columns().get(c).type() == VisitLayout.Type.WORD ? Words.NONE : 1_000_000;
        }
        visits.column(layout.day())[row] = day;
        visits.column(layout.age())[row] = 400_000;
        String given = dice.nextBoolean() ? JobFixture.CERVICAL_MANIPULATION : JobFixture.CERVICAL_MOBILIZATION;
        visits.column(layout.treatments())[row] =
                visits.words(layout.treatments()).code(given);
        visits.column(layout.clinic())[row] = visits.words(layout.clinic()).code(clinic);
        for (int before : layout.before()) {
            visits.column(before)[row] = day == 1 ? Scaled.MISSING : dice.nextInt(11) * 1_000_000;
        }
    }

    private static int bytes(PartWalk walk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(walk.found().cells());
            objects.writeObject(walk.found().sums());
        }
        return out.size();
    }

    @Test
    void theSumsOfFiveTimesThePatientsAreNoLargerWhereTheirClinicsAreTheSame() throws IOException {
        int few = bytes(walk(2_000, 7, 7, 20));
        int many = bytes(walk(10_000, 7, 7, 20));
        assertTrue(many < 1.2 * few, few + " bytes became " + many);
    }

    @Test
    void aPatientOfTenThousandVisitsIsWalkedAndTheRoomIsThatOfOneSuchPatient() {
        PartWalk walk = walk(3_000, 7, 10_000, 20);
        assertEquals(2_999 * 7 + 10_000, walk.found().cells().flow()[0]);
        assertEquals(3_000, walk.found().cells().flow()[1]);
        int room = walk.columns().column(0).length;
        assertTrue(room <= 4 * (10_000 + BATCH), "room for " + room + " visits is kept");
    }

    @Test
    void onePatientOfTenThousandVisitsIsOneEpisode() {
        PartWalk whole = walk(1, 7, 10_000, 1);
        assertArrayEquals(
                new long[] {10_000, 1, 1, 1, 1, 1, 1}, whole.found().cells().flow());
        long analysed = 0;
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            for (int at = 0; at < plan.outcomes().size() * plan.windows().size(); at++) {
                analysed += whole.found().cells().of(List.of(arm), "").analysed(at);
            }
        }
        assertTrue(analysed > 0, "nothing was analysed");
    }
}
