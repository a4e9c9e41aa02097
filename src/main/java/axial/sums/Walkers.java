package axial.sums;

import axial.question.Job;
import axial.walk.HarmSums;
import axial.walk.LevelSums;
import axial.walk.VascularSums;
import axial.walk.VisitLayout;
import axial.walk.WalkPlan;
import axial.walk.WalkSums;
import axial.walk.WindowSums;
import java.util.List;

/** Who goes along in the one pass over all patients, beside the walk from visits to changes. */
final class Walkers {
    private Walkers() {}

    /** Walkers that have not seen anybody; a further one is a line here, and what it asks of the job one in {@link Rules}. */
    static List<WalkSums> of(Job job, WalkPlan plan) {
        return List.of(
                new PatientChecks(CheckPlan.of(job), plan),
                new LevelSums(job, plan),
                new WindowSums(job, plan),
                new HarmSums(plan, !screenings(job).isEmpty()),
                new VascularSums(plan),
                new ClinicMonths(job, plan));
    }

    /** The columns that all of them read. */
    static VisitLayout layout(Job job, WalkPlan plan) {
        return VisitLayout.of(
                plan,
                CheckPlan.of(job).fields().stream()
                        .map(CheckPlan.ScoreField::name)
                        .toList(),
                screenings(job));
    }

    private static List<String> screenings(Job job) {
        return job.fields().stream()
                .filter(field -> !field.number() && field.id().startsWith(VisitLayout.SCREENED))
                .map(Job.Field::id)
                .toList();
    }
}
