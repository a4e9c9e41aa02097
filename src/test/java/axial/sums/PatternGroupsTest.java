package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Scaled;
import axial.question.Job;
import axial.walk.CovariatePatterns;
import axial.walk.Design;
import axial.walk.Design.Column;
import axial.walk.Design.Kind;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodeRow;
import axial.walk.PatternGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models pass over patterns group by group and run by run; here beside one look at each episode. */
class PatternGroupsTest {
    private static final int POINT = 1_000_000;
    private static final int YEAR = 10_000;
    private static final Design DESIGN = new Design(
            List.of(
                    new Column(Kind.ONE, 0, "", 0, 0, 1),
                    new Column(Kind.BASELINE, 0, "", 1, 6 * POINT, POINT),
                    new Column(Kind.NUMBER, 0, "", 3, 50 * YEAR, 10 * YEAR),
                    new Column(Kind.LEVEL, 0, "male", 4, 0, 1)),
            0,
            POINT);
    private static final int[] COLUMNS = {0, 1, 2, 3};
    private static final double[] BETA = {0.3, -0.2, 0.4, 0.7};
    private static final int[] SIDES = {0, 1, -1};
    private static final double NEAR = 1e-12;

    private final List<EpisodeRow> episodes = new ArrayList<>();
    private List<PatternGroups> parts;

    @BeforeEach
    void walk() throws Exception {
        Job job = MadePatients.job("clinic_id");
        InMemory patients = InMemory.of(job, MadePatients.visits(job, MadePatients.rows(new Random(6), 900, 3, 0.2)));
        for (EpisodeBlock block : patients.inEach(part -> part)) {
            block.forEach(episodes::add);
        }
        List<CovariatePatterns> patterns = patients.patterns().inEach(part -> part);
        parts = patterns.stream().map(part -> part.ofOutcome(0).groups()).toList();
    }

    private static ModelPart part(PatternGroups patterns) {
        ModelColumns columns = new ModelColumns(patterns, DESIGN, COLUMNS);
        return new ModelPart(patterns, columns, SIDES, columns.where(levels -> true), null);
    }

    @Test
    void everyEpisodeIsCountedInTheOnePatternThatIsLikeIt() {
        Map<List<Object>, List<Long>> byHand = new HashMap<>();
        for (EpisodeRow episode : episodes) {
            int change = episode.changes()[0];
            byHand.merge(
                    List.of(episode.arm(), List.of(episode.categories()), episode.numbers()[0], episode.baselines()[0]),
                    List.of(1L, change == Scaled.MISSING ? 0L : 1L, change == Scaled.MISSING ? 0L : change),
                    PatternGroupsTest::plus);
        }
        Map<List<Object>, List<Long>> found = new HashMap<>();
        for (PatternGroups part : parts) {
            for (int group = 0; group < part.groups(); group++) {
                for (int run = part.firstRun(group); run < part.firstRun(group + 1); run++) {
                    for (int p = part.firstPattern(run); p < part.firstPattern(run + 1); p++) {
                        found.put(
                                List.of(
                                        part.arm(group),
                                        List.of(part.combinations().get(part.combination(group))),
                                        part.numbers()[part.numbersOf(run)][0],
                                        part.baselines()[part.baselineOf(p)]),
                                List.of((long) part.episodes()[p], (long) part.followed(0)[p], part.changes(0)[p]));
                    }
                }
            }
        }
        assertEquals(byHand, found);
    }

    private static List<Long> plus(List<Long> one, List<Long> other) {
        return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2));
    }

    @Test
    void aGroupIsWholeInOnePartAndStandsInOrder() {
        Set<List<Object>> met = new HashSet<>();
        for (PatternGroups part : parts) {
            for (int group = 0; group < part.groups(); group++) {
                String[] levels = part.combinations().get(part.combination(group));
                assertTrue(met.add(List.of(part.arm(group), List.of(levels))), "a group in two places");
                for (int run = part.firstRun(group); run < part.firstRun(group + 1); run++) {
                    assertTrue(run == part.firstRun(group) || part.numbersOf(run) > part.numbersOf(run - 1));
                    for (int p = part.firstPattern(run) + 1; p < part.firstPattern(run + 1); p++) {
                        assertTrue(part.baselineOf(p) > part.baselineOf(p - 1));
                    }
                }
            }
        }
        assertTrue(met.size() >= 6, "only " + met.size() + " groups");
    }

    @Test
    void aStepOfNewtonSumsWhatEveryEpisodeAdds() {
        int p = COLUMNS.length;
        OrderFreeSums found = new OrderFreeSums(p + Triangle.size(p));
        for (PatternGroups patterns : parts) {
            ModelPart part = part(patterns);
            Odds odds = new Predictor(part.columns(), BETA).odds();
            part.each(new NewtonSums(part.columns(), found, 0) {
                @Override
                public void row(int pattern, int side, int kind, int numbers, int baseline) {
                    int n = patterns.episodes()[pattern];
                    add(baseline, odds.against(kind, numbers, baseline), n * side, n * (1 - side));
                }
            });
        }
        double[] byHand = new double[p + Triangle.size(p)];
        for (EpisodeRow episode : episodes) {
            int side = SIDES[episode.arm()];
            if (side >= 0) {
                double[] x = DESIGN.row(episode, side == 1, 0);
                double e = 1 / (1 + StrictMath.exp(dot(BETA, x)));
                for (int i = 0; i < p; i++) {
                    byHand[i] += x[i] * (side - e);
                    for (int j = 0; j <= i; j++) {
                        byHand[p + Triangle.place(i, j)] += e * (1 - e) * x[i] * x[j];
                    }
                }
            }
        }
        assertEquals(byHand.length, found.size());
        for (int i = 0; i < byHand.length; i++) {
            assertEquals(byHand[i], found.sum(i), NEAR * (1 + Math.abs(byHand[i])), "sum " + i);
        }
    }

    @Test
    void oddsAreTheExponentOfThePredictorHoweverLarge() {
        for (double size : new double[] {0, 1, 40, 300, -300, 1e5}) {
            double[] beta = Arrays.stream(BETA).map(b -> b * size).toArray();
            for (PatternGroups patterns : parts) {
                ModelPart part = part(patterns);
                Odds odds = new Predictor(part.columns(), beta).odds();
                double[] x = new double[COLUMNS.length];
                part.each((pattern, side, kind, numbers, baseline) -> {
                    part.columns().row(kind, numbers, baseline, x);
                    double expected = StrictMath.exp(dot(beta, x));
                    double found = odds.of(kind, numbers, baseline);
                    double close = 1e-10 * expected;
                    assertTrue(found == expected || Math.abs(found - expected) <= close, found + " for " + expected);
                });
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
