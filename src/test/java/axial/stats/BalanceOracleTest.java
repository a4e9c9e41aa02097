package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 185 trainees of the National Supported Work programme and 429 others (LaLonde 1986; Dehejia and Wahba
 * 1999, JASA 94:1053), from their means, variances and tallies.
 */
class BalanceOracleTest {
    private static final String TRAINEES_AGE =
            "17:13 18:13 19:12 20:9 21:9 22:11 23:12 24:9 25:18 26:9 27:16 28:6 29:9 30:3 31:7 32:1 33:5 35:3 37:2 "
                    + "38:3 40:2 41:2 42:4 43:1 44:1 45:1 46:3 48:1";
    private static final String OTHERS_AGE =
            "16:29 17:26 18:30 19:30 20:28 21:22 22:16 23:17 24:14 25:19 26:11 27:17 28:10 29:12 30:7 31:8 32:8 33:4 "
                    + "34:7 35:7 36:9 37:6 38:4 39:11 40:11 41:3 42:7 43:4 44:1 45:5 46:5 47:7 48:5 49:3 50:7 51:4 "
                    + "52:3 53:4 54:2 55:6";
    private static final String TRAINEES_SCHOOL = "4:4 5:3 6:1 7:2 8:18 9:28 10:31 11:44 12:39 13:8 14:5 15:1 16:1";
    private static final String OTHERS_SCHOOL =
            "0:3 1:2 2:2 3:5 4:5 5:9 6:11 7:25 8:44 9:43 10:56 11:51 12:118 13:19 14:16 15:9 16:7 17:2 18:2";

    private final Golden golden = new Golden("E12.balance");

    @ParameterizedTest
    @CsvSource({
        "age, 25.816216216216215, 51.194300822561694, 28.03030303030303, 116.35188331917304",
        "educ, 10.345945945945946, 4.0427144535840185, 10.235431235431236, 8.152386554255713",
        "re74, 2095.573688648649, 23879058.47583035, 5619.2365063869465, 46087137.376373515",
        "re75, 1532.0553137837837, 10363576.163490975, 2466.484443123543, 10837238.8709319"
    })
    void means_differ_in_standard_deviations_of_the_trainees_and_of_both(
            String name, double mean, double variance, double other, double otherVariance) {
        golden.agrees(name + "_smd_treatedSD", Balance.byArm(mean, other, variance));
        golden.agrees(name + "_smd_pooledSD", Balance.byBoth(mean, other, variance, otherVariance));
    }

    @ParameterizedTest
    @CsvSource({
        "raceblack, 156, 87",
        "racehispan, 11, 61",
        "racewhite, 18, 281",
        "married, 35, 220",
        "nodegree, 131, 256"
    })
    void shares_differ_in_standard_deviations_p_times_one_minus_p_of_the_trainees(String name, int of185, int of429) {
        double p = of185 / 185.0;
        double other = of429 / 429.0;
        golden.agrees(name + "_smd_treatedSD", Balance.byArm(p, other, p * (1 - p)));
        double[] gap = Balance.distributionGap(yesNo(of185, 185), yesNo(of429, 429));
        golden.agrees(name + "_ecdf_max", gap[1]);
        // MatchIt counts one step for a yes or no, we both values: the mean of the gap and of zero.
        golden.agrees(name + "_ecdf_mean", 2 * gap[0]);
    }

    @Test
    void distributions_of_age_and_schooling_lie_as_far_apart_as_in_matchit() {
        double[] age = Balance.distributionGap(tally(TRAINEES_AGE), tally(OTHERS_AGE));
        golden.agrees("age_ecdf_mean", age[0]);
        golden.agrees("age_ecdf_max", age[1]);
        double[] school = Balance.distributionGap(tally(TRAINEES_SCHOOL), tally(OTHERS_SCHOOL));
        golden.agrees("educ_ecdf_mean", school[0]);
        golden.agrees("educ_ecdf_max", school[1]);
    }

    @Test
    void a_category_of_three_levels_has_the_distance_of_yang_and_dalton() {
        double[] trainees = {156 / 185.0, 11 / 185.0, 18 / 185.0};
        double[] others = {87 / 429.0, 61 / 429.0, 281 / 429.0};
        golden.agrees("race_smd_multilevel", Balance.ofCategory(trainees, others));
        double[] turned = {trainees[2], trainees[0], trainees[1]};
        double[] othersTurned = {others[2], others[0], others[1]};
        assertEquals(Balance.ofCategory(trainees, others), Balance.ofCategory(turned, othersTurned), 1e-12);
    }

    @Test
    void a_variance_ratio_of_two_says_the_arm_varies_twice_as_much() {
        assertEquals(2, Balance.varianceRatio(8, 4));
        assertEquals(Double.NaN, Balance.varianceRatio(8, 0));
    }

    private static ValueCounts yesNo(long yes, long n) {
        return new ValueCounts(new long[] {0, 1}, new long[] {n - yes, yes});
    }

    private static ValueCounts tally(String text) {
        long[][] pairs = Arrays.stream(text.split(" ", -1))
                .map(pair -> Arrays.stream(pair.split(":", -1))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toArray(long[][]::new);
        long[] values = Arrays.stream(pairs).mapToLong(p -> p[0]).toArray();
        return new ValueCounts(values, Arrays.stream(pairs).mapToLong(p -> p[1]).toArray());
    }
}
