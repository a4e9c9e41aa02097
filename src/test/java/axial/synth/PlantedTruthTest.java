package axial.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What was planted is what a plain regression finds. */
class PlantedTruthTest {
    private static final PlantedArm CM = PlantedArm.CERVICAL_MANIPULATION;
    private static final PlantedArm CMOB = PlantedArm.CERVICAL_MOBILIZATION;
    private static final PlantedArm TM = PlantedArm.THORACIC_MANIPULATION;
    private static final PlantedArm TMOB = PlantedArm.THORACIC_MOBILIZATION;
    private static final List<List<PlantedArm>> PAIRS = List.of(
            List.of(CM, CMOB),
            List.of(TM, TMOB),
            List.of(CM, TMOB),
            List.of(PlantedArm.CERVICAL_AND_THORACIC_MANIPULATION, CM));
    private static final List<Measure> MEASURES = List.of(Measure.PAIN, Measure.NDI, Measure.ROTATION_LEFT);

    @Test
    void defaultTruthIsRecovered() throws IOException {
        recovers("default", List.of(Span.SHORT, Span.INTERMEDIATE), MEASURES);
        recovers("default", List.of(Span.IMMEDIATE), List.of(Measure.PAIN, Measure.ROTATION_LEFT));
    }

    @Test
    void strongPlantsAreRecovered() throws IOException {
        for (String scenario : List.of("S1", "S2", "S3", "S4", "S6")) {
            recovers(scenario, List.of(Span.SHORT), List.of(Measure.PAIN, Measure.NDI));
        }
    }

    @Test
    void confoundingMisleadsTheCrudeDifferenceOnly() throws IOException {
        Ancova found = found("S4", CM, CMOB, Measure.PAIN, Span.SHORT);
        assertTrue(found.crude() < -0.4, "crude " + found.crude());
        assertEquals(0, found.difference(), 3.5 * found.standardError());
    }

    @Test
    void informativeDropoutCanNotBeAdjustedAway() throws IOException {
        Ancova found = found("S5", CM, CMOB, Measure.PAIN, Span.LONG);
        assertTrue(found.difference() > 0.3, "biased against manipulation, found " + found.difference());
    }

    private static Ancova found(String scenario, PlantedArm arm, PlantedArm other, Measure measure, Span span)
            throws IOException {
        List<Made.FirstEpisode> episodes =
                Made.of(new SynthPlan(20_000, 200, 7, scenario)).firstEpisodes();
        return Ancova.of(episodes, arm, other, measure, span);
    }

    private static void recovers(String name, List<Span> spans, List<Measure> measures) throws IOException {
        Scenario scenario = Scenario.named(name);
        List<Made.FirstEpisode> episodes =
                Made.of(new SynthPlan(20_000, 200, 7, name)).firstEpisodes();
        for (List<PlantedArm> pair : PAIRS) {
            for (Measure measure : measures) {
                for (Span span : spans) {
                    Ancova found = Ancova.of(episodes, pair.get(0), pair.get(1), measure, span);
                    double planted =
                            scenario.change(pair.get(0), measure, span) - scenario.change(pair.get(1), measure, span);
                    String what = describe(name, pair, measure, span, planted, found);
                    assertEquals(planted, found.difference(), 3.5 * found.standardError(), what);
                }
            }
        }
    }

    private static String describe(
            String name, List<PlantedArm> pair, Measure measure, Span span, double planted, Ancova found) {
        return String.format(
                Locale.ROOT,
                "%s %s - %s %s %s planted %.2f found %.3f (SE %.3f, z %.2f, crude %.3f, n %d)",
                name,
                pair.get(0).id(),
                pair.get(1).id(),
                measure.column,
                span.word(),
                planted,
                found.difference(),
                found.standardError(),
                (found.difference() - planted) / found.standardError(),
                found.crude(),
                found.analysed());
    }
}
