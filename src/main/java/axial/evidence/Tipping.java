package axial.evidence;

import axial.question.Job;
import axial.stats.Estimate;
import axial.stats.StudentT;
import axial.stats.TippingSurface;
import axial.tables.TippingRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The adjusted difference on a grid of departures of the unseen, with what would be said of each. */
final class Tipping {
    private static final int HALF = 20;
    private static final int COARSE_HALF = 4;
    private static final double MCIDS = 2;

    private Tipping() {}

    /**
     * 41 × 41 departures, or 9 × 9 of them, from −2 to 2 times the smallest change that matters, or a fifth of the scale
     * either way.
     */
    static List<TippingRow> rows(Job.Question question, Analysis analysis, boolean whole) {
        if (!(analysis.adjusted() instanceof Estimate difference)) {
            return List.of();
        }
        TippingSurface surface = surface(analysis, difference);
        double[] deltas = deltas(analysis, whole ? HALF : COARSE_HALF);
        Verdict verdict = Verdict.of(analysis, difference.df());
        Estimate[][] over = surface.over(deltas, deltas);
        List<TippingRow> rows = new ArrayList<>();
        for (int i = 0; i < deltas.length; i++) {
            for (int j = 0; j < deltas.length; j++) {
                Estimate e = over[i][j];
                rows.add(new TippingRow(
                        question.id(),
                        analysis.outcome().id(),
                        analysis.window().id(),
                        deltas[i],
                        deltas[j],
                        e.value(),
                        e.low(),
                        e.high(),
                        verdict.of(e).word()));
            }
        }
        return rows;
    }

    static TippingSurface surface(Analysis analysis, Estimate difference) {
        return new TippingSurface(
                difference,
                analysis.arm().n(),
                analysis.arm().unseen(),
                analysis.comparator().n(),
                analysis.comparator().unseen());
    }

    private static double[] deltas(Analysis analysis, int half) {
        BigDecimal mcid = analysis.mcid();
        double farthest = mcid == null ? width(analysis) / 5 : MCIDS * mcid.doubleValue();
        double[] deltas = new double[2 * half + 1];
        for (int i = -half; i <= half; i++) {
            deltas[i + half] = farthest * i / half;
        }
        return deltas;
    }

    /** From one end of the instrument's scale to the other. */
    static double width(Analysis analysis) {
        return analysis.outcome()
                .instrument()
                .max()
                .subtract(analysis.outcome().instrument().min())
                .doubleValue();
    }

    /** The verdict on many differences of one standard error's degrees of freedom, as {@link axial.stats.Verdict}. */
    static final class Verdict {
        private final double sign;
        private final double margin;
        private final double mcid;
        private final double reach;

        Verdict(double sign, double mcid, double margin, double df) {
            this.sign = sign;
            this.margin = margin;
            this.mcid = mcid;
            this.reach = StudentT.quantile(0.95, df);
        }

        static Verdict of(Analysis analysis, double df) {
            BigDecimal mcid = analysis.mcid();
            BigDecimal margin = analysis.margin();
            return new Verdict(
                    analysis.outcome().instrument().better().benefitSign(),
                    mcid == null ? Double.NaN : mcid.doubleValue(),
                    margin == null ? Double.NaN : margin.doubleValue(),
                    df);
        }

        axial.stats.Verdict of(Estimate difference) {
            double low = sign > 0 ? difference.low() : -difference.high();
            double high = sign > 0 ? difference.high() : -difference.low();
            double benefit = sign * difference.value();
            double half = reach * difference.stdError();
            double loss = Double.isNaN(margin) ? 0 : margin;
            if (!(low <= high)) {
                return axial.stats.Verdict.NOT_ESTIMABLE;
            }
            if (high < -loss) {
                return axial.stats.Verdict.INFERIOR;
            }
            if (low > 0) {
                return benefit < mcid ? axial.stats.Verdict.BETTER_BUT_SMALL : axial.stats.Verdict.SUPERIOR;
            }
            if (benefit - half > -loss && benefit + half < loss) {
                return axial.stats.Verdict.EQUIVALENT;
            }
            return low > -loss ? axial.stats.Verdict.NON_INFERIOR : axial.stats.Verdict.INCONCLUSIVE;
        }
    }
}
