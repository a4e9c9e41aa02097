package axial.stats;

import org.junit.jupiter.api.Test;

/** NIST StRD Longley (1967, JASA 62:819), certified values, through cross-products of centred columns. */
class LongleyTest {
    private static final String[] COLUMNS = {
        "", "GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year"
    };

    /** Deflator, GNP, unemployed, armed forces, population, year, employed (NIST's units over 1, 1000, 10, ...). */
    private static final double[][] ROWS = {
        {83.0, 234.289, 235.6, 159.0, 107.608, 1947, 60.323},
        {88.5, 259.426, 232.5, 145.6, 108.632, 1948, 61.122},
        {88.2, 258.054, 368.2, 161.6, 109.773, 1949, 60.171},
        {89.5, 284.599, 335.1, 165.0, 110.929, 1950, 61.187},
        {96.2, 328.975, 209.9, 309.9, 112.075, 1951, 63.221},
        {98.1, 346.999, 193.2, 359.4, 113.270, 1952, 63.639},
        {99.0, 365.385, 187.0, 354.7, 115.094, 1953, 64.989},
        {100.0, 363.112, 357.8, 335.0, 116.219, 1954, 63.761},
        {101.2, 397.469, 290.4, 304.8, 117.388, 1955, 66.019},
        {104.6, 419.180, 282.2, 285.7, 118.734, 1956, 67.857},
        {108.4, 442.769, 293.6, 279.8, 120.445, 1957, 68.169},
        {110.8, 444.546, 468.1, 263.7, 121.950, 1958, 66.513},
        {112.6, 482.704, 381.3, 255.2, 123.366, 1959, 68.655},
        {114.2, 502.601, 393.1, 251.4, 125.368, 1960, 69.564},
        {115.7, 518.173, 480.6, 257.2, 127.852, 1961, 69.331},
        {116.9, 554.894, 400.7, 282.7, 130.081, 1962, 70.551}
    };

    @Test
    void the_certified_coefficients_are_met_from_centred_sums() {
        double[] means = new double[7];
        for (double[] row : ROWS) {
            for (int j = 0; j < 7; j++) {
                means[j] += row[j] / ROWS.length;
            }
        }
        CrossProducts sum = CrossProducts.none(7);
        for (double[] row : ROWS) {
            double[] centred = Matrices.minus(row, means);
            double[] x = new double[7];
            x[0] = 1;
            System.arraycopy(centred, 0, x, 1, 6);
            sum = sum.plus(CrossProducts.ofRow(x, centred[6]));
        }
        double[] beta = LeastSquares.fit(sum).beta();
        Golden golden = new Golden("E19.nist_longley");
        double intercept = means[6];
        for (int j = 1; j < 7; j++) {
            golden.agrees(COLUMNS[j], beta[j]);
            intercept -= beta[j] * means[j - 1];
        }
        golden.agrees("(Intercept)", intercept);
    }
}
