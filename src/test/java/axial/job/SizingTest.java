package axial.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.ingest.SourceSize;
import axial.ingest.Sources;
import axial.question.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job needs is told, and refused where it is not there, before anything is started. */
class SizingTest {
    private static final long MB = 1L << 20;

    private static Sizing sizing(int clinics, long cellBytes, long memoryBytes) {
        return new Sizing(new SourceSize(1, 10_000_000, clinics), 32, 2, cellBytes, memoryBytes);
    }

    @Test
    void aJobWhoseSumsDoNotFitIsRefusedWithWhatToDoInstead() {
        RunFailed refused =
                assertThrows(RunFailed.class, () -> sizing(3000, MB, 2048 * MB).refuseIfTooSmall());
        assertEquals(6, refused.exitCode());
        assertTrue(refused.getMessage().contains("3450 MB"), refused.getMessage());
        assertTrue(refused.getMessage().contains("AXIAL_MEMORY=13g"), refused.getMessage());
    }

    @Test
    void aProcessTooSmallForTheEngineIsRefusedWhateverTheJob() {
        assertThrows(RunFailed.class, () -> sizing(0, MB, 256 * MB).refuseIfTooSmall());
        assertDoesNotThrow(() -> sizing(100, MB, 2048 * MB).refuseIfTooSmall());
    }

    @Test
    void theNumberOfVisitsNeedsNoMemory() {
        Sizing many = new Sizing(new SourceSize(1, 50_000_000, 100), 128, 2, MB, 2048 * MB);
        assertEquals(sizing(100, MB, 2048 * MB).leastBytes(), many.leastBytes());
    }

    @Test
    void visitsAreCountedFromTheFilesAndClinicsFromTheirBeginning(@TempDir Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs\n");
        for (int i = 0; i < 40_000; i++) {
            rows.append("V%06d,P%05d,C%d,2024-03-04,manipulation:cervical,%d\n".formatted(i, i / 4, i % 7, i % 10));
        }
        Files.writeString(folder.resolve("visits.csv"), rows);
        Job job = JobFixture.job().source(JobFixture.csv("visits.csv")).build();
        Sizing sizing = Sizing.of(job, Sources.look(job, folder).size(), "local[3]", Map.of());
        assertEquals(40_000, sizing.size().visits(), 400);
        assertEquals(7, sizing.size().clinics());
        assertEquals(4, sizing.partitions());
        assertEquals(3, sizing.tasks());
        assertTrue(sizing.cellBytes() > 0);
        assertTrue(sizing.words().contains("7 clinics"), sizing.words());
    }
}
