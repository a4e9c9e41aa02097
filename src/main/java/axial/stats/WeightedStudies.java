package axial.stats;

import java.util.List;

/**
 * The sums of inverse-variance pooling at one value of τ²: wᵢ = 1/(vᵢ+τ²).
 *
 * @param mean Σwy/Σw
 * @param w Σw
 * @param ww Σw²
 * @param www Σw³
 * @param q Σw(y−mean)²
 * @param qq Σw²(y−mean)²
 */
record WeightedStudies(double mean, double w, double ww, double www, double q, double qq) {

    static WeightedStudies at(List<Study> studies, double tau2) {
        double[] weights = new double[studies.size()];
        double w = 0;
        double wy = 0;
        double ww = 0;
        double www = 0;
        for (int i = 0; i < weights.length; i++) {
            Study study = studies.get(i);
            double weight = 1 / (study.variance() + tau2);
            weights[i] = weight;
            w += weight;
            wy += weight * study.effect();
            ww += weight * weight;
            www += weight * weight * weight;
        }
        double q = 0;
        double qq = 0;
        double mean = wy / w;
        for (int i = 0; i < weights.length; i++) {
            double apart = studies.get(i).effect() - mean;
            double square = apart * apart;
            q += weights[i] * square;
            qq += weights[i] * weights[i] * square;
        }
        return new WeightedStudies(mean, w, ww, www, q, qq);
    }

    /** tr P, with P = W − W11'W/Σw. */
    double trace() {
        return w - ww / w;
    }

    /** tr P². */
    double traceOfSquare() {
        return ww - 2 * www / w + ww * ww / (w * w);
    }
}
