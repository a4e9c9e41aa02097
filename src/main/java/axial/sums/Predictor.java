package axial.sums;

/** A linear predictor x'β over grouped patterns: what it owes to levels, to numbers and to the baseline is worked out once for each. */
final class Predictor {
    private final double[] ofKind;
    private final double[] ofNumbers;
    private final double[] ofBaseline;

    Predictor(ModelColumns columns, double[] beta) {
        ofKind = new double[columns.kinds()];
        for (int kind = 0; kind < ofKind.length; kind++) {
            for (int one : columns.ones(kind)) {
                ofKind[kind] += beta[one];
            }
        }
        ofNumbers = new double[columns.numbers().length];
        for (int n = 0; n < ofNumbers.length; n++) {
            for (int i = 0; i < columns.numberColumns().length; i++) {
                ofNumbers[n] += beta[columns.numberColumns()[i]] * columns.numbers()[n][i];
            }
        }
        ofBaseline = new double[columns.baselines().length];
        for (int b = 0; b < ofBaseline.length && columns.baselineColumn() >= 0; b++) {
            ofBaseline[b] = beta[columns.baselineColumn()] * columns.baselines()[b];
        }
    }

    double of(int kind, int numbers, int baseline) {
        return ofKind[kind] + ofNumbers[numbers] + ofBaseline[baseline];
    }

    /** exp(x'β), from as few powers: that of a sum is the product of those of its parts. */
    Odds odds() {
        return new Odds(this, powers(ofKind), powers(ofNumbers), powers(ofBaseline));
    }

    private static double[] powers(double[] parts) {
        double[] powers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            powers[i] = Math.abs(parts[i]) <= Odds.MOST ? StrictMath.exp(parts[i]) : Double.NaN;
        }
        return powers;
    }
}
