package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Coding;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores that the job declares to be written otherwise than in their field's unit. */
class ConversionTest {
    @TempDir
    Path dir = Path.of("");

    private Intake scores(String pain, String ndi) throws IOException {
        return Intake.of(
                dir,
                "visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs,pain_nprs_after,ndi_percent\n"
                        + "V1,P1,C1,2024-03-04,massage," + pain + "," + pain + "," + ndi + "\n");
    }

    @Test
    void aSumIsDoubled() throws IOException {
        assertEquals(
                46_000_000,
                scores("", "23").convert("ndi_percent", Coding.RAW_0_50).only().at("ndi_percent"));
    }

    @Test
    void aSumAboveFiftyIsRefusedAsWhatItIs() throws IOException {
        Reason reason = scores("", "51")
                .convert("ndi_percent", Coding.RAW_0_50)
                .only()
                .reasons()
                .get(0);
        assertEquals("outside_range", reason.code());
        assertTrue(reason.words().endsWith("once converted from raw_0_50"), reason.words());
        assertEquals("99", reason.shape());
    }

    @Test
    void millimetresAreATenth() throws IOException {
        assertEquals(
                5_500_000,
                scores("55", "")
                        .convert("pain_nprs", Coding.VAS_MM)
                        .convert("pain_nprs_after", Coding.VAS_MM)
                        .only()
                        .at("pain_nprs"));
    }

    @Test
    void theScoreAfterTreatmentIsAFieldOfItsOwn() throws IOException {
        Intake intake = scores("6", "").convert("pain_nprs", Coding.REVERSED);
        assertEquals(4_000_000, intake.only().at("pain_nprs"));
        assertEquals(6_000_000, intake.only().at("pain_nprs_after"));
    }

    @Test
    void zeroIsMissingWhereItIsDeclaredSo() throws IOException {
        assertNull(scores("0", "")
                .convert("pain_nprs", Coding.ZERO_IS_MISSING)
                .only()
                .at("pain_nprs"));
        assertEquals(
                1_000_000,
                scores("1", "")
                        .convert("pain_nprs", Coding.ZERO_IS_MISSING)
                        .only()
                        .at("pain_nprs"));
        assertEquals(0, scores("0", "").only().at("pain_nprs"));
    }

    @Test
    void onlyTheNamedClinicsAreConverted() throws IOException {
        assertEquals(
                46_000_000,
                scores("", "23")
                        .convert("ndi_percent", Coding.RAW_0_50, "C1", "C2")
                        .only()
                        .at("ndi_percent"));
        assertEquals(
                23_000_000,
                scores("", "23")
                        .convert("ndi_percent", Coding.RAW_0_50, "C2")
                        .only()
                        .at("ndi_percent"));
    }

    @Test
    void aMissingScoreStaysMissingAndAWordIsRefusedAsEver() throws IOException {
        assertNull(scores("", "").convert("pain_nprs", Coding.VAS_MM).only().at("pain_nprs"));
        assertNull(scores("NI", "")
                .option("null_values", "NI")
                .convert("pain_nprs", Coding.VAS_MM)
                .convert("pain_nprs_after", Coding.VAS_MM)
                .only()
                .at("pain_nprs"));
        assertEquals(
                "[pain_nprs number_not_understood, pain_nprs_after number_not_understood]",
                scores("bad", "")
                        .convert("pain_nprs", Coding.VAS_MM)
                        .only()
                        .codes()
                        .toString());
    }
}
