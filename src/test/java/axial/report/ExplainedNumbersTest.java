package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.cli.Main;
import axial.question.Job;
import axial.question.Pages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code axial explain} knows the name beside every number of every page and figure. */
class ExplainedNumbersTest {
    private static final Pattern NAMED = Pattern.compile("data-id=\"([^\"]+)\"");

    @TempDir
    private Path dir;

    @Test
    void everyNameOnAPageIsExplained() throws IOException {
        Fixture.copyTo(dir);
        FurtherTables.write(dir);
        Job job = Fixture.job().withPages(new Pages("en", "tests see every figure"));
        Reports.write(dir, job);
        Reports.writeClinics(dir, job, Optional.empty());
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(html|svg)")).toList()) {
                Matcher named = NAMED.matcher(Files.readString(file));
                while (named.find()) {
                    names.addAll(List.of(named.group(1).replace("&amp;", "&").split(" ")));
                }
            }
        }
        for (String table : List.of("estimates", "funnel:", "spc:", "harms:", "clinics:", "flow:", "quality:")) {
            assertTrue(
                    names.stream().anyMatch(name -> table.equals("estimates") || name.startsWith(table)),
                    "no number of " + table);
        }
        List<String> unknown = new ArrayList<>();
        names.stream().filter(name -> explained(name) != 0).forEach(unknown::add);
        assertEquals(List.of(), unknown);
        assertTrue(names.size() > 300, names.size() + " names");
    }

    private int explained(String name) {
        PrintStream out = System.out;
        try {
            System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            return Main.answer("explain", "--out", dir.toString(), name);
        } finally {
            System.setOut(out);
        }
    }
}
