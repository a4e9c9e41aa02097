package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Better;
import axial.clinic.Instrument;
import axial.clinic.Scaled;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstrumentCatalogueTest {
    private static final Map<String, Instrument> ALL = InstrumentCatalogue.builtIn();

    @Test
    void everyInstrumentHasAScaleAChangeThatMattersAndASource() {
        for (Instrument one : ALL.values()) {
            BigDecimal mcid = one.mcid();
            assertNotNull(mcid, one.id());
            assertTrue(mcid.signum() > 0 && mcid.compareTo(one.max().subtract(one.min())) < 0, one.id());
            assertTrue(one.min().compareTo(one.max()) < 0, one.id());
            assertTrue(Scaled.fits(one.min(), one.decimals()) && Scaled.fits(one.max(), one.decimals()), one.id());
            assertTrue(
                    !one.source().isBlank()
                            && !one.label().isBlank()
                            && !one.unit().isBlank(),
                    one.id());
        }
    }

    @Test
    void theInstrumentsOfTheContractAreThere() {
        assertTrue(ALL.keySet()
                .containsAll(Set.of(
                        "pain_nprs", "pain_vas_mm", "ndi_percent", "groc", "psfs", "eq5d_index", "satisfaction")));
        assertEquals(
                6, ALL.keySet().stream().filter(id -> id.matches("rom_.*_deg")).count());
    }

    @Test
    void painAndDisabilityAreBetterLowAndTheRestHigh() {
        Set<String> low = Set.of("pain_nprs", "pain_vas_mm", "ndi_percent", "npq_percent", "bqn", "pgic");
        ALL.forEach((id, one) -> assertEquals(low.contains(id) ? Better.LOWER : Better.HIGHER, one.better(), id));
    }
}
