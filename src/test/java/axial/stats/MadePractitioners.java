package axial.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Episodes by practitioner that a few lines of whole-number arithmetic make alike in every language: Lehmer's generator
 * (Park and Miller 1993, CACM 36(7):105), thirty covariates, practitioners who differ in size and in preferred arm. The
 * same in R: {@code oracle/practitioners.R}.
 */
final class MadePractitioners {
    static final int COVARIATES = 30;

    private long state = 1;

    private int draw(int below) {
        state = 48_271 * state % 2_147_483_647;
        return (int) (state % below);
    }

    /** The sums of each practitioner over the columns 1, arm, covariates, and the change. */
    List<CrossProducts> sums(int practitioners, int fewest, int further) {
        List<CrossProducts> sums = new ArrayList<>();
        for (int g = 0; g < practitioners; g++) {
            int effect = draw(5);
            int episodes = fewest + draw(further);
            CrossProducts sum = CrossProducts.none(2 + COVARIATES);
            for (int i = 0; i < episodes; i++) {
                double[] x = new double[2 + COVARIATES];
                x[0] = 1;
                x[1] = draw(10) < 3 + effect ? 1 : 0;
                for (int c = 1; c <= COVARIATES; c++) {
                    x[1 + c] = draw(c <= 20 ? 11 : 2);
                }
                sum = sum.plus(CrossProducts.ofRow(x, effect - 2 * x[1] + x[2] + draw(7)));
            }
            sums.add(sum);
        }
        return sums;
    }
}
