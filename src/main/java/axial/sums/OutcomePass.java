package axial.sums;

import axial.walk.CovariatePatterns;
import java.util.List;

/** Cross-products of the change and the propensity columns, per side, of those whom a model does not bar. */
record OutcomePass(List<Propensity> models) implements Pass<CovariatePatterns> {
    static void run(Parts<CovariatePatterns> patterns, List<Propensity> all) {
        List<Propensity> models = all.stream().filter(Propensity::wantsOutcome).toList();
        if (models.isEmpty()) {
            return;
        }
        OrderFreeSums sums = Pass.sum(patterns, new OutcomePass(models));
        int at = 0;
        for (Propensity model : models) {
            model.takeOutcome(sums, at);
            at += model.outcomeSums();
        }
    }

    @Override
    public int size() {
        return models.stream().mapToInt(Propensity::outcomeSums).sum();
    }

    @Override
    public void add(CovariatePatterns part, OrderFreeSums sums) {
        int at = 0;
        for (Propensity model : models) {
            model.addOutcome(part, sums, at);
            at += model.outcomeSums();
        }
    }
}
