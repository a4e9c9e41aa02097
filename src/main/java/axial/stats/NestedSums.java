package axial.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a model with an intercept for each practitioner within each clinic needs: the cross-products over everybody, and
 * of each practitioner the plain sums of the columns and of the outcome. Column 0 is the intercept.
 *
 * @param total over everybody
 * @param clinics a clinic each, of its practitioners
 */
public record NestedSums(CrossProducts total, List<List<Group>> clinics) {
    /**
     * A practitioner.
     *
     * @param x the sum of each column
     * @param y the sum of the outcome
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of sums: never compared
    public record Group(double[] x, double y) {
        double n() {
            return x[0];
        }

        private void addTo(double[] sum, double factor) {
            for (int i = 0; i < x.length; i++) {
                sum[i] += factor * x[i];
            }
        }

        /** The sums over the patients of both. */
        public Group plus(Group other) {
            return new Group(Matrices.plus(x, other.x), y + other.y);
        }

        /** The sum of what is left at these coefficients. */
        double left(double[] beta) {
            return y - Matrices.dot(x, beta);
        }
    }

    /** The ratio of a variance to that of patients at which an intercept counts as fixed. */
    static final double FIXED = Double.POSITIVE_INFINITY;

    /** From the cross-products of each practitioner. */
    public static NestedSums of(List<List<CrossProducts>> clinics) {
        CrossProducts total = CrossProducts.none(clinics.get(0).get(0).columns());
        List<List<Group>> groups = new ArrayList<>();
        for (List<CrossProducts> practitioners : clinics) {
            for (CrossProducts one : practitioners) {
                total = total.plus(one);
            }
            groups.add(practitioners.stream()
                    .map(one -> new Group(one.xx()[0].clone(), one.xy()[0]))
                    .toList());
        }
        return new NestedSums(total, groups);
    }

    /** How many practitioners. */
    public int practitioners() {
        return clinics.stream().mapToInt(List::size).sum();
    }

    /**
     * The cross-products weighted by the inverse of the covariance over the variance of patients, at these ratios of the
     * variances between clinics and between practitioners to it.
     */
    CrossProducts weighted(double clinicRatio, double practitionerRatio) {
        int p = total.columns();
        double[][] xx = new double[p][];
        for (int i = 0; i < p; i++) {
            xx[i] = total.xx()[i].clone();
        }
        double[] xy = total.xy().clone();
        double yy = total.yy();
        for (List<Group> practitioners : clinics) {
            double[] x = new double[p];
            double y = 0;
            for (Group one : practitioners) {
                yy -= share(one, one.n(), practitionerRatio, xx, xy);
                double factor = 1 / (1 + practitionerRatio * one.n());
                one.addTo(x, factor);
                y += factor * one.y;
            }
            Group clinic = new Group(x, y);
            if (clinicRatio > 0 && clinic.n() > 0) {
                yy -= share(clinic, clinic.n(), clinicRatio, xx, xy);
            }
        }
        return new CrossProducts(total.n(), xx, xy, yy);
    }

    /** Takes off what sharing an intercept explains, and gives that of the outcome. */
    private static double share(Group group, double weight, double ratio, double[][] xx, double[] xy) {
        double factor = 1 / (1 / ratio + weight);
        double[] x = group.x;
        for (int i = 0; i < xy.length; i++) {
            double scaled = factor * x[i];
            double[] row = xx[i];
            xy[i] -= scaled * group.y;
            for (int j = 0; j < x.length; j++) {
                row[j] -= scaled * x[j];
            }
        }
        return factor * group.y * group.y;
    }

    /** log|V/σ²| at these ratios. */
    double logDeterminant(double clinicRatio, double practitionerRatio) {
        double sum = 0;
        for (List<Group> practitioners : clinics) {
            double weight = 0;
            for (Group one : practitioners) {
                sum += StrictMath.log1p(one.n() * practitionerRatio);
                weight += one.n() / (1 + practitionerRatio * one.n());
            }
            sum += StrictMath.log1p(weight * clinicRatio);
        }
        return sum;
    }
}
