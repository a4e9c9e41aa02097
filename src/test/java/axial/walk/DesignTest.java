package axial.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Scaled;
import axial.walk.Design.Column;
import axial.walk.Design.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DesignTest {
    private static final List<String> LEVELS = List.of("female", "male", "unknown");
    private static final int FIRST_LEVEL = 4;

    private static Design design(double unit) {
        return new Design(
                List.of(
                        new Column(Kind.ONE, 0, "", ExactSums.ONE, 0, 1),
                        new Column(Kind.ARM, 0, "", ExactSums.ONE, 0, 1),
                        new Column(Kind.BASELINE, 0, "", ExactSums.BASELINE, 6_100, unit),
                        new Column(Kind.NUMBER, 0, "", 3, 410_003, unit * 3),
                        new Column(Kind.LEVEL, 0, "male", FIRST_LEVEL + 1, 0, 1),
                        new Column(Kind.LEVEL, 0, "unknown", FIRST_LEVEL + 2, 0, 1)),
                -2_050,
                unit * 0.7);
    }

    private static List<EpisodeRow> episodes(int count) {
        Random dice = new Random(11);
        List<EpisodeRow> episodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            episodes.add(new EpisodeRow(
                    i,
                    0,
                    "C1",
                    "",
                    "",
                    0,
                    1,
                    0,
                    new String[] {LEVELS.get(dice.nextInt(LEVELS.size()))},
                    new int[] {180_000 + dice.nextInt(600_000)},
                    new int[] {dice.nextInt(10_000)},
                    new int[] {dice.nextInt(10_000) - 7_000}));
        }
        return episodes;
    }

    private static ExactSums sums(List<EpisodeRow> episodes) {
        ExactSums sums = new ExactSums();
        for (EpisodeRow e : episodes) {
            int level = FIRST_LEVEL + LEVELS.indexOf(e.categories()[0]);
            sums.add(
                    new int[] {0, 1, 2, 3, level},
                    new int[] {1, e.baselines()[0], e.changes()[0], e.numbers()[0], 1},
                    5);
        }
        return sums;
    }

    private static double cell(Design design, EpisodeRow episode, boolean inArm, int column) {
        return column < 0 ? design.change(episode.changes()[0]) : design.row(episode, inArm, 0)[column];
    }

    @Test
    void productsFromSumsAreProductsOfRows() {
        for (double unit : new double[] {1, 1234.5}) {
            Design design = design(unit);
            List<EpisodeRow> episodes = episodes(500);
            ExactSums sums = sums(episodes);
            for (boolean inArm : new boolean[] {true, false}) {
                for (int a = -1; a < design.columns().size(); a++) {
                    for (int b = -1; b < design.columns().size(); b++) {
                        double expected = 0;
                        double size = 0;
                        for (EpisodeRow e : episodes) {
                            double product = cell(design, e, inArm, a) * cell(design, e, inArm, b);
                            expected += product;
                            size += Math.abs(product);
                        }
                        assertEquals(
                                expected, design.product(sums, inArm, a, b), size * 1e-12, inArm + " " + a + " " + b);
                    }
                }
            }
        }
    }

    @Test
    void aTriangleHoldsEveryProductOfTheColumnsThatAreAskedFor() {
        Design design = design(1234.5);
        ExactSums sums = sums(episodes(500));
        int[] asked = {-1, 0, 1, 3, 5};
        for (boolean inArm : new boolean[] {true, false}) {
            double[][] products = design.products(sums, inArm, asked);
            for (int i = 0; i < asked.length; i++) {
                assertEquals(i + 1, products[i].length);
                for (int j = 0; j <= i; j++) {
                    assertEquals(design.product(sums, inArm, asked[i], asked[j]), products[i][j]);
                }
            }
        }
    }

    @Test
    void aDesignOfSomeColumnsHasTheRowsOfThose() {
        Design design = design(1234.5);
        int[] kept = {0, 1, 4};
        for (EpisodeRow episode : episodes(20)) {
            assertArrayEquals(
                    design.row(episode, true, 0, kept), design.only(kept).row(episode, true, 0));
            assertEquals(design.change(17), design.only(kept).change(17));
        }
    }

    @Test
    void noRowsMakeNoProducts() {
        Design design = design(1);
        for (int a = -1; a < design.columns().size(); a++) {
            assertEquals(0, design.product(new ExactSums(), true, a, a));
        }
    }

    @Test
    void aMissingNumberIsNotANumberInItsRow() {
        EpisodeRow episode = new EpisodeRow(
                0,
                0,
                "C1",
                "",
                "",
                0,
                1,
                0,
                new String[] {"male"},
                new int[] {Scaled.MISSING},
                new int[] {5},
                new int[] {1});
        assertTrue(Double.isNaN(design(1).row(episode, true, 0)[3]));
    }
}
