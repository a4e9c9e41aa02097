package axial.walk;

import axial.clinic.Scaled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A visit made by hand, in the words of the contract; scores in whole points, null where missing. */
final class VisitFixture {
    static final int POINT = 1_000_000;

    final int day;
    final TreeSet<String> tokens = new TreeSet<>();
    boolean redFlag = false;

    @Nullable
    Integer age = 40;

    @Nullable
    Integer pain;

    @Nullable
    Integer painAfter;

    boolean asked = false;
    int severity = -1;

    private VisitFixture(int day) {
        this.day = day;
    }

    static VisitFixture on(int day) {
        return new VisitFixture(day);
    }

    VisitFixture treated(String... given) {
        tokens.addAll(Arrays.asList(given));
        return this;
    }

    VisitFixture redFlag() {
        redFlag = true;
        return this;
    }

    VisitFixture aged(@Nullable Integer years) {
        age = years;
        return this;
    }

    VisitFixture pain(@Nullable Integer points) {
        pain = points;
        return this;
    }

    VisitFixture painAfter(@Nullable Integer points) {
        painAfter = points;
        return this;
    }

    VisitFixture askedAboutHarm(int severityOrNone) {
        asked = true;
        severity = severityOrNone;
        return this;
    }

    VisitFixture harmNobodyAskedAbout(int severityToldAnyway) {
        severity = severityToldAnyway;
        return this;
    }

    /** The visit as the walk wants it; disability is never scored. */
    WalkVisit asWalkVisit(WalkPlan plan) {
        int[] before = new int[plan.outcomes().size()];
        int[] after = before.clone();
        Arrays.fill(before, Scaled.MISSING);
        Arrays.fill(after, Scaled.MISSING);
        int outcome = plan.outcomes().indexOf(axial.JobFixture.PAIN);
        before[outcome] = steps(pain, POINT);
        after[outcome] = steps(painAfter, POINT);
        int years = steps(age, 10_000);
        int[] numbers = new int[plan.numbers().size()];
        Arrays.fill(numbers, years);
        String[] categories = new String[plan.categories().size()];
        Arrays.fill(categories, "unknown");
        return new WalkVisit(
                day,
                String.join(";", tokens),
                redFlag ? "cord_signs" : "",
                "C1",
                "",
                years,
                categories,
                numbers,
                before,
                after,
                asked,
                severity,
                new int[0]);
    }

    static PatientVisits asPatient(WalkPlan plan, List<VisitFixture> visits) {
        List<WalkVisit> walked = new ArrayList<>();
        visits.forEach(v -> walked.add(v.asWalkVisit(plan)));
        return WalkVisit.patient(plan, walked);
    }

    private static int steps(@Nullable Integer points, int stepsPerPoint) {
        return points == null ? Scaled.MISSING : points * stepsPerPoint;
    }
}
