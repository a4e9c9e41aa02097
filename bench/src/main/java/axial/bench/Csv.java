package axial.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A made-up file of visits, which has no quotes in its header. */
final class Csv {
    private Csv() {}

    static List<String> header(Path csv) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(csv)) {
            return List.of(lines.readLine().split(","));
        }
    }

    static long rows(Path csv) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(csv)) {
            return lines.lines().count() - 1;
        }
    }
}
