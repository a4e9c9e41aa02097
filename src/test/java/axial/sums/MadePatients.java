package axial.sums;

import axial.clinic.Scaled;
import axial.question.Job;
import axial.question.JobFile;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Patients of three treatments whose choice, change and follow-up depend on baseline, age and sex; rows as plain numbers. */
public final class MadePatients {
    static final List<String> TOKENS =
            List.of("mobilization:cervical", "manipulation:cervical", "manipulation:thoracic");
    static final int CLINICS = 9;

    /** A patient: covariates with the intercept, arm, change (NaN where not followed). */
    public record Row(double[] x, int arm, double change) {
        public boolean followed() {
            return !Double.isNaN(change);
        }
    }

    private MadePatients() {}

    public static Job job(String cluster) throws Exception {
        return JobFile.parse("made", """
                axial: 1
                title: Made patients
                visits: [{ path: visits.csv }]
                outcomes: { pain_nprs: { mcid: 2 } }
                windows: { short: { from: 2, to: 91, target: 28 } }
                adjust_for: [baseline, age_years, sex]
                cluster: %s
                disclosure: { profile: trusted, min_cell: 2 }
                arms:
                  mobilization: [mobilization:cervical]
                  manipulation: [manipulation:cervical]
                  thoracic: [manipulation:thoracic]
                questions:
                  - { id: one, ask: "Which?", arm: manipulation, comparator: mobilization, margins: { pain_nprs: 1 } }
                  - { id: other, ask: "Which?", arm: mobilization, comparator: manipulation, margins: { pain_nprs: 1 } }
                """.formatted(cluster));
    }

    /** Rows of {@code arms} treatments, of whom a share is lost. */
    public static List<Row> rows(Random random, int n, int arms, double lost) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int baseline = 3 + random.nextInt(7);
            int age = 20 + random.nextInt(60);
            int sex = random.nextInt(2);
            double pull = (baseline - 6) / 4.0 - (age - 50) / 40.0 + sex;
            int arm = random.nextDouble() < 1 / (1 + Math.exp(-pull)) ? 1 : 0;
            arm = arms == 3 && random.nextDouble() < 0.3 ? 2 : arm;
            int after = Math.max(0, Math.min(10, baseline - 2 + (arm == 1 ? -1 : 0) + random.nextInt(5) - 2 + sex));
            boolean gone = random.nextDouble() < lost * (1 + (arm == 1 ? 0.5 : 0) + sex / 2.0);
            rows.add(new Row(new double[] {1, baseline, age / 10.0, sex}, arm, gone ? Double.NaN : after - baseline));
        }
        return rows;
    }

    /** The same as visits; patient i comes to clinic i mod {@link #CLINICS}. */
    public static List<List<WalkVisit>> visits(Job job, List<Row> rows) {
        WalkPlan plan = WalkPlan.of(job);
        List<List<WalkVisit>> patients = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int baseline = (int) row.x()[1];
            List<WalkVisit> visits = new ArrayList<>(List.of(visit(plan, i, 0, TOKENS.get(row.arm()), row, baseline)));
            if (row.followed()) {
                visits.add(visit(plan, i, 28, "", row, (int) (baseline + row.change())));
            }
            patients.add(visits);
        }
        return patients;
    }

    private static WalkVisit visit(WalkPlan plan, int i, int day, String treatments, Row row, int pain) {
        int age = (int) Math.round(row.x()[2] * 10) * 10_000;
        int[] none = new int[plan.outcomes().size()];
        Arrays.fill(none, Scaled.MISSING);
        int[] before = {(int) (pain * plan.stepsPerUnit()[0])};
        return new WalkVisit(
                day,
                treatments,
                "",
                "C" + i % CLINICS,
                "",
                age,
                plan.categories().stream()
                        .map(c -> c.equals("sex") ? row.x()[3] == 1 ? "male" : "female" : "unknown")
                        .toArray(String[]::new),
                plan.numbers().stream().mapToInt(n -> age).toArray(),
                before,
                none,
                false,
                -1,
                new int[0]);
    }
}
