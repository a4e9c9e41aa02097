package axial.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Scaled;
import axial.question.Job;
import axial.question.JobFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What cells know of some arms and a level, beside a look through every episode. */
class ChosenCellsTest {
    private static final List<String> TOKENS =
            List.of("mobilization:cervical", "manipulation:cervical", "manipulation:thoracic");
    private static final int POINT = 1_000_000;
    private static final int PARTS = 3;

    private final Job job = JobFile.parse("chosen", """
            axial: 1
            title: Chosen
            visits: [{ path: visits.csv }]
            outcomes: { pain_nprs: { mcid: 2 } }
            windows: { immediate: { from: 0, to: 1, target: 0 }, short: { from: 2, to: 91, target: 28 } }
            adjust_for: [baseline, age_years, sex, symptom_stage]
            cluster: practitioner_id
            disclosure: { profile: trusted, min_cell: 1 }
            arms:
              mobilization: [mobilization:cervical]
              manipulation: [manipulation:cervical]
              thoracic: [manipulation:thoracic]
            questions:
              - id: all
                ask: "Which?"
                arm: [manipulation, thoracic]
                comparator: mobilization
                subgroups: [sex, symptom_stage, age_band, baseline_severity]
            """);

    private final WalkPlan plan = WalkPlan.of(job);
    private final Cells cells = new Cells(plan);
    private final List<EpisodeRow> episodes = new ArrayList<>();

    ChosenCellsTest() throws Exception {
        Random dice = new Random(4);
        for (int part = 0; part < PARTS; part++) {
            Cells here = new Cells(plan);
            LevelSums levels = new LevelSums(job, plan);
            EpisodeBlock block = new EpisodeBlock(plan);
            PatientWalk walk = new PatientWalk(plan, here, block::add);
            for (int patient = 0; patient < 200; patient++) {
                walk.walk(WalkVisit.patient(plan, visits(dice)));
            }
            int[] order = block.byClinicAndArm();
            here.addEpisodes(block, order);
            levels.addEpisodes(block, order);
            cells.addAll(here);
            cells.addAll(levels.cells());
            block.forEach(episodes::add);
        }
    }

    private List<WalkVisit> visits(Random dice) {
        String clinic = "C" + dice.nextInt(3);
        String practitioner = clinic + "-" + dice.nextInt(3);
        String treatment = TOKENS.get(dice.nextInt(3));
        int age = dice.nextInt(20) == 0 ? Scaled.MISSING : (20 + dice.nextInt(60)) * 10_000;
        String[] categories = plan.categories().stream()
                .map(category -> switch (category) {
                    case "sex" -> List.of("female", "male", "unknown").get(dice.nextInt(3));
                    case WalkPlan.STAGE ->
                        List.of("acute", "subacute", "chronic", "unknown").get(dice.nextInt(4));
                    default -> "unknown";
                })
                .toArray(String[]::new);
        List<WalkVisit> visits = new ArrayList<>();
        for (int day : dice.nextInt(3) == 0 ? new int[] {0} : new int[] {0, 28}) {
            int[] before = {dice.nextInt(8) == 0 ? Scaled.MISSING : dice.nextInt(11) * POINT};
            int[] after = {dice.nextInt(3) == 0 ? Scaled.MISSING : dice.nextInt(11) * POINT};
            visits.add(new WalkVisit(
                    day,
                    day == 0 ? treatment : "",
                    "",
                    clinic,
                    practitioner,
                    age == Scaled.MISSING ? 400_000 : age,
                    categories,
                    new int[] {age},
                    before,
                    after,
                    false,
                    -1,
                    new int[0]));
        }
        return visits;
    }

    private List<EpisodeRow> episodes(List<Integer> arms, String subgroup) {
        return episodes.stream()
                .filter(episode -> arms.contains(episode.arm()))
                .filter(episode -> episode.baselines()[0] != Scaled.MISSING)
                .filter(episode -> subgroup.isEmpty() || levels(episode).contains(subgroup))
                .toList();
    }

    private List<String> levels(EpisodeRow episode) {
        List<String> levels = new ArrayList<>();
        for (int c = 0; c < plan.categories().size(); c++) {
            levels.add(plan.categories().get(c) + "=" + episode.categories()[c]);
        }
        Bands bands = plan.severityBands().get(0);
        levels.add(Bands.SEVERITY + "=" + bands.word(bands.index(episode.baselines()[0])));
        return levels;
    }

    /** Everybody, every level that turned up, and some that did not. */
    private Stream<String> subgroups() {
        TreeSet<String> all = new TreeSet<>(cells.subgroups());
        assertTrue(
                all.containsAll(List.of("sex=male", "symptom_stage=chronic", "baseline_severity=under_3")),
                () -> all + " turned up");
        all.addAll(List.of("", "sex=neither", "baseline_severity=over_11", "never=asked"));
        return all.stream();
    }

    @Test
    void countsAreThoseOfTheEpisodesOfTheArmsAndTheLevel() {
        subgroups().forEach(subgroup -> {
            for (List<Integer> arms : List.of(List.of(0), List.of(1, 2), List.of(0, 1, 2), List.<Integer>of())) {
                ChosenCells chosen = cells.of(arms, subgroup);
                List<EpisodeRow> here = episodes(arms, subgroup);
                assertEquals(here.size(), chosen.withBaseline(0), subgroup);
                for (int window = 0; window < 2; window++) {
                    int at = window;
                    assertEquals(here.stream().filter(e -> followed(e, at)).count(), chosen.withFollowUp(at), subgroup);
                    assertEquals(here.stream().filter(e -> complete(e, at)).count(), chosen.analysed(at), subgroup);
                    Map<String, long[]> byClinic = new TreeMap<>();
                    here.forEach(e ->
                            byClinic.merge(e.clinic(), new long[] {1, followed(e, at) ? 1 : 0}, ChosenCellsTest::plus));
                    chosen.followUp(at)
                            .forEach((clinic, counts) ->
                                    assertArrayEquals(byClinic.getOrDefault(clinic, new long[2]), counts, clinic));
                    assertTrue(chosen.followUp(at).keySet().containsAll(byClinic.keySet()), subgroup);
                }
            }
        });
    }

    @Test
    void sumsAreThoseOfTheEpisodesClinicByClinicAndClusterByCluster() {
        subgroups().forEach(subgroup -> {
            for (List<Integer> arms : List.of(List.of(0), List.of(1, 2), List.of(0, 1, 2))) {
                for (int window = 0; window < 2; window++) {
                    int at = window;
                    Map<Cells.Unit, List<long[]>> rows = new TreeMap<>();
                    episodes(arms, subgroup).stream()
                            .filter(e -> complete(e, at))
                            .forEach(e -> rows.computeIfAbsent(
                                            new Cells.Unit(e.clinic(), e.cluster()), u -> new ArrayList<>())
                                    .add(row(e, at)));
                    Map<Cells.Unit, ExactSums> sums = cells.of(arms, subgroup).sums(at);
                    assertEquals(rows.keySet(), sums.keySet(), subgroup);
                    rows.forEach((unit, of) -> assertProducts(of, sums.get(unit), subgroup + " " + unit));
                }
            }
        });
    }

    @Test
    void changesAreThoseOfTheEpisodes() {
        subgroups().forEach(subgroup -> {
            for (List<Integer> arms : List.of(List.of(0), List.of(1, 2))) {
                for (int window = 0; window < 2; window++) {
                    int at = window;
                    long[] changes = episodes(arms, subgroup).stream()
                            .filter(e -> complete(e, at))
                            .mapToLong(e -> e.changes()[at])
                            .sorted()
                            .toArray();
                    ValueTally tally = cells.of(arms, subgroup).changes(at);
                    long[] found = new long[changes.length];
                    int n = 0;
                    long[] steps = tally.steps(POINT);
                    for (int i = 0; i < steps.length; i++) {
                        int end = n + (int) tally.counts()[i];
                        Arrays.fill(found, n, end, steps[i]);
                        n = end;
                    }
                    assertArrayEquals(changes, found, subgroup);
                }
            }
        });
    }

    private static long[] plus(long[] one, long[] other) {
        return new long[] {one[0] + other[0], one[1] + other[1]};
    }

    private static boolean followed(EpisodeRow episode, int at) {
        return episode.changes()[at] != Scaled.MISSING;
    }

    private static boolean complete(EpisodeRow episode, int at) {
        return followed(episode, at) && episode.numbers()[0] != Scaled.MISSING;
    }

    /** The row of the matrix whose products the sums are of. */
    private long[] row(EpisodeRow episode, int at) {
        long[] row = new long[cells.columns()];
        row[ExactSums.ONE] = 1;
        row[ExactSums.BASELINE] = episode.baselines()[0];
        row[ExactSums.CHANGE] = episode.changes()[at];
        row[3] = episode.numbers()[0];
        cells.levels().forEach((level, column) -> row[column] = levels(episode).contains(level) ? 1 : 0);
        return row;
    }

    private static void assertProducts(List<long[]> rows, ExactSums sums, String whose) {
        for (int i = 0; i < rows.get(0).length; i++) {
            for (int j = 0; j <= i; j++) {
                BigInteger expected = BigInteger.ZERO;
                for (long[] row : rows) {
                    expected = expected.add(BigInteger.valueOf(row[i]).multiply(BigInteger.valueOf(row[j])));
                }
                assertEquals(expected, sums.product(i, j), whose + ", columns " + i + " and " + j);
            }
        }
    }
}
