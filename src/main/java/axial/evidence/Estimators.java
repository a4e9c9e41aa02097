package axial.evidence;

import java.util.List;

/** Every estimator, in the order of its rows. */
public final class Estimators {
    public static final List<Estimator> ALL = List.of(
            new WithinArms(),
            new Unadjusted(),
            new Responders(),
            new Ancova(),
            new OverlapWeighted(),
            new ClinicsPooled());

    private Estimators() {}
}
