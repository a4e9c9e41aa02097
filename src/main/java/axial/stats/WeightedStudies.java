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
        double w = 0;
        double wy = 0;
        double ww = 0;
        double www = 0;
        for (Study study : studies) {
            double weight = 1 / (study.variance() + tau2);
            w += weight;
            wy += weight * study.effect();
            ww += weight * weight;
            www += weight * weight * weight;
        }
        double q = 0;
        double qq = 0;
        for (Study study : studies) {
            double weight = 1 / (study.variance() + tau2);
            double square = (study.effect() - wy / w) * (study.effect() - wy / w);
            q += weight * square;
            qq += weight * weight * square;
        }
        return new WeightedStudies(wy / w, w, ww, www, q, qq);
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
