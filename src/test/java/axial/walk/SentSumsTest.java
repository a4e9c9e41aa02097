package axial.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums that were sent or kept are the sums that were found. */
class SentSumsTest {
    private static final int LARGEST = 2_000_000_000;

    @SuppressWarnings("unchecked")
    private static <T> T sent(T sums) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sums);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @Test
    void everyWholeNumberIsReadAsItWasPut() {
        long[] numbers = {0, 1, -1, 63, 64, -64, -65, 1L << 35, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
        Packed packed = new Packed();
        for (int round = 0; round < 100; round++) {
            packed.put(numbers, 0, numbers.length);
        }
        Packed read = packed.again();
        for (int i = 0; i < 100 * numbers.length; i++) {
            assertEquals(numbers[i % numbers.length], read.next());
        }
    }

    /** Half of the sums of squares go round 64 bits here, which happens to no study of this world. */
    @Test
    void rowsThatWentRoundComeBackAsTheyWere() throws Exception {
        Random dice = new Random(5);
        ExactRows rows = new ExactRows(3);
        ExactRows alone = new ExactRows(3);
        alone.grow();
        for (int row = 0; row < 2500; row++) {
            rows.grow();
            for (int i = 0; i < 8; i++) {
                int[] values = {1, dice.nextInt(LARGEST), row % 2 == 0 ? LARGEST : -1};
                rows.addProducts(row, values);
                if (row == 1234) {
                    alone.addProducts(0, values);
                }
            }
            rows.count(row, row);
        }
        ExactRows back = sent(rows);
        back.grow();
        rows.grow();
        back.addRow(2500, rows, 7);
        rows.addRow(2500, rows, 7);
        for (int row = 0; row <= 2500; row++) {
            assertEquals(rows.count(row), back.count(row));
            for (int i = 0; i < rows.width(); i++) {
                assertEquals(rows.word(row, i), back.word(row, i));
                assertEquals(rows.turn(row, i), back.turn(row, i));
                if (row == 1234) {
                    assertEquals(alone.word(0, i), back.word(row, i));
                    assertEquals(alone.turn(0, i), back.turn(row, i));
                }
            }
        }
    }

    @Test
    void tuplesKeepTheirNumbersAndGoOnCounting() throws Exception {
        Tuples tuples = new Tuples(2);
        for (int i = 0; i < 1000; i++) {
            tuples.of(new int[] {i, -i});
        }
        Tuples back = sent(tuples);
        assertEquals(1000, back.size());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i, back.of(new int[] {i, -i}));
        }
        assertEquals(1000, back.of(new int[] {5, 5}));
        assertEquals(0, sent(new Tuples(2)).of(new int[] {3, 4}));
    }

    @Test
    void talliesKeepEveryChangeApart() throws Exception {
        ValueTally tally = new ValueTally();
        for (int i = 0; i < 500; i++) {
            tally.add(i * i, i % 7, 10);
        }
        ValueTally back = sent(tally);
        assertArrayEquals(tally.values(), back.values());
        assertArrayEquals(tally.counts(), back.counts());
    }

    @Test
    void talliesThatShareNumbersCountWhatPlainOnesCount() throws Exception {
        ChangeNumbers numbers = new ChangeNumbers();
        ValueTally plain = new ValueTally();
        ValueTally one = new ValueTally(numbers);
        ValueTally other = new ValueTally(numbers);
        Random dice = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            int followUp = dice.nextInt(i < 100 ? 11 : 900); // more distinct changes than have numbers
            int baseline = dice.nextInt(11);
            plain.add(followUp, baseline, 10);
            (i % 3 == 0 ? one : other).add(followUp, baseline, 10);
        }
        ValueTally together = new ValueTally();
        together.addAll(one);
        together.addAll(sent(other));
        assertArrayEquals(plain.values(), together.values());
        assertArrayEquals(plain.counts(), together.counts());
    }
}
