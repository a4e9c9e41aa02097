package axial.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Small data for the tests: moments and counts of raw values, and seeded random rows. */
final class Sample {
    private Sample() {}

    static Estimate estimate(Finding finding) {
        if (finding instanceof Estimate estimate) {
            return estimate;
        }
        throw new AssertionError(finding);
    }

    static Moments moments(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Moments(values.length, mean, values.length < 2 ? Double.NaN : squares / (values.length - 1));
    }

    static double sd(List<Double> values) {
        return Math.sqrt(moments(values.stream().mapToDouble(v -> v).toArray()).variance());
    }

    static ValueCounts counts(long... values) {
        long[] distinct = LongStream.of(values).sorted().distinct().toArray();
        long[] counts = LongStream.of(distinct)
                .map(d -> LongStream.of(values).filter(v -> v == d).count())
                .toArray();
        return new ValueCounts(distinct, counts);
    }

    static double[] normal(Random random, int n, double mean, double sd) {
        return random.doubles(n)
                .map(ignored -> mean + sd * random.nextGaussian())
                .toArray();
    }

    static double[] map(double[] values, java.util.function.DoubleUnaryOperator f) {
        return Arrays.stream(values).map(f).toArray();
    }
}
