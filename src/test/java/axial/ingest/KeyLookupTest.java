package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyLookupTest {
    @Test
    void aNumberIsFoundExactlyWhereItIsOneOfThem() {
        Random dice = new Random(11);
        for (int size : new int[] {0, 1, 2, 63, 64, 1000}) {
            for (long range : new long[] {5, 3000, Long.MAX_VALUE}) {
                long[] keys = dice.longs(size)
                        .map(key -> key % range)
                        .distinct()
                        .sorted()
                        .toArray();
                KeyLookup lookup = new KeyLookup(keys);
                for (int i = 0; i < 3000; i++) {
                    long key = i < keys.length ? keys[i] : dice.nextLong() % range;
                    assertEquals(Arrays.binarySearch(keys, key) >= 0, lookup.has(key), key + " of " + size);
                }
            }
        }
    }
}
