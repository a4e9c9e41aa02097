package axial.sums;

/** The products of rows over grouped patterns with some vectors. */
final class Products {
    private final Predictor[] predictors;
    private final double[] products;

    Products(ModelColumns columns, double[]... vectors) {
        predictors = new Predictor[vectors.length];
        products = new double[vectors.length];
        for (int v = 0; v < vectors.length; v++) {
            predictors[v] = new Predictor(columns, vectors[v]);
        }
    }

    /** Those of a row, until the next is asked for. */
    double[] of(int kind, int numbers, int baseline) {
        for (int v = 0; v < products.length; v++) {
            products[v] = predictors[v].of(kind, numbers, baseline);
        }
        return products;
    }
}
