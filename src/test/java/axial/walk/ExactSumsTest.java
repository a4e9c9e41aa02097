package axial.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import axial.clinic.Scaled;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExactSumsTest {
    private static final int COLUMNS = 9;

    /** A row of the matrix without its zeros, as the walk makes it: columns 0, 1, 2 always, others sometimes. */
    private record Line(int[] columns, int[] values) {
        static Line any(Random dice, int largest) {
            int[] columns = IntStream.range(0, COLUMNS)
                    .filter(c -> c < 3 || dice.nextBoolean())
                    .toArray();
            int[] values = new int[columns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = i == 0 ? 1 : dice.nextInt(largest) * (dice.nextBoolean() ? 1 : -1);
            }
            return new Line(columns, values);
        }

        BigInteger at(int column) {
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] == column) {
                    return BigInteger.valueOf(values[i]);
                }
            }
            return BigInteger.ZERO;
        }

        void addTo(ExactSums sums) {
            sums.add(columns, values, columns.length);
        }
    }

    private static List<Line> lines(Random dice, int count, int largest) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(Line.any(dice, largest));
        }
        return lines;
    }

    private static ExactSums sum(List<Line> lines) {
        ExactSums sums = new ExactSums();
        lines.forEach(line -> line.addTo(sums));
        return sums;
    }

    private static void assertSums(List<Line> lines, ExactSums sums) {
        assertEquals(lines.size(), sums.count());
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                int a = i;
                int b = j;
                BigInteger expected = lines.stream()
                        .map(line -> line.at(a).multiply(line.at(b)))
                        .reduce(BigInteger.ZERO, BigInteger::add);
                assertEquals(expected, sums.product(i, j), "columns " + i + " and " + j);
            }
        }
    }

    private static int[] same() {
        return IntStream.range(0, COLUMNS).toArray();
    }

    @Test
    void settledSumsAreTheSameSumsWhateverTheirSizeAndTakeMore() {
        Random dice = new Random(12);
        for (int largest : List.of(2, 1_000, 100_000, Scaled.LIMIT)) {
            for (int round = 0; round < 10; round++) {
                List<Line> lines = lines(dice, 1 + dice.nextInt(20), largest);
                List<Line> more = lines(dice, 1 + dice.nextInt(20), largest);
                ExactSums sums = sum(lines).settle();
                assertSums(lines, sums);
                assertSums(lines, sums.open());
                assertSums(lines, new ExactSums().plus(sums).settle());
                ExactSums mapped = new ExactSums();
                mapped.addAll(sums, same());
                assertSums(lines, mapped);
                Packed packed = new Packed();
                sums.pack(packed);
                assertSums(lines, ExactSums.unpack(packed.again()));
                more.forEach(line -> line.addTo(sums));
                lines.addAll(more);
                assertSums(lines, sums.settle());
            }
        }
    }

    @Test
    void aProductOfColumnsLessWholeNumbersIsRoundedOnceHoweverLargeItIs() {
        Random dice = new Random(11);
        for (int largest : List.of(10, 100_000, 1_000_000_000, Scaled.LIMIT)) {
            for (int round = 0; round < 10; round++) {
                List<Line> lines = lines(dice, 1 + dice.nextInt(60), largest);
                ExactSums sums = sum(lines);
                for (int i = 0; i < COLUMNS; i++) {
                    for (int j = 0; j < COLUMNS; j++) {
                        int lessI = dice.nextInt(largest) - largest / 2;
                        int lessJ = dice.nextInt(largest) - largest / 2;
                        assertEquals(
                                product(lines, i, lessI, j, lessJ).doubleValue(),
                                sums.product(i, lessI, j, lessJ),
                                "columns " + i + " and " + j + " up to " + largest);
                    }
                }
            }
        }
    }

    private static BigInteger product(List<Line> lines, int i, int lessI, int j, int lessJ) {
        BigInteger sum = BigInteger.ZERO;
        for (Line line : lines) {
            sum = sum.add(line.at(i)
                    .subtract(BigInteger.valueOf(lessI))
                    .multiply(line.at(j).subtract(BigInteger.valueOf(lessJ))));
        }
        return sum;
    }

    @Test
    void anySplitMergedInAnyOrderGivesTheSameSums() {
        Random dice = new Random(7);
        List<Line> lines = lines(dice, 300, 1_000_000);
        for (int round = 0; round < 40; round++) {
            List<Line> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, dice);
            List<ExactSums> parts = new ArrayList<>();
            for (int from = 0; from < shuffled.size(); ) {
                int to = Math.min(shuffled.size(), from + 1 + dice.nextInt(90));
                parts.add(sum(shuffled.subList(from, to)));
                from = to;
            }
            parts.add(new ExactSums());
            Collections.shuffle(parts, dice);
            ExactSums merged = new ExactSums();
            parts.forEach(part -> merged.addAll(part, same()));
            assertSums(lines, merged);
        }
    }

    @Test
    void sumsBeyondSixtyFourBitsAreExactUpAndDown() {
        Random dice = new Random(8);
        List<Line> up = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            up.add(new Line(new int[] {0, 1, 2}, new int[] {1, Scaled.LIMIT - i, i - Scaled.LIMIT}));
        }
        assertSums(up, sum(up));
        List<Line> mixed = lines(dice, 400, Scaled.LIMIT);
        mixed.addAll(up);
        Collections.shuffle(mixed, dice);
        assertSums(mixed, sum(mixed));
    }

    @Test
    void mergingSumsThatWentRoundStaysExact() {
        Random dice = new Random(9);
        List<Line> all = new ArrayList<>();
        ExactSums merged = new ExactSums();
        for (int part = 0; part < 30; part++) {
            List<Line> lines = new ArrayList<>();
            int sign = part % 3 == 0 ? -1 : 1;
            for (int i = 0; i < 15; i++) {
                lines.add(new Line(
                        new int[] {0, 1, 2, 8}, new int[] {1, Scaled.LIMIT, sign * Scaled.LIMIT, dice.nextInt()}));
            }
            all.addAll(lines);
            merged.addAll(sum(lines), same());
        }
        lines(dice, 50, 10).forEach(line -> {
            all.add(line);
            line.addTo(merged);
        });
        assertSums(all, merged);
    }

    @Test
    void aColumnThatTurnsUpLateWasZeroBefore() {
        ExactSums sums = new ExactSums();
        sums.add(new int[] {0, 1, 2}, new int[] {1, 5, -2}, 3);
        assertEquals(BigInteger.ZERO, sums.product(50, 1));
        sums.add(new int[] {0, 1, 2, 50}, new int[] {1, 7, -3, 1}, 4);
        assertEquals(BigInteger.valueOf(7), sums.product(50, 1));
        assertEquals(BigInteger.valueOf(7), sums.product(1, 50));
        assertEquals(BigInteger.valueOf(12), sums.product(0, 1));
        assertEquals(BigInteger.ZERO, sums.product(49, 50));
        assertEquals(2, sums.count());
    }

    @Test
    void columnsOfAnotherWalkAreAddedWhereTheyStandHere() {
        Random dice = new Random(10);
        List<Line> lines = lines(dice, 100, Scaled.LIMIT);
        int[] columnHere = {0, 1, 2, 8, 3, 11, 5, 4, 20};
        ExactSums here = new ExactSums();
        here.add(new int[] {0, 1, 2, 11}, new int[] {1, 2, 3, 4}, 4);
        here.addAll(sum(lines), columnHere);
        List<Line> withFirst = new ArrayList<>(lines);
        withFirst.add(new Line(new int[] {0, 1, 2, 5}, new int[] {1, 2, 3, 4}));
        ExactSums expected = sum(withFirst);
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                assertEquals(expected.product(i, j), here.product(columnHere[i], columnHere[j]), i + ", " + j);
            }
        }
    }
}
