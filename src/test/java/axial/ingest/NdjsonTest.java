package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonTest {
    private static final String START =
            "{\"visit_id\":\"V1\",\"patient_id\":\"P1\",\"clinic_id\":\"C1\",\"visit_date\":\"2024-03-04\",";
    private static final String GOOD = START + "\"treatments\":[]}";

    @TempDir
    Path dir = Path.of("");

    private Intake json(String... lines) throws IOException {
        return Intake.of(dir, String.join("\n", lines) + "\n").format("ndjson");
    }

    @Test
    void listsAndTextsOfTokensAreTheSame() throws IOException {
        for (String tokens : List.of("[\"massage\",\"heat\"]", "\"massage;heat\"", "[\"massage\",null,\"heat\"]")) {
            assertEquals(
                    "heat;massage",
                    json(START + "\"treatments\":" + tokens + "}").only().at("treatments"));
        }
    }

    @Test
    void numbersTruthsAndNullsAreUnderstood() throws IOException {
        Intake.Fate fate = json(START
                        + "\"treatments\":[],\"pain_nprs\":6.5e0,\"ndi_percent\":null,\"adverse_events_asked\":true}")
                .only();
        assertEquals(6_500_000, fate.at("pain_nprs"));
        assertNull(fate.at("ndi_percent"));
        assertEquals(true, fate.at("adverse_events_asked"));
    }

    @Test
    void whatIsNoObjectIsRefusedAndTheRestIsRead() throws IOException {
        List<Intake.Fate> fates = json(GOOD, "", "[1]", "not json", START, GOOD + " " + GOOD, GOOD)
                .read();
        assertEquals(
                List.of(1L, 3L, 4L, 5L, 6L, 7L),
                fates.stream().map(Intake.Fate::line).toList());
        for (Intake.Fate fate : fates) {
            boolean good = fate.line() == 1 || fate.line() == 7;
            assertEquals(good ? List.of() : List.of(" broken_record"), fate.codes(), "line " + fate.line());
        }
    }

    @Test
    void aNameThatStandsTwiceInAnObjectIsRefused() throws IOException {
        assertEquals(
                List.of(" broken_record"),
                json(GOOD, START + "\"treatments\":[],\"pain_nprs\":5,\"pain_nprs\":6}")
                        .read()
                        .get(1)
                        .codes());
    }

    @Test
    void anObjectWhereANumberShouldStandIsRefusedNotTakenForMissing() throws IOException {
        assertEquals(
                List.of("pain_nprs number_not_understood"),
                json(START + "\"treatments\":[],\"pain_nprs\":{\"value\":5}}")
                        .only()
                        .codes());
    }

    @Test
    void aNumberOfAbsurdSizeIsRefused() throws IOException {
        for (String number : List.of("1e400", "1e-400", "1e999999999")) {
            assertEquals(
                    List.of("pain_nprs number_not_understood"),
                    json(START + "\"treatments\":[],\"pain_nprs\":" + number + "}")
                            .only()
                            .codes());
        }
    }
}
