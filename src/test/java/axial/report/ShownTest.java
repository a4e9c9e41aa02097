package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTest {
    private static final Shown SHOWN = Texts.ENGLISH.shown();

    @Test
    void roundsHalfUpWithARealMinus() {
        assertEquals("−1.3", SHOWN.number(-1.25, 1));
        assertEquals("0.0", SHOWN.number(-0.04, 1));
        assertEquals("1,234,568", SHOWN.number(1234567.5, 0));
        assertEquals("–", SHOWN.number(Double.NaN, 1));
    }

    @Test
    void showsAsManyDigitsAsMatter() {
        assertEquals(1, Shown.decimals(2));
        assertEquals(1, Shown.decimals(10));
        assertEquals(0, Shown.decimals(20));
        assertEquals(3, Shown.decimals(0.07));
    }

    @Test
    void countsAreGrouped() {
        assertEquals("5,942", SHOWN.count(5942));
        assertEquals("withheld", SHOWN.people("", "withheld"));
    }

    @Test
    void respondersComeBackFromRatioAndError() {
        double se = Math.sqrt(1 / 40.0 - 1 / 100.0 + 1 / 30.0 - 1 / 60.0);
        Effect ratio = new Effect(
                "responder", "risk_ratio", 100, 60, 3, (40 / 100.0) / (30 / 60.0), se, 0.5, 1.2, "estimated", "", "id");
        Answer answer = new Answer(
                Fixture.job().questions().get(0),
                Fixture.job().outcomes().get(0),
                Fixture.job().windows().get(0),
                Map.of(ratio.key(), ratio),
                Followed.UNKNOWN);
        Responders responders = Responders.of(answer).orElseThrow();
        assertEquals(0.4, responders.arm(), 1e-12);
        assertEquals(0.5, responders.comparator(), 1e-12);
    }
}
