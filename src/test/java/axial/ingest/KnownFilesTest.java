package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.question.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was not touched is not read again, and one that was is, however it was made to look untouched. */
class KnownFilesTest {
    private static final String HEADER = "visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs\n";
    private static final String VISIT = "V1,P1,C1,2024-03-04,manipulation:cervical,6\n";
    private static final LongSupplier LATER = () -> System.currentTimeMillis() + 60_000;

    @TempDir
    private Path dir = Path.of("");

    private Job job() {
        return JobFixture.job().source(JobFixture.csv("visits.csv")).build();
    }

    private Path file() {
        return dir.resolve("visits.csv");
    }

    private KnownFiles remembered() {
        return KnownFiles.in(dir.resolve("store").toUri().toString(), LATER);
    }

    /** Looks at the file as a run does. */
    private Arrival run() throws IOException {
        KnownFiles known = remembered();
        Arrival arrival = Arrival.find(job(), dir, known).get(0);
        known.keep();
        return arrival;
    }

    private static boolean wasRead(Arrival arrival) {
        return !arrival.stretches().isEmpty();
    }

    @Test
    void anUntouchedFileIsSummedOnce() throws IOException {
        Files.writeString(file(), HEADER + VISIT);
        Arrival first = run();
        assertTrue(wasRead(first));
        Arrival second = run();
        assertFalse(wasRead(second));
        assertEquals(first.sha256(), second.sha256());
        assertEquals(first, second.lookedInto(), "where it has to be taken in all the same, it is read");
    }

    @Test
    void aChangeOfBytesIsSeenThoughLengthAndTimeAreSetBack() throws IOException {
        Files.writeString(file(), HEADER + VISIT);
        FileTime before = Files.getLastModifiedTime(file());
        String sum = run().sha256();
        Files.writeString(file(), HEADER + VISIT.replace(",6", ",7"));
        Files.setLastModifiedTime(file(), before);
        Arrival changed = run();
        assertTrue(wasRead(changed));
        assertNotEquals(sum, changed.sha256());
    }

    @Test
    void anotherFileInItsPlaceIsSeenThoughLengthAndTimeAreTheSame() throws IOException {
        Files.writeString(file(), HEADER + VISIT);
        Path other = dir.resolve("other");
        Files.writeString(other, HEADER + VISIT.replace(",6", ",7"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file()));
        String sum = run().sha256();
        Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING);
        assertNotEquals(sum, run().sha256());
    }

    @Test
    void aFileThatWasJustWrittenIsSummedAgain() throws IOException {
        Files.writeString(file(), HEADER + VISIT);
        KnownFiles known = KnownFiles.in(dir.resolve("store").toUri().toString());
        Arrival.find(job(), dir, known);
        known.keep();
        assertTrue(wasRead(run()));
        assertFalse(wasRead(run()), "once it is settled it is remembered");
    }

    @Test
    void aFileThatIsGoneIsForgotten() throws IOException {
        Files.writeString(file(), HEADER + VISIT);
        run();
        Path list = dir.resolve("store/known-files.json");
        assertTrue(Files.readString(list).contains("visits.csv"));
        Files.delete(file());
        remembered().keep();
        assertFalse(Files.readString(list).contains("visits.csv"));
    }

    @Test
    void aCheckSumInWhichABitHasTurnedIsNotBelieved() throws IOException {
        Files.writeString(file(), HEADER + VISIT);
        Arrival first = run();
        Path list = dir.resolve("store/known-files.json");
        String digit = first.sha256().startsWith("1") ? "0" : "1";
        String turned = Files.readString(list)
                .replace(first.sha256(), digit + first.sha256().substring(1));
        Files.delete(dir.resolve("store/.known-files.json.crc"));
        Files.writeString(list, turned);
        Arrival again = run();
        assertTrue(wasRead(again));
        assertEquals(first.sha256(), again.sha256(), "or the store would take the file for a new one");
    }

    @Test
    void whatIsRememberedAndDamagedIsAsIfItWereNotThere() throws IOException {
        Files.writeString(file(), HEADER + VISIT);
        run();
        Path list = dir.resolve("store/known-files.json");
        for (String damage :
                new String[] {"", "{", "[]", "{\"a\":1}", "{\"sha256\":\"\"}", "{\"sha256\":\"\",\"files\":{}}"}) {
            Files.deleteIfExists(dir.resolve("store/.known-files.json.crc"));
            Files.writeString(list, damage);
            assertTrue(wasRead(run()), damage);
        }
        Files.writeString(list, "torn, with the check sum of another");
        assertTrue(wasRead(run()));
        assertFalse(wasRead(run()));
    }
}
