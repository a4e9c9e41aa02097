package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.disclosure.Published;
import axial.tables.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseLedgerTest {
    private static final Published TWO = new Published(List.of(
            Map.of("analysed\u001fpain\u001fshort\u001fmanipulation\u001f\u001f", List.of(120L, 118L)),
            Map.of("analysed\u001fpain\u001fshort\u001fmanipulation\u001f\u001f", List.of(140L))));
    private static final Map<String, CsvTable> TABLES = Map.of(
            "flow", new CsvTable(List.of("step", "n"), List.of(List.of("patients", "140"), List.of("'=a,b", ""))));

    @TempDir
    Path dir;

    private ReleaseLedger ledger(String job) throws RunFailed {
        return ReleaseLedger.open(dir.resolve("kept/published.csv"), job + ": the text of a job file");
    }

    @Test
    void nothingWasPublishedWhereThereIsNoFile() throws Exception {
        assertEquals(Published.NOTHING, ledger("a").before());
        assertEquals(Optional.empty(), ledger("a").last());
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        ledger("a").write(TWO, TABLES);
        assertEquals(TWO, ledger("a").before());
        assertEquals(Optional.of(TABLES), ledger("a").last());
    }

    @Test
    void theTablesOfAnotherQuestionAreNotRepeated() throws Exception {
        ledger("a").write(TWO, TABLES);
        assertEquals(Optional.empty(), ledger("b").last());
        assertEquals(TWO, ledger("b").before());
    }

    @Test
    void theSameIsWrittenAsTheSameBytesAndNothingElseIsLeft() throws Exception {
        ledger("a").write(TWO, TABLES);
        String once = Files.readString(dir.resolve("kept/published.csv"));
        ledger("a").write(ledger("a").before(), TABLES);
        assertEquals(once, Files.readString(dir.resolve("kept/published.csv")));
        assertEquals("""
                release,people,n
                1,analysed|pain|short|manipulation||,120
                1,analysed|pain|short|manipulation||,118
                2,analysed|pain|short|manipulation||,140
                end,counts,3
                """, once);
        assertEquals(List.of("published.csv", "published.csv.tables"), names());
    }

    /** Cut off, emptied, edited, lost, or the list lost beside its tables. */
    @ParameterizedTest
    @ValueSource(strings = {"flow.csv", "job.yaml", "SHA256SUMS", ".."})
    void tablesThatAreNotAsTheyWereWrittenAreRefused(String name) throws Exception {
        ledger("a").write(TWO, TABLES);
        Path tables = dir.resolve("kept/published.csv.tables");
        Path file = name.equals("..") ? dir.resolve("kept/published.csv") : tables.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(bytes, bytes.length / 2))) {
            Files.write(file, damaged);
            refused(name + " of " + damaged.length + " bytes");
        }
        Files.delete(file);
        refused(name + " that is not there");
    }

    private void refused(String what) {
        RunFailed failed = assertThrows(RunFailed.class, () -> ledger("a"), what);
        assertEquals(3, failed.exitCode());
        assertTrue(failed.getMessage().contains("put back a copy"), failed.getMessage());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("kept"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "something else\n",
                "release,people,n\none,analysed,4\nend,counts,1\n",
                "release,people,n\n1,analysed,\nend,counts,1\n",
                "release,people,n\n1,analysed,-4\nend,counts,1\n",
                "release,people,n\n1,analysed\nend,counts,1\n",
                "release,people,n\n1,analysed,4\nend,counts,2\n",
                "release,people,n\n1,analysed,4\n"
            })
    void aDamagedFileIsNotTakenForNothingPublished(String text) throws IOException {
        Path file = dir.resolve("published.csv");
        Files.writeString(file, text);
        RunFailed failed = assertThrows(RunFailed.class, () -> ReleaseLedger.open(file, "a"));
        assertEquals(3, failed.exitCode());
    }
}
