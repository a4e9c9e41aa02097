package axial.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Practitioners within clinics: y = Xβ + clinic + practitioner + e, both normal, by restricted maximum
 * likelihood from sums per practitioner (Searle, Casella and McCulloch 1992, ch. 6); variances in
 * the squared unit of the outcome. Column 0 is the intercept.
 *
 * @param clinic variance between clinics
 * @param practitioner variance between practitioners of one clinic
 * @param residual variance between patients of one practitioner
 */
public record NestedIntercepts(double clinic, double practitioner, double residual) {

    /** Fits the model. */
    public static NestedIntercepts fit(NestedSums sums) {
        double[] least =
                ProfiledRestricted.least(l -> at(sums, l[0] * l[0], l[1] * l[1]).deviance(), new double[] {0.3, 0.3});
        double residual = at(sums, least[0] * least[0], least[1] * least[1]).variance();
        return new NestedIntercepts(least[0] * least[0] * residual, least[1] * least[1] * residual, residual);
    }

    private static ProfiledRestricted at(NestedSums sums, double clinicRatio, double practitionerRatio) {
        return ProfiledRestricted.of(
                sums.weighted(clinicRatio, practitionerRatio), sums.logDeterminant(clinicRatio, practitionerRatio));
    }

    /** The correlation of two patients of one clinic with different practitioners. */
    public double clinicCorrelation() {
        return clinic / (clinic + practitioner + residual);
    }

    /** The correlation of two patients of one practitioner. */
    public double practitionerCorrelation() {
        return (clinic + practitioner) / (clinic + practitioner + residual);
    }

    /**
     * The shrunken effects of the practitioners, beside that of their clinic (best linear unbiased predictions, Searle,
     * Casella and McCulloch 1992, ch. 7), in the outcome's unit and the order given.
     */
    public List<Double> shrunken(NestedSums sums) {
        double ofClinic = clinic / residual;
        double ratio = practitioner / residual;
        double[] beta = at(sums, ofClinic, ratio).beta();
        List<Double> effects = new ArrayList<>();
        for (List<NestedSums.Group> practitioners : sums.clinics()) {
            double left = 0;
            double weight = 0;
            for (NestedSums.Group one : practitioners) {
                left += one.left(beta) / (1 + ratio * one.n());
                weight += one.n() / (1 + ratio * one.n());
            }
            double shared = ofClinic * left / (1 + ofClinic * weight);
            for (NestedSums.Group one : practitioners) {
                effects.add(ratio * (one.left(beta) - one.n() * shared) / (1 + ratio * one.n()));
            }
        }
        return effects;
    }
}
