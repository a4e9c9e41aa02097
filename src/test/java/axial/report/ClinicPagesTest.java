package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.tables.CsvTable;
import axial.tables.FunnelRow;
import axial.tables.HarmRow;
import axial.tables.QualityRow;
import axial.tables.SpcRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred clinics, a page each: nothing of a clinic is on the page of another. */
class ClinicPagesTest {
    private static final int CLINICS = 500;
    private static final int POINTS = 14;
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");
    private static final Pattern NAMED = Pattern.compile("[Cc]linic ([A-Z]{1,3})\\b");
    private static final Pattern ROW = Pattern.compile("data-id=\"([^\"]+)\"");

    @TempDir
    private Path dir;

    /** Which clinic a number is of, as pages write it. */
    private final Map<String, Integer> owners = new HashMap<>();

    private static String id(int clinic) {
        return "practice-" + Integer.toString(7000 + 13 * clinic, 36);
    }

    @BeforeEach
    void write() throws IOException {
        Fixture.copyTo(dir);
        List<List<String>> funnel = new ArrayList<>();
        List<List<String>> spc = new ArrayList<>();
        List<List<String>> quality = new ArrayList<>();
        List<List<String>> harms = new ArrayList<>();
        for (int c = 0; c < CLINICS; c++) {
            for (String where : List.of("pain_nprs,short", "pain_nprs,long", "ndi_percent,short")) {
                funnel.add(cells(where + "," + id(c) + "," + own(c, 15_005 + 10 * c) + ",-" + own(c, 20_001 + c)
                        + ",0.5,-2,0.04,-2.9,-1.3,-3.6,-0.6,-" + own(c, 30_001 + c)
                        + ",0.15,0.02,far lower,estimated"));
            }
            for (int p = 0; p < POINTS; p++) {
                spc.add(cells("pain_nprs,short," + id(c) + ",mean_change,2023-" + (10 + p % 3) + ",2023-12,"
                        + own(c, 5 * (100_000 + 20 * c + p)) + ",-" + own(c, 40_001 + 20 * c + p) + ",1,-"
                        + own(c, 50_001 + c) + ",-" + own(c, 60_001 + c) + ",-" + own(c, 70_001 + c)
                        + ",,outside,worse than before,,,estimated"));
            }
            quality.add(cells("M1,completeness," + id(c) + ",,pain_nprs,," + own(c, 5 * (160_000 + c)) + ","
                    + own(c, 5 * (170_000 + c)) + ",fail,"));
            harms.add(cells("despite_red_flag,thrust,," + id(c) + ",," + own(c, 5 * (180_000 + c)) + ","
                    + own(c, 5 * (190_000 + c)) + ",percent of thrusts of the neck,1,1,1,,estimated,"));
        }
        new CsvTable(FunnelRow.COLUMNS, funnel).write(dir.resolve("funnel.csv"));
        new CsvTable(SpcRow.COLUMNS, spc).write(dir.resolve("spc.csv"));
        new CsvTable(QualityRow.COLUMNS, quality).write(dir.resolve("quality.csv"));
        new CsvTable(HarmRow.COLUMNS, harms).write(dir.resolve("harms.csv"));
    }

    private static List<String> cells(String row) {
        return List.of(row.split(",", -1));
    }

    /** Puts the number down as that clinic's own. */
    private long own(int clinic, long number) {
        owners.put(Texts.ENGLISH.shown().count(number), clinic);
        return number;
    }

    @Test
    void noNameNumberOrPictureOfAnotherClinicIsOnAPage() throws IOException {
        List<Path> pages = Reports.writeClinics(dir, Fixture.job(), Optional.empty());
        assertEquals(CLINICS, pages.size());
        ClinicLetters letters = ClinicLetters.kept(dir);
        Set<String> ids = new TreeSet<>();
        IntStream.range(0, CLINICS).forEach(c -> ids.add(id(c)));
        Map<String, Integer> byLetter = new HashMap<>();
        IntStream.range(0, CLINICS).forEach(c -> byLetter.put(letters.of(id(c)), c));
        assertEquals(CLINICS, byLetter.size());
        Set<Integer> seen = new HashSet<>();
        Pattern anyId = Pattern.compile("practice-\\w+");
        for (Path page : pages) {
            String letter = page.getFileName().toString().replaceAll("clinic-|\\.html", "");
            int clinic = byLetter.get(letter);
            String html = Files.readString(page);
            String body = html.substring(html.indexOf("<body>"));
            assertFalse(anyId.matcher(html).find(), "an id on the page of " + letter);
            found(NAMED, body).forEach(named -> assertEquals(letter, named, "a clinic named on the page of " + letter));
            for (String row : found(ROW, body)) {
                boolean shared = row.startsWith("manifest:") || row.startsWith("flow:");
                assertTrue(shared || List.of(row.split("[:/]")).contains(letter), row + " on the page of " + letter);
            }
            Set<String> numbers = new TreeSet<>();
            Matcher number = NUMBER.matcher(body);
            while (number.find()) {
                numbers.add(number.group().replaceFirst("\\.0$", ""));
                numbers.add(number.group());
            }
            numbers.removeIf(n -> !owners.containsKey(n));
            numbers.forEach(n -> assertEquals(clinic, owners.get(n), n + " on the page of " + letter));
            assertTrue(numbers.size() >= 2 * POINTS, numbers.size() + " own numbers on the page of " + letter);
            assertEquals(1, count(picture(body, "mine-1"), "<polygon"), "one place in the funnel of " + letter);
            assertEquals(POINTS, count(picture(body, "mine-2"), "<polygon"), "the points of " + letter);
            assertFalse(body.contains("data-clinic"), "a filter by clinic on the page of " + letter);
            seen.add(clinic);
        }
        assertEquals(CLINICS, seen.size());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).toList();
    }

    private static String picture(String body, String id) {
        int from = body.indexOf("<svg role=\"img\" aria-labelledby=\"" + id + "-t");
        return body.substring(from, body.indexOf("</svg>", from));
    }

    private static int count(String text, String what) {
        return text.split(Pattern.quote(what), -1).length - 1;
    }

    @Test
    void thePageOfOneClinicIsAskedForByItsIdOrItsLetter() throws IOException {
        List<Path> byId = Reports.writeClinics(dir, Fixture.job(), Optional.of(id(7)));
        assertEquals(1, byId.size());
        String letter = ClinicLetters.kept(dir).of(id(7));
        assertEquals(byId, Reports.writeClinics(dir, Fixture.job(), Optional.of(letter)));
        assertEquals(List.of(), Reports.writeClinics(dir, Fixture.job(), Optional.of("nobody")));
    }

    @Test
    void thePagesForAllNameClinicsByLettersOnly() throws IOException {
        Reports.write(dir, Fixture.job());
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(html|svg|md|json)"))
                    .toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains("practice-"), file.toString());
                assertFalse(text.matches("(?s).*\\bC0\\d\\b.*"), file.toString());
            }
        }
    }

    @Test
    void lettersOnceGivenStayAndNewClinicsGetTheNext() throws IOException {
        Reports.write(dir, Fixture.job());
        ClinicLetters before = ClinicLetters.kept(dir);
        List<List<String>> rows = new ArrayList<>();
        for (Path file : List.of(dir.resolve("funnel.csv"))) {
            Files.readAllLines(file).stream().skip(1).forEach(line -> rows.add(cells(line)));
        }
        rows.add(0, cells("pain_nprs,short,a-new-one,7,,,,,,,,,,,,too few to say,not_estimable"));
        new CsvTable(FunnelRow.COLUMNS, rows).write(dir.resolve("funnel.csv"));
        Reports.write(dir, Fixture.job());
        ClinicLetters after = ClinicLetters.kept(dir);
        IntStream.range(0, CLINICS).forEach(c -> assertEquals(before.of(id(c)), after.of(id(c))));
        assertTrue(after.of("a-new-one").matches("[A-Z]{2}"), after.of("a-new-one"));
    }

    @Test
    void twoClinicsAreNoBenchmark() throws IOException {
        for (String name : List.of("funnel", "spc", "quality", "harms")) {
            Path file = dir.resolve(name + ".csv");
            Files.write(
                    file,
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.contains("practice-") || line.contains(id(0)) || line.contains(id(1)))
                            .toList());
        }
        Path page = Reports.writeClinics(dir, Fixture.job(), Optional.of(id(0))).get(0);
        assertTrue(Files.readString(page).contains(Texts.ENGLISH.say("mine.no_place")));
        assertFalse(Files.readString(page).contains("funnel:"), "the other's mean follows from that of both");
    }

    @Test
    void lettersGoOnAfterZ() {
        assertEquals(
                List.of("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"),
                Stream.of(0, 25, 26, 51, 52, 701, 702)
                        .map(ClinicLetters::letter)
                        .toList());
    }
}
