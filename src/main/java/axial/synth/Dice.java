package axial.synth;

import java.util.SplittableRandom;

/** Chance, the same on every machine: whole-number generation and plain arithmetic only, no library of curves. */
final class Dice {
    private static final double BELL_STEP = 0x1p-21;
    private static final long BELL_MASK = (1L << 21) - 1;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The dice of one stream, such as one patient; streams do not touch each other. */
    static Dice of(long seed, long stream) {
        return new Dice(new SplittableRandom(scatter(seed + scatter(stream))));
    }

    private static long scatter(long number) {
        long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** Even on [0, 1). */
    double unit() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Bell-shaped with mean 0 and SD 1, within ±3: three even draws, summed. */
    double bell() {
        long bits = random.nextLong();
        long sum = (bits & BELL_MASK) + ((bits >>> 21) & BELL_MASK) + ((bits >>> 42) & BELL_MASK);
        return 2 * ((sum + 1.5) * BELL_STEP - 1.5);
    }

    /** Tent-shaped with mean 0 and SD 1, within ±√6: two even draws, summed. */
    double tent() {
        return (unit() + unit() - 1) * 2.449489742783178;
    }

    /** One of the two nearest whole numbers, so chosen that the mean is the number itself. */
    int whole(double number) {
        return (int) StrictMath.floor(number + unit());
    }

    /** The first place whose running total exceeds an even share of the last one. */
    int place(double[] runningTotals) {
        double share = unit() * runningTotals[runningTotals.length - 1];
        int low = 0;
        int high = runningTotals.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runningTotals[middle] > share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
