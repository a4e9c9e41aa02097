package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralTTest {
    private static final double TAIL20 = 5.0422055446522184e-45;
    private static final double TAIL001 = 0.99202133032891062;
    private static final double QUANTILE = 4.1833781935803792;

    /** Reference: mpmath 30-digit quadrature of the definition. */
    @ParameterizedTest
    @CsvSource({
        "20.5, 46436, 20, 0.69102658498100591",
        "-3.3, 46436, -1, 0.010728433390608952",
        "2, 30, 1, 0.82955267285542114",
        "0, 5, 0.7, 0.24196365222307303",
        "-4.1, 30, -2.2, 0.049001375075271291",
        "50, 3, 20, 0.92286687855816153",
        "1.5, 2, -1, 0.9755783336804344",
        "0.3, 224, 0.84, 0.29450182153132651",
        "21, 46436, 18.9, 0.98191093121680868"
    })
    void the_distribution_function_is_that_of_thirty_digit_quadrature(double t, double df, double ncp, double p) {
        assertEquals(p, NoncentralT.cdf(t, df, ncp), 1e-12);
        assertEquals(ncp, NoncentralT.ncpFor(t, df, p), 1e-9);
    }

    @Test
    void without_noncentrality_it_is_students() {
        for (double t = -30; t <= 30; t += 0.7) {
            assertEquals(1 - StudentT.upper(t, 4.5), NoncentralT.cdf(t, 4.5, 0), 1e-12);
        }
    }

    /** Reference: mpmath, 30 digits. */
    @Test
    void students_tails_and_quantiles_keep_their_digits() {
        assertEquals(TAIL20, StudentT.twoSided(20, 157), 1e-9 * TAIL20);
        assertEquals(TAIL001, StudentT.twoSided(0.01, 46436), 1e-11);
        assertEquals(QUANTILE, StudentT.quantile(0.975, 2.06074), 1e-11 * QUANTILE);
        assertEquals(1.959963984540054, StudentT.quantile(0.975, Double.NaN), 1e-14);
        assertEquals(-QUANTILE, StudentT.quantile(0.025, 2.06074), 1e-11 * QUANTILE);
    }
}
