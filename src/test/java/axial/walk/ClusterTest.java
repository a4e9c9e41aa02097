package axial.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Scaled;
import axial.question.InvalidJob;
import axial.question.Job;
import axial.question.JobFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the standard errors are clustered by. */
class ClusterTest {
    private static Job job(String cluster) throws InvalidJob {
        return JobFile.parse("job", """
                axial: 1
                title: Clusters
                visits: [{ path: visits.csv }]
                arms: { one: [manipulation:cervical], two: [mobilization:cervical] }
                outcomes: [pain_nprs]
                fields: { surgery: category, team: number }
                cluster: CLUSTER
                questions: [{ id: first, ask: Is it so, arm: one, comparator: two }]
                """.replace("CLUSTER", cluster));
    }

    private static String cluster(String by, String word, int number) throws InvalidJob {
        WalkPlan plan = WalkPlan.of(job(by));
        VisitColumns columns = new VisitColumns(VisitLayout.of(plan, List.of()));
        columns.grow(1);
        for (int c = 0; c < columns.layout().columns().size(); c++) {
            String name = columns.layout().columns().get(c).name();
            boolean named = name.equals("surgery") || name.equals("practitioner_id");
            if (name.equals("team")) {
                columns.column(c)[0] = number;
            } else if (columns.layout().columns().get(c).type() == VisitLayout.Type.WORD) {
                columns.column(c)[0] =
                        named && !word.isEmpty() ? columns.words(c).code(word) : Words.NONE;
            }
        }
        PatientVisits patient = new PatientVisits(plan, columns);
        patient.moveTo(0, 0, 1);
        return patient.cluster(0);
    }

    @Test
    void aDeclaredCategoryMakesAClusterOfEachLevel() throws InvalidJob {
        assertEquals("surgery north", cluster("surgery", "north", 0));
    }

    @Test
    void aDeclaredNumberMakesAClusterOfEachNumber() throws InvalidJob {
        assertEquals("team 12.5", cluster("team", "", 125_000));
        assertEquals("team -3", cluster("team", "", -30_000));
    }

    @Test
    void whereItIsNotRecordedTheClinicIsTheCluster() throws InvalidJob {
        assertEquals("", cluster("surgery", "", 0));
        assertEquals("", cluster("surgery", "unknown", 0));
        assertEquals("", cluster("team", "", Scaled.MISSING));
        assertEquals("", cluster("practitioner_id", "", 0));
    }

    @Test
    void practitionersAndClinicsAreAsBefore() throws InvalidJob {
        assertEquals("practitioner P7", cluster("practitioner_id", "P7", 0));
        assertEquals("", cluster("clinic_id", "P7", 0));
        assertEquals("", cluster("none", "P7", 0));
    }

    @Test
    void aFieldThatIsNotDeclaredIsRefusedWithWhatMayHaveBeenMeant() {
        InvalidJob invalid = assertThrows(InvalidJob.class, () -> job("sugery"));
        String said = invalid.problems().toString();
        assertTrue(said.contains("There is no cluster \"sugery\""), said);
        assertTrue(said.contains("surgery"), said);
    }
}
