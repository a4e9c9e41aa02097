package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Dose;
import axial.question.Job;
import axial.question.Pages;
import axial.tables.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path dir;

    private String page(Job job) throws IOException {
        if (!Files.exists(dir.resolve("estimates.csv"))) {
            Fixture.copyTo(dir);
        }
        Reports.write(dir, job);
        return Files.readString(dir.resolve("report.html"));
    }

    @Test
    void sameTablesGiveTheSameBytesInEveryLocale() throws IOException {
        String page = page(Fixture.job());
        String research = Files.readString(dir.resolve("research.html"));
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "de-DE", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(page, page(Fixture.job()), tag);
                assertEquals(research, Files.readString(dir.resolve("research.html")), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noTimeOfTheManifestReachesAPage() throws IOException {
        page(Fixture.job());
        assertFalse(Files.readString(dir.resolve("research.html")).contains("2026-01-02"));
    }

    @Test
    void anEstimandNamesBothSidesTheOtherPairOrTheNumbersOfSessions() throws IOException {
        List<String> manipulation = List.of("cervical_manipulation");
        List<String> mobilization = List.of("cervical_mobilization");
        Job.Pair others = new Job.Pair(List.of("thoracic_manipulation"), List.of("thoracic_mobilization"));
        Dose dose = new Dose(42, List.of(new Dose.Sessions(1, 4), new Dose.Sessions(5, Integer.MAX_VALUE)));
        page(Fixture.job(
                "Ways to ask",
                List.of(
                        asked("sides", manipulation, mobilization, null, null),
                        asked("pairs", manipulation, mobilization, others, null),
                        asked("sessions", manipulation, List.of(), null, dose))));
        String research = Files.readString(dir.resolve("research.html"));
        assertTrue(research.contains(">cervical manipulation – cervical mobilization<"));
        assertTrue(research.contains(">cervical manipulation – cervical mobilization, beside thoracic manipulation –"
                + " thoracic mobilization<"));
        assertTrue(research.contains(">cervical manipulation, by sessions until day 42 (1-4, 5+)<"));
    }

    private static Job.Question asked(
            String id, List<String> arm, List<String> comparator, Job.@Nullable Pair against, @Nullable Dose dose) {
        return new Job.Question(
                id,
                "How much does it help?",
                arm,
                comparator,
                List.of("pain_nprs"),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                null,
                Map.of(),
                against,
                dose);
    }

    @Test
    void nothingIsFetchedAndNothingRuns() throws IOException {
        page(Fixture.job());
        for (String name : List.of("report.html", "research.html")) {
            String html = Files.readString(dir.resolve(name));
            Matcher script = Pattern.compile("(?s)<script>(.*?)</script>").matcher(html);
            assertTrue(script.find(), name);
            assertTrue(
                    html.contains("script-src 'sha256-"
                            + new Sha256().add(script.group(1)).base64() + "'"),
                    name);
            assertFalse(script.find(), "a second script in " + name);
            assertFalse(html.matches("(?s).*\\s(src|srcset|action|background|data)\\s*=.*"), name);
            assertFalse(html.matches("(?s).*<(link|img|iframe|object|embed|video|audio|use|image)\\b.*"), name);
            assertFalse(html.matches("(?s).*(url\\(|@import|\\son\\w+=).*"), name);
            assertTrue(html.contains("default-src 'none'"), name);
            Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(html);
            while (links.find()) {
                assertTrue(links.group(1).matches("#[-\\w]+|(report|research)\\.html(#\\w+)?"), links.group(1));
            }
        }
    }

    @Test
    void theWordsOfTheWholePageKeepTheRules() throws IOException {
        for (String block : Prose.blocks(page(Fixture.job()))) {
            Prose.holdsNoBannedWord(block);
            Prose.hasShortSentences(block);
        }
    }

    @Test
    void theFigureShowsTheNumbersOfTheTable() throws IOException {
        String page = page(Fixture.job());
        Tables tables = Tables.read(dir).with(ClinicLetters.kept(dir));
        List<Comparison> comparisons = Comparison.all(tables, Fixture.job());
        int seen = 0;
        for (Answer answer : comparisons.get(0).mains()) {
            for (Forest.Study study : Forest.of(answer, tables).orElseThrow().studies()) {
                String g = rounded(study.g().estimate()) + " ("
                        + rounded(study.g().low()) + " to " + rounded(study.g().high()) + ")";
                assertTrue(
                        Pattern.compile("<text class=\"(?:\\w+ )?end\"[^>]*>" + Pattern.quote(g) + "</text>")
                                .matcher(page)
                                .find(),
                        g);
                assertTrue(page.contains("<tr data-id=\"" + study.id() + "\">"), g);
                assertTrue(page.contains("<td>" + g + "</td>"), g);
                seen++;
            }
        }
        assertTrue(seen > 10);
    }

    @Test
    void ofAHundredClinicsThoseWithMostWeightAreDrawnThoughRoundedWeightsAreAllNothing() throws IOException {
        Fixture.copyTo(dir);
        Path clinics = dir.resolve("clinics.csv");
        List<String> lines = Files.readAllLines(clinics);
        List<String> heads = List.of(lines.get(0).split(","));
        List<String> many = new ArrayList<>(List.of(lines.get(0)));
        for (int clinic = 100; clinic < 200; clinic++) {
            String[] cells = lines.get(1).split(",");
            cells[heads.indexOf("clinic_id")] = "Q" + clinic;
            cells[heads.indexOf("weight_percent")] = "0";
            many.add(String.join(",", cells));
        }
        Files.write(clinics, many);
        String page = page(Fixture.job());
        assertTrue(page.contains("60 clinics shown."));
        assertTrue(page.contains("40 further clinics with less weight are in clinics.csv only."));
    }

    private static String rounded(double number) {
        String text =
                BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
        return text.matches("-0\\.00") ? "0.00" : text.replace('-', '−');
    }

    @Test
    void everyPictureIsWellFormedAndNamed() throws Exception {
        Matcher pictures = Pattern.compile("(?s)<svg.*?</svg>").matcher(page(Fixture.job()));
        int seen = 0;
        while (pictures.find()) {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(pictures.group().getBytes(StandardCharsets.UTF_8)));
            assertEquals("img", document.getDocumentElement().getAttribute("role"));
            assertEquals(
                    "title",
                    document.getDocumentElement()
                            .getElementsByTagName("*")
                            .item(0)
                            .getNodeName());
            assertEquals(1, document.getElementsByTagName("desc").getLength());
            seen++;
        }
        assertTrue(seen >= 3);
    }

    @Test
    void aMaliciousTitleStaysText() throws IOException {
        String page = page(Fixture.job("<script>alert(1)</script>\"'&"));
        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    void withheldAndUnanswerableAreSaidInWords() throws IOException {
        String page = page(Fixture.job());
        assertTrue(page.contains("Withheld: fewer than 10 people in one of the groups"));
        assertTrue(page.contains("Not answerable with these data: nobody receives a sham treatment in routine care."));
        assertTrue(page.contains("6,021 records read = 5,942 accepted + 40 duplicates + 10 superseded + 29 rejected."));
        assertTrue(page.contains("Nothing recorded does not mean nothing happened."));
        assertTrue(page.contains("people were not assigned at random"));
    }

    @Test
    void aNumberThatIsWithheldIsCalledSoWhereverItWouldStand() throws IOException {
        page(Fixture.job());
        String flow = Files.readString(dir.resolve("flow.csv"));
        String without = flow.replaceFirst("(?m)^(,*in_one_arm),\\d+,.*$", "$1,,withheld");
        assertNotEquals(flow, without);
        Files.writeString(dir.resolve("flow.csv"), without);
        Reports.write(dir, Fixture.job());
        String page = Files.readString(dir.resolve("report.html"));
        String step = Pattern.quote("Treated in exactly one of the compared ways");
        assertTrue(Pattern.compile("<dt>Treated and eligible</dt><dd[^>]*>withheld<")
                .matcher(page)
                .find());
        assertTrue(Pattern.compile(step + "</th><td>withheld</td><td>withheld</td>")
                .matcher(page)
                .find());
        assertTrue(page.contains("left out: number withheld"));
        assertTrue(Files.readString(dir.resolve("methods.md")).contains("in (number withheld) first"));
    }

    @Test
    void groupsThatAreNotComparableGetASentenceUnlessSomebodySaysWhyNot() throws IOException {
        String shut = page(Fixture.job());
        assertTrue(shut.contains("Withheld: these groups are not comparable, because too many people"));
        assertFalse(shut.contains("class=\"watermark\""));
        Answer closed = Comparison.all(Tables.read(dir), Fixture.job()).get(0).answers().stream()
                .filter(Answer::closed)
                .findFirst()
                .orElseThrow();
        assertTrue(closed.difference().isEmpty());
        String open = page(Fixture.job().withPages(new Pages("en", "to see how far they differ")));
        assertFalse(open.contains("Withheld: these groups are not comparable"));
        for (String name : List.of("report.html", "research.html")) {
            assertTrue(Files.readString(dir.resolve(name)).contains("Reason given: to see how far they differ"), name);
        }
        assertTrue(open.contains("One clinic is left out of the figure: too few people."));
    }

    @Test
    void onePageHasOneTitleLandmarksAndNamedTables() throws IOException {
        String page = page(Fixture.job());
        assertEquals(2, page.split("<h1", -1).length);
        assertEquals(2, page.split("<main", -1).length);
        assertEquals(page.split("<table", -1).length, page.split("<caption", -1).length);
        assertFalse(page.contains("<th>"));
    }

    @Test
    void emptyTablesAndNoManifestStillMakeAPage() throws IOException {
        Fixture.copyTo(dir);
        for (String table : List.of("estimates", "clinics", "flow", "safety", "rejects")) {
            Path file = dir.resolve(table + ".csv");
            Files.writeString(file, Files.readString(file).lines().findFirst().orElseThrow() + "\n");
        }
        Files.delete(dir.resolve("manifest.json"));
        Files.delete(dir.resolve("quality.csv"));
        String page = page(Fixture.job());
        assertTrue(page.contains("No record was rejected."));
        assertTrue(page.contains("None of the questions has a result that may be shown"));
        assertEquals(1, Reports.write(dir, Fixture.job()).size());
    }

    @Test
    void theFindingsArePlainSentences() throws IOException {
        Fixture.copyTo(dir);
        List<String> findings = Reports.write(dir, Fixture.job());
        assertEquals(3, findings.size());
        assertTrue(findings.stream().noneMatch(f -> f.contains("<") || f.contains("{")));
    }
}
