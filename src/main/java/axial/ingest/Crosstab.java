package axial.ingest;

import java.io.Serializable;

/** How often the fifths of two scales occur together; whether the scales run the same way. */
final class Crosstab implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int FIFTHS = 5;
    private static final int FEWEST = 20;

    private final long[] counts = new long[FIFTHS * FIFTHS];

    void add(int one, int other) {
        counts[one * FIFTHS + other]++;
    }

    void addAll(Crosstab other, int times) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += times * other.counts[i];
        }
    }

    long all() {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        return n;
    }

    /**
     * Pearson's correlation of the fifths as Fisher's (1921) z over its standard error, atanh(r) √(n − 3); 0 where
     * there are fewer than 20, or one of the scales does not vary.
     */
    double z() {
        long n = all();
        long x = 0;
        long y = 0;
        long xx = 0;
        long yy = 0;
        long xy = 0;
        for (int i = 0; i < FIFTHS; i++) {
            for (int j = 0; j < FIFTHS; j++) {
                long count = counts[i * FIFTHS + j];
                x += i * count;
                y += j * count;
                xx += i * i * count;
                yy += j * j * count;
                xy += i * j * count;
            }
        }
        double spread = Math.sqrt((double) (n * xx - x * x)) * Math.sqrt((double) (n * yy - y * y));
        if (n < FEWEST || spread == 0) {
            return 0;
        }
        double r = Math.max(-0.999, Math.min(0.999, (n * xy - x * y) / spread));
        return 0.5 * Math.log((1 + r) / (1 - r)) * Math.sqrt(n - 3.0);
    }
}
