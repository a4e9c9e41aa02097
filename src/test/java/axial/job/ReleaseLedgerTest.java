package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import axial.disclosure.Published;
import axial.tables.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private ReleaseLedger ledger(String job) {
        return new ReleaseLedger(dir.resolve("kept/published.csv"), job);
    }

    @Test
    void nothingWasPublishedWhereThereIsNoFile() throws Exception {
        assertEquals(Published.NOTHING, ledger("a").read());
        assertEquals(Optional.empty(), ledger("a").lastTables());
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        ledger("a").write(TWO, TABLES);
        assertEquals(TWO, ledger("a").read());
        assertEquals(Optional.of(TABLES), ledger("a").lastTables());
    }

    @Test
    void theTablesOfAnotherQuestionAreNotRepeated() throws Exception {
        ledger("a").write(TWO, TABLES);
        assertEquals(Optional.empty(), ledger("b").lastTables());
        assertEquals(TWO, ledger("b").read());
    }

    @Test
    void theSameIsWrittenAsTheSameBytesAndNothingElseIsLeft() throws Exception {
        ledger("a").write(TWO, TABLES);
        String once = Files.readString(dir.resolve("kept/published.csv"));
        ledger("a").write(ledger("a").read(), TABLES);
        assertEquals(once, Files.readString(dir.resolve("kept/published.csv")));
        assertEquals("""
                release,people,n
                1,analysed|pain|short|manipulation||,120
                1,analysed|pain|short|manipulation||,118
                2,analysed|pain|short|manipulation||,140
                """, once);
        assertEquals(List.of("published.csv", "published.csv.tables"), names());
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
                "release,people,n\none,analysed,4\n",
                "release,people,n\n1,analysed,\n",
                "release,people,n\n1,analysed,-4\n",
                "release,people,n\n1,analysed\n"
            })
    void aDamagedFileIsNotTakenForNothingPublished(String text) throws IOException {
        Path file = dir.resolve("published.csv");
        Files.writeString(file, text);
        RunFailed failed = assertThrows(RunFailed.class, () -> new ReleaseLedger(file, "a").read());
        assertEquals(3, failed.exitCode());
    }
}
