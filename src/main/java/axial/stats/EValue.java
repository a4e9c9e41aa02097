package axial.stats;

import org.apache.commons.math3.util.FastMath;

/**
 * How strong unmeasured confounding would have to be, as a risk ratio with both arm and outcome, to
 * explain a finding away; 1 or more, no unit (VanderWeele and Ding 2017, Ann Intern Med 167:268).
 *
 * <p>RR + √(RR(RR−1)) for RR ≥ 1, of 1/RR below. A standardised mean difference d is taken as RR =
 * exp(0.91 d) with limits exp(0.91 d ± 1.78 SE).
 */
public final class EValue {
    private EValue() {}

    /** Of a risk ratio above zero. */
    public static double ofRiskRatio(double ratio) {
        double away = ratio < 1 ? 1 / ratio : ratio;
        return away + Math.sqrt(away * (away - 1));
    }

    /** Of the limit of a risk ratio's interval that is nearer to one; 1 where the interval holds one. */
    public static double ofLimits(double low, double high) {
        if (low <= 1 && high >= 1) {
            return 1;
        }
        return ofRiskRatio(low > 1 ? low : high);
    }

    /** Of a standardised mean difference. */
    public static double ofSmd(double d) {
        return ofRiskRatio(FastMath.exp(0.91 * d));
    }

    /** Of the limit of a standardised mean difference that is nearer to zero. */
    public static double ofSmdLimit(double d, double stdError) {
        double low = FastMath.exp(0.91 * d - 1.78 * stdError);
        return ofLimits(low, FastMath.exp(0.91 * d + 1.78 * stdError));
    }
}
