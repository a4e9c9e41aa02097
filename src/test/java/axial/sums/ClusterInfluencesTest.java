package axial.sums;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Scaled;
import axial.evidence.Evidence;
import axial.question.Job;
import axial.walk.CovariatePatterns;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodesByPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClusterInfluencesTest {
    private static final int CLUSTERS = 7;
    private static final int EPISODES = 3000;
    private static final int NOBODY = 5;

    /** What is cut off an influence, at most. */
    private static final BigDecimal CUT =
            BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(52));

    private static EpisodeModel model;
    private static EpisodesByPattern part;

    /** One episode: what it adds to each estimate, in what cluster; lost where it was not followed. */
    private record One(int cluster, double[] unchanged, double[] slope, int change, double lost) {
        /** What it adds to one estimate, in plain doubles; nothing where it is not in the analysis. */
        double of(int estimate) {
            if (change != Scaled.MISSING) {
                return unchanged[estimate] + slope[estimate] * change;
            }
            return estimate == 0 && !Double.isNaN(lost) ? lost : 0;
        }

        boolean counts() {
            return change != Scaled.MISSING || !Double.isNaN(lost);
        }
    }

    @BeforeAll
    static void oneModelOfSeveralEstimates() throws Exception {
        Job job = MadePatients.job("clinic_id");
        InMemory patients = InMemory.of(job, MadePatients.visits(job, MadePatients.rows(new Random(1), 300, 2, 0)));
        Evidence evidence = patients.sumsOnly();
        new ModelPasses(patients).count(evidence);
        model = new Propensity(evidence.requests().models().get(0));
        assertTrue(model.estimates() > 1);
        EpisodeBlock block = patients.inEach(each -> each).get(0);
        part = CovariatePatterns.ofEach(block);
    }

    /** Influences of all sizes, most of them about one, in all clusters but one. */
    private static List<One> episodes(Random dice) {
        List<One> episodes = new ArrayList<>();
        for (int i = 0; i < EPISODES; i++) {
            int cluster = dice.nextInt(CLUSTERS - 1);
            int size = dice.nextInt(20) == 0 ? dice.nextInt(60) - 20 : dice.nextInt(6) - 3;
            double[] unchanged = new double[model.estimates()];
            double[] slope = new double[model.estimates()];
            Arrays.setAll(unchanged, e -> Math.scalb(2 * dice.nextDouble() - 1, size));
            Arrays.setAll(slope, e -> Math.scalb(2 * dice.nextDouble() - 1, size - 24));
            boolean followed = dice.nextInt(10) > 0;
            int change = followed ? (dice.nextInt(21) - 10) * 1_000_000 : Scaled.MISSING;
            double lost = dice.nextBoolean() ? dice.nextGaussian() : Double.NaN;
            episodes.add(new One(cluster < NOBODY ? cluster : NOBODY + 1, unchanged, slope, change, lost));
        }
        return episodes;
    }

    private static ClusterInfluences added(List<One> episodes) {
        int[] changes = episodes.stream().mapToInt(One::change).toArray();
        int[] clusterOf = episodes.stream().mapToInt(One::cluster).toArray();
        ClusterInfluences added = new ClusterInfluences(model, part, 1, clusterOf, CLUSTERS);
        for (int at = 0; at < changes.length; at++) {
            One one = episodes.get(at);
            added.add(at, at + 1, changes, one.unchanged(), one.slope(), one.lost());
        }
        return added;
    }

    private static double[] sums(OrderFreeSums sums) {
        return IntStream.range(0, CLUSTERS * model.estimates())
                .mapToDouble(sums::sum)
                .toArray();
    }

    @Test
    void eachSumIsThePlainOneButForWhatIsCutOffEachInfluence() {
        List<One> episodes = episodes(new Random(2));
        ClusterInfluences added = added(episodes);
        double[] found = sums(added.sums());
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
            int here = cluster;
            List<One> own =
                    episodes.stream().filter(one -> one.cluster() == here).toList();
            assertEquals(own.stream().anyMatch(One::counts), added.met()[cluster], "cluster " + cluster);
            for (int e = 0; e < model.estimates(); e++) {
                int estimate = e;
                BigDecimal exact = own.stream()
                        .map(one -> new BigDecimal(one.of(estimate)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal off = new BigDecimal(found[cluster * model.estimates() + e])
                        .subtract(exact)
                        .abs();
                BigDecimal allowed =
                        CUT.multiply(BigDecimal.valueOf(own.size())).add(new BigDecimal(Math.ulp(exact.doubleValue())));
                assertTrue(off.compareTo(allowed) <= 0, "off by " + off.doubleValue() + " in cluster " + cluster);
            }
        }
        assertTrue(!added.met()[NOBODY] && added.met()[NOBODY + 1]);
    }

    @Test
    void theSumsAreTheSameHoweverEpisodesAreShuffledAndSplit() {
        Random dice = new Random(3);
        List<One> episodes = episodes(dice);
        double[] once = sums(added(episodes).sums());
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(episodes, dice);
            OrderFreeSums merged = new OrderFreeSums(once.length);
            for (int from = 0; from < EPISODES; ) {
                int to = Math.min(EPISODES, from + 1 + dice.nextInt(1500));
                OrderFreeSums some = added(episodes.subList(from, to)).sums();
                for (int sum = 0; sum < once.length; sum++) {
                    merged.addSum(sum, some, sum);
                }
                from = to;
            }
            assertArrayEquals(once, sums(merged));
        }
    }

    @Test
    void moreThanTwoDoublesHoldAreCarriedWithoutLoss() {
        int run = 1 << 20;
        int runs = 17;
        double influence = 127 + 0x1p-22 + 0x1p-40;
        double[] slope = new double[model.estimates()];
        double[] unchanged = new double[model.estimates()];
        unchanged[0] = influence;
        ClusterInfluences added = new ClusterInfluences(model, part, 1, new int[run], 1);
        for (int i = 0; i < runs; i++) {
            added.add(0, run, new int[run], unchanged, slope, Double.NaN);
        }
        BigDecimal exact = new BigDecimal(influence).multiply(BigDecimal.valueOf((long) run * runs));
        assertEquals(exact.doubleValue(), added.sums().sum(0));
    }
}
