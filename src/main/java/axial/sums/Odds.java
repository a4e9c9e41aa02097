package axial.sums;

/** The odds exp(x'β) over grouped patterns, as products of three powers; where one of these is too large to be multiplied, of the sum. */
final class Odds {
    /** Three powers of exponents up to here neither overflow nor vanish when they are multiplied. */
    static final double MOST = 230;

    private final Predictor predictor;
    private final double[] ofKind;
    private final double[] ofNumbers;
    private final double[] ofBaseline;

    Odds(Predictor predictor, double[] ofKind, double[] ofNumbers, double[] ofBaseline) {
        this.predictor = predictor;
        this.ofKind = ofKind;
        this.ofNumbers = ofNumbers;
        this.ofBaseline = ofBaseline;
    }

    /** exp(x'β), positive infinity where it is beyond all numbers. */
    double of(int kind, int numbers, int baseline) {
        double product = ofKind[kind] * ofNumbers[numbers] * ofBaseline[baseline];
        return Double.isNaN(product) ? StrictMath.exp(predictor.of(kind, numbers, baseline)) : product;
    }

    /** 1/(1+exp(x'β)), the probability whose odds against it these are. */
    double against(int kind, int numbers, int baseline) {
        return 1 / (1 + of(kind, numbers, baseline));
    }
}
