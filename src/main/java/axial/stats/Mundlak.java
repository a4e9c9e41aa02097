package axial.stats;

/**
 * The contrast within clinics: the share of the clinic's patients in the arm joins the model, so that the
 * arm's coefficient compares patients of one clinic, and the new column's coefficient says how clinics that
 * use the arm more differ beyond that (Mundlak 1978, Econometrica 46:69; Neuhaus and Kalbfleisch 1998).
 *
 * <p>Needs only each clinic's cross-products. The coefficient of the new column is zero, within its error,
 * where clinics do not confound.
 */
public final class Mundlak {
    private Mundlak() {}

    /** A clinic's cross-products with its mean of {@code column} as a last column; column 0 is the intercept. */
    public static CrossProducts withMean(CrossProducts clinic, int column) {
        int p = clinic.columns();
        double mean = clinic.n() == 0 ? 0 : clinic.xx()[0][column] / clinic.n();
        double[][] xx = new double[p + 1][p + 1];
        double[] xy = java.util.Arrays.copyOf(clinic.xy(), p + 1);
        for (int i = 0; i < p; i++) {
            System.arraycopy(clinic.xx()[i], 0, xx[i], 0, p);
            xx[i][p] = mean * clinic.xx()[0][i];
            xx[p][i] = xx[i][p];
        }
        xx[p][p] = mean * mean * clinic.xx()[0][0];
        xy[p] = mean * clinic.xy()[0];
        return new CrossProducts(clinic.n(), xx, xy, clinic.yy());
    }
}
