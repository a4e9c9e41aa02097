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
            new OtherPopulations(),
            new WithinClinics(),
            new UnmeasuredConfounding(),
            new UnseenPatients(),
            new BetweenClinics(),
            new BetweenPractitioners(),
            new ClinicsPooled(),
            new Verdicts(),
            new ResponderThresholds(),
            new QuantileShifts(),
            new ClinicsOtherwise(),
            new ExpectedRegression());

    /** Those over several outcomes, windows or subgroups, after the others of their question. */
    static final List<QuestionEstimator> OF_QUESTIONS = List.of(
            new Interactions(),
            new Directions(),
            new DifferenceOfDifferences(),
            new RepeatedMeasures(),
            new Lasting(),
            new DoseResponse());

    private Estimators() {}
}
