package axial.disclosure;

import axial.clinic.Better;
import axial.clinic.Instrument;
import axial.clinic.Scaled;
import axial.evidence.Evidence;
import axial.question.Job;
import axial.sums.InMemory;
import axial.tables.BalanceRow;
import axial.tables.CertaintyRow;
import axial.tables.CsvTable;
import axial.tables.EstimateRow;
import axial.tables.FunnelRow;
import axial.tables.HarmRow;
import axial.tables.MissingRow;
import axial.tables.OverlapRow;
import axial.tables.PositivityRow;
import axial.tables.TippingRow;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A study made by chance: clinics of very different size, three arms, two outcomes, two windows, subgroups, patients who
 * are too young, have no baseline or do not come back. Its tables are made by the walk and the evidence, as in a run.
 */
final class RandomStudy {
    private static final List<String> STAGES = List.of("acute", "chronic", "subacute", "unknown");
    private static final List<String> SEXES = List.of("female", "male", "other");
    private static final String[] TREATMENTS = {
        "manipulation:cervical", "mobilization:cervical", "manipulation:thoracic"
    };
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    final Job job;
    private final Random random;
    private final List<List<WalkVisit>> patients = new ArrayList<>();
    private final double[] clinics;
    private final double[] arms;
    private final double lost;
    private final double noBaseline;
    private final double young;
    private final WalkPlan plan;
    private final int later;

    RandomStudy(long seed) {
        this(seed, 0.7);
    }

    /** The same with clinics that differ more in size. */
    RandomStudy(long seed, double spread) {
        random = new Random(seed);
        job = job(random);
        plan = WalkPlan.of(job);
        clinics = shares(3 + random.nextInt(5), spread);
        arms = shares(3, 0.5);
        lost = random.nextDouble() * 0.6;
        noBaseline = random.nextDouble() * 0.1;
        young = random.nextBoolean() ? 0 : random.nextDouble() * 0.02;
        int n = 1500 + random.nextInt(3500);
        for (int i = 0; i < n; i++) {
            patients.add(patient());
        }
        later = switch (random.nextInt(3)) {
            case 0 -> 1 + random.nextInt(10);
            case 1 -> 11 + random.nextInt(60);
            default -> n / 10 + random.nextInt(n / 5);
        };
    }

    private double[] shares(int n, double spread) {
        double[] shares = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            shares[i] = StrictMath.exp(spread * random.nextGaussian());
            sum += shares[i];
        }
        for (int i = 0; i < n; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private int drawn(double... shares) {
        double at = random.nextDouble();
        for (int i = 0; i < shares.length; i++) {
            at -= shares[i];
            if (at < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    private List<WalkVisit> patient() {
        int arm = drawn(arms);
        String clinic = "C" + drawn(clinics);
        int age = (random.nextDouble() < young ? 16 : 40) * power(Scaled.AGE_DECIMALS);
        String[] categories = plan.categories().stream()
                .map(c ->
                        c.equals("sex") ? SEXES.get(drawn(0.55, 0.42, 0.03)) : STAGES.get(drawn(0.3, 0.45, 0.2, 0.05)))
                .toArray(String[]::new);
        int[] start = {score(5, 10), score(40, 100)};
        boolean[] none = {random.nextDouble() < noBaseline, random.nextDouble() < noBaseline};
        boolean flag = random.nextDouble() < 0.01;
        List<WalkVisit> visits = new ArrayList<>();
        visits.add(visit(0, arm, flag, clinic, age, categories, scores(none, start, 0), missing()));
        for (int day : new int[] {20, 150}) {
            boolean[] gone = {random.nextDouble() < lost, random.nextDouble() < lost};
            visits.add(visit(day, arm, false, clinic, age, categories, scores(gone, start, 1 + arm * 0.3), missing()));
        }
        return visits;
    }

    private static int[] missing() {
        return new int[] {Scaled.MISSING, Scaled.MISSING};
    }

    private static int power(int decimals) {
        return BigDecimal.ONE.scaleByPowerOfTen(decimals).intValueExact();
    }

    private int score(double mean, int max) {
        return (int) Math.max(0, Math.min(max, StrictMath.round(mean + random.nextGaussian() * max / 5)));
    }

    private int[] scores(boolean[] gone, int[] start, double better) {
        int[] scores = new int[2];
        for (int o = 0; o < 2; o++) {
            int max = o == 0 ? 10 : 100;
            int now = better == 0 ? start[o] : Math.min(start[o], score(start[o] - better * max / 10, max));
            scores[o] = gone[o]
                    ? Scaled.MISSING
                    : Scaled.steps(
                            BigDecimal.valueOf(now),
                            job.outcomes().get(o).instrument().storedDecimals());
        }
        return scores;
    }

    private WalkVisit visit(
            int day, int arm, boolean flag, String clinic, int age, String[] categories, int[] before, int[] after) {
        boolean asked = random.nextDouble() < 0.6;
        int severity = random.nextDouble() < 0.1 ? drawn(0.9, 0.08, 0.02) : -1;
        return new WalkVisit(
                day,
                day == 0 ? TREATMENTS[arm] : "",
                flag ? "cord_signs" : "",
                clinic,
                "",
                age,
                categories,
                new int[0],
                before,
                after,
                asked,
                severity,
                new int[0]);
    }

    /** How many patients the second of two releases has more: a few, some dozens, or a good part. */
    int later() {
        return later;
    }

    int patients() {
        return patients.size();
    }

    /** The tables as counted, of all patients or, for an earlier release, without the last ones. */
    Release counted(int withoutLast) {
        InMemory seen = InMemory.of(job, patients.subList(0, patients.size() - withoutLast));
        Evidence evidence = seen.evidence();
        return new Release(
                evidence.estimates(),
                evidence.clinics(),
                evidence.flow(),
                evidence.safety(),
                seen.quality(),
                further(evidence, seen.harms(evidence)));
    }

    /** All tables of a run as counted, those too that hold shares and words, but of time. */
    Release everythingCounted() {
        InMemory seen = InMemory.of(job, patients);
        Evidence evidence = seen.evidence();
        Map<String, CsvTable> further = further(evidence, seen.harms(evidence));
        List<EstimateRow> estimates = evidence.estimates();
        List<BalanceRow> balance = evidence.balance();
        List<OverlapRow> overlap = evidence.overlap();
        further.put("overlap", table(OverlapRow.COLUMNS, overlap, OverlapRow::cells));
        further.put("positivity", table(PositivityRow.COLUMNS, evidence.positivity(), PositivityRow::cells));
        further.put(
                "certainty",
                table(CertaintyRow.COLUMNS, evidence.certainty(estimates, balance, overlap), CertaintyRow::cells));
        return new Release(estimates, evidence.clinics(), evidence.flow(), evidence.safety(), seen.quality(), further);
    }

    private static Map<String, CsvTable> further(Evidence evidence, List<HarmRow> harms) {
        Map<String, CsvTable> further = new LinkedHashMap<>();
        further.put("balance", table(BalanceRow.COLUMNS, evidence.balance(), BalanceRow::cells));
        further.put("missing", table(MissingRow.COLUMNS, evidence.missing(), MissingRow::cells));
        further.put("tipping", table(TippingRow.COLUMNS, evidence.tipping(), TippingRow::cells));
        further.put("funnel", table(FunnelRow.COLUMNS, evidence.funnel(), FunnelRow::cells));
        further.put("harms", table(HarmRow.COLUMNS, harms, HarmRow::cells));
        return further;
    }

    private static <T> CsvTable table(List<String> columns, List<T> rows, Function<T, List<String>> cells) {
        return new CsvTable(columns, rows.stream().map(cells).toList());
    }

    private static Job job(Random random) {
        Job.Question first = question("first", "manipulation", List.of("mobilization"), random.nextBoolean());
        Job.Question second = question("second", "thoracic", List.of("mobilization"), random.nextBoolean());
        Job.Question third = question("third", "thoracic", List.of("manipulation", "mobilization"), false);
        List<Job.Question> questions = new ArrayList<>(List.of(first, second));
        if (random.nextBoolean()) {
            questions.add(third);
        }
        Map<String, Instrument> catalogue = Map.of("pain", instrument("pain", 10), "ndi", instrument("ndi", 100));
        return new Job(
                "a study",
                null,
                List.of(),
                null,
                new Job.Cohort(90, true, BigDecimal.valueOf(18), 14, Job.RedFlags.ANY),
                List.of(
                        new Job.Arm("manipulation", List.of(TREATMENTS[0])),
                        new Job.Arm("mobilization", List.of(TREATMENTS[1])),
                        new Job.Arm("thoracic", List.of(TREATMENTS[2]))),
                List.of(
                        new Job.Outcome("pain", instrument("pain", 10)),
                        new Job.Outcome("ndi", instrument("ndi", 100))),
                List.of(new Job.Window("short", 2, 91, 28), new Job.Window("long", 92, 364, 182)),
                List.of("baseline"),
                Job.Cluster.CLINIC_ID,
                List.of(),
                new Job.Disclosure(false, 11),
                questions,
                catalogue);
    }

    private static Job.Question question(String id, String arm, List<String> comparator, boolean subgroups) {
        @Nullable String answerable = null;
        return new Job.Question(
                id,
                "?",
                List.of(arm),
                comparator,
                List.of("pain", "ndi"),
                List.of("short", "long"),
                Map.of(),
                subgroups ? List.of("sex", "symptom_stage") : List.of(),
                Map.of(),
                answerable);
    }

    private static Instrument instrument(String id, int max) {
        return new Instrument(id, id, "points", BigDecimal.ZERO, BigDecimal.valueOf(max), 0, Better.LOWER, TWO, "");
    }
}
