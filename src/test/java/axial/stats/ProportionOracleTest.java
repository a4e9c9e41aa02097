package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionOracleTest {
    @ParameterizedTest
    @CsvSource({"56,70,48,80", "9,10,3,10", "6,7,2,7", "5,56,0,29", "0,10,0,20", "0,10,0,10", "10,10,0,20", "10,10,0,10"
    })
    void newcombes_table_of_method_ten_is_met(long a, long m, long b, long n) {
        Estimate difference = estimate(RiskDifference.newcombe(a, m, b, n));
        Golden golden = new Golden("E09.newcombe10");
        String name = a + "/" + m + "/" + b + "/" + n;
        golden.agrees(name + " rd", difference.value());
        golden.agrees(name + " lo", difference.low());
        golden.agrees(name + " hi", difference.high());
    }

    @ParameterizedTest
    @CsvSource({"33,50,10,51", "33,50,5,50"})
    void responders_of_ashars_trial_give_the_same_difference_and_number_needed_to_treat(
            long a, long m, long b, long n) {
        Estimate difference = estimate(RiskDifference.newcombe(a, m, b, n));
        NumberNeededToTreat.Nnt nnt = NumberNeededToTreat.of(difference);
        Golden golden = new Golden("E09.ashar_responders");
        String name = a + "/" + m + "/" + b + "/" + n;
        golden.agrees(name + " rd", difference.value());
        golden.agrees(name + " rd_lo", difference.low());
        golden.agrees(name + " rd_hi", difference.high());
        golden.agrees(name + " nnt", nnt.value());
        golden.agrees(name + " nnt_far", nnt.high());
        golden.agrees(name + " nnt_near", nnt.low());
    }

    @ParameterizedTest
    @CsvSource({"81,263", "15,148", "0,20", "1,29"})
    void one_proportion_has_the_limits_of_clopper_pearson_and_wilson(long events, long n) {
        Golden golden = new Golden("E09.one_proportion");
        String name = events + "/" + n;
        golden.agrees(name + " CP_lo", ExactProportion.clopperPearson(events, n, 0.95)[0]);
        golden.agrees(name + " CP_hi", ExactProportion.clopperPearson(events, n, 0.95)[1]);
        golden.agrees(name + " wilson_lo", WilsonScore.of(events, n, 0.95)[0]);
        golden.agrees(name + " wilson_hi", WilsonScore.of(events, n, 0.95)[1]);
    }

    @Test
    void a_number_needed_to_treat_says_its_interval_in_words() {
        assertEquals("NNTB 5 (3 to 9)", words(0.2, 1 / 9.0, 1 / 3.0));
        assertEquals("NNTH 5 (3 to 9)", words(-0.2, -1 / 3.0, -1 / 9.0));
        assertEquals("NNTB 11 (NNTB 5.3 to ∞ to NNTH 8.9)", words(1 / 11.0, -1 / 8.9, 1 / 5.3));
        assertEquals("NNTH 11 (NNTH 5.3 to ∞ to NNTB 8.9)", words(-1 / 11.0, -1 / 5.3, 1 / 8.9));
        assertEquals("NNTB ∞ (NNTB 3.6 to ∞ to NNTH 3.6)", words(0, -1 / 3.6, 1 / 3.6));
    }

    private static String words(double value, double low, double high) {
        return NumberNeededToTreat.of(Estimate.interval(value, Double.NaN, low, high))
                .words();
    }
}
