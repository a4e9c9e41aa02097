package axial.synth;

import java.util.List;

/**
 * A world with a known truth.
 *
 * @param about in one sentence, for the explanation beside the data
 * @param confounding how strongly age, stage and baseline pain steer the choice of thrust; 1 is mild
 * @param leaving how much likelier those who did better than expected after thrust stay away from follow-up, in
 *     log-odds per SD; above 0 the truth can not be recovered
 * @param clinicSpread SD over clinics of the true thrust − non-thrust difference, in SD of the change
 */
record Scenario(String name, String about, Benefits benefits, double confounding, double leaving, double clinicSpread) {
    private static final PlantedArm CM = PlantedArm.CERVICAL_MANIPULATION;
    private static final PlantedArm CMOB = PlantedArm.CERVICAL_MOBILIZATION;
    private static final PlantedArm TM = PlantedArm.THORACIC_MANIPULATION;
    private static final PlantedArm TMOB = PlantedArm.THORACIC_MOBILIZATION;
    private static final Measure.Kind PAIN = Measure.Kind.PAIN;
    private static final Benefits SAME = Benefits.USUAL.allAs(CM);

    private static final List<Scenario> ALL = List.of(
            new Scenario(
                    SynthPlan.DEFAULT_SCENARIO,
                    "Cervical manipulation is a little ahead at once and level with mobilization later.",
                    Benefits.USUAL,
                    1,
                    0,
                    0),
            new Scenario("S0", "No arm differs from another.", SAME, 1, 0, 0),
            new Scenario(
                    "S1",
                    "Cervical manipulation is better for pain by 1 at once, and not at all later.",
                    SAME.with(CM, PAIN, List.of(2.2, 2.0, 1.5, 1.3)),
                    1,
                    0,
                    0),
            new Scenario(
                    "S2",
                    "Cervical mobilization is worse for pain by 1.5 in every window.",
                    Benefits.USUAL
                            .with(CM, PAIN, List.of(1.8, 2.2, 2.0, 1.8))
                            .with(CMOB, PAIN, List.of(0.3, 0.7, 0.5, 0.3)),
                    1,
                    0,
                    0),
            new Scenario(
                    "S3",
                    "Thoracic manipulation beats thoracic mobilization by 2.0 in pain and 10 in disability.",
                    Benefits.USUAL
                            .with(TM, PAIN, List.of(2.2, 2.6, 2.4, 2.2))
                            .with(TMOB, PAIN, List.of(0.2, 0.6, 0.4, 0.2))
                            .with(TM, Measure.Kind.NDI, List.of(0.0, 12.0, 12.0, 11.0))
                            .with(TMOB, Measure.Kind.NDI, List.of(0.0, 2.0, 2.0, 1.0)),
                    1,
                    0,
                    0),
            new Scenario(
                    "S4",
                    "No arm differs, but thrust goes to the young, acute and sore, who gain more whatever is done.",
                    SAME,
                    5,
                    0,
                    0),
            new Scenario(
                    "S5",
                    "No arm differs, but those who recover after thrust stop coming: what is seen is biased.",
                    SAME,
                    1,
                    1.5,
                    0),
            new Scenario(
                    "S6",
                    "No arm differs on average, but clinics differ strongly in how thrust compares.",
                    SAME,
                    1,
                    0,
                    0.6));

    static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no scenario '" + name + "'; there are " + String.join(", ", names())));
    }

    static List<String> names() {
        return ALL.stream().map(Scenario::name).toList();
    }

    /** The true change of the score, in its unit. */
    double change(PlantedArm arm, Measure measure, Span span) {
        return measure.sign * benefits.of(arm, measure.kind, span);
    }
}
