package axial.stats;

import java.util.List;

/**
 * Practitioners within clinics: y = Xβ + clinic + practitioner + e, both normal, by restricted maximum
 * likelihood from cross-products per practitioner (Searle, Casella and McCulloch 1992, ch. 6); variances in
 * the squared unit of the outcome. Column 0 is the intercept.
 *
 * @param clinic variance between clinics
 * @param practitioner variance between practitioners of one clinic
 * @param residual variance between patients of one practitioner
 */
public record NestedIntercepts(double clinic, double practitioner, double residual) {

    /** Fits the model; the outer list has a clinic each, the inner its practitioners. */
    public static NestedIntercepts fit(List<List<CrossProducts>> clinics) {
        double[] least = ProfiledRestricted.least(l -> at(clinics, l[0], l[1]).deviance(), new double[] {0.3, 0.3});
        double residual = at(clinics, least[0], least[1]).variance();
        return new NestedIntercepts(least[0] * least[0] * residual, least[1] * least[1] * residual, residual);
    }

    /** The correlation of two patients of one clinic with different practitioners. */
    public double clinicCorrelation() {
        return clinic / (clinic + practitioner + residual);
    }

    /** The correlation of two patients of one practitioner. */
    public double practitionerCorrelation() {
        return (clinic + practitioner) / (clinic + practitioner + residual);
    }

    private static ProfiledRestricted at(List<List<CrossProducts>> clinics, double clinicSd, double practitionerSd) {
        CrossProducts sum = CrossProducts.none(clinics.get(0).get(0).columns());
        double logDeterminant = 0;
        for (List<CrossProducts> practitioners : clinics) {
            CrossProducts within = CrossProducts.none(sum.columns());
            for (CrossProducts one : practitioners) {
                double ratio = practitionerSd * practitionerSd;
                logDeterminant += StrictMath.log1p(one.xx()[0][0] * ratio);
                within = within.plus(lessIntercept(one, ratio));
            }
            double ratio = clinicSd * clinicSd;
            logDeterminant += StrictMath.log1p(within.xx()[0][0] * ratio);
            sum = sum.plus(lessIntercept(within, ratio));
        }
        return ProfiledRestricted.of(sum, logDeterminant);
    }

    /** What is left of (weighted) sums when an intercept with variance {@code ratio} is shared. */
    private static CrossProducts lessIntercept(CrossProducts sums, double ratio) {
        double factor = ratio / (1 + ratio * sums.xx()[0][0]);
        double[] one = sums.xx()[0];
        double y = sums.xy()[0];
        int p = sums.columns();
        double[][] xx = new double[p][p];
        double[] xy = new double[p];
        for (int i = 0; i < p; i++) {
            xy[i] = sums.xy()[i] - factor * one[i] * y;
            for (int j = 0; j < p; j++) {
                xx[i][j] = sums.xx()[i][j] - factor * one[i] * one[j];
            }
        }
        return new CrossProducts(sums.n(), xx, xy, sums.yy() - factor * y * y);
    }
}
