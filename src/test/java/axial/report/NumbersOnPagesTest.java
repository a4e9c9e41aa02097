package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Job;
import axial.question.Pages;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Every number on a page comes from a row of a table, and figure, table beneath it, alternative text and CSV agree. */
class NumbersOnPagesTest {
    private static final List<String> PAGES = new ArrayList<>(List.of("report.html", "research.html"));

    @TempDir
    static Path dir;

    private static Browser browser;
    private static final Map<String, Map<String, String>> ROWS = new TreeMap<>();

    @BeforeAll
    static void draw() throws IOException {
        browser = Browser.open();
        Fixture.copyTo(dir);
        FurtherTables.write(dir);
        Job job = Fixture.job().withPages(new Pages("en", "tests see every figure"));
        Reports.write(dir, job);
        Reports.writeClinics(dir, job, Optional.empty());
        ClinicLetters letters = ClinicLetters.kept(dir);
        List.of("C01", "C04").forEach(c -> PAGES.add("owner/clinic-pages/clinic-" + letters.of(c) + ".html"));
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                String name = file.getFileName().toString().replace(".csv", "");
                Table table = letters.on(Tables.table(dir, name), ClinicLetters.column(name));
                for (Row row : table) {
                    Map<String, String> cells = new TreeMap<>();
                    table.columnNames().forEach(c -> cells.put(c, row.getString(c)));
                    ROWS.put(Tables.id(table, row), cells);
                }
            }
        }
        Manifest.read(dir.resolve("manifest.json"))
                .entries()
                .forEach((path, value) -> ROWS.put("manifest:" + path, Map.of("value", value)));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Page open(BrowserContext context, String name) {
        Page page = context.newPage();
        page.navigate(dir.resolve(name).toUri().toString());
        return page;
    }

    @Test
    void everyNameBesideANumberIsThatOfARow() {
        int seen = 0;
        for (String name : PAGES) {
            try (BrowserContext context = browser.chromium().newContext(new NewContextOptions())) {
                List<?> ids = (List<?>) open(context, name)
                        .evaluate("() => [...document.querySelectorAll('[data-id]')]"
                                + ".flatMap(e => e.getAttribute('data-id').split(' ')).filter(s => s)");
                for (Object id : ids) {
                    assertTrue(ROWS.containsKey(id.toString()), () -> "no row is called " + id + " in " + name);
                    seen++;
                }
            }
        }
        assertTrue(seen > 1000, seen + " names");
    }

    @Test
    void noNumberOfAResultStandsWithoutAName() {
        for (String name : PAGES) {
            try (BrowserContext context = browser.chromium().newContext(new NewContextOptions())) {
                Object nameless = open(context, name)
                        .evaluate(
                                "() => [...document.querySelectorAll('td.n, .listing td:not(.w), td.means, .key ol li, .facts dd,"
                                        + " .trust td, svg g text, .sof td')]"
                                        + ".filter(e => /[0-9]/.test(e.textContent) && !e.closest('[data-id]')"
                                        + " && [...e.querySelectorAll('*')].every(c => !c.hasAttribute('data-id'))"
                                        + " && !e.closest('g:not([data-id])') && !e.matches('.instead'))"
                                        + ".map(e => e.textContent)");
                assertEquals(
                        List.of(),
                        ((List<?>) nameless)
                                .stream()
                                        .filter(t -> !t.toString().matches("development|[A-Z]"))
                                        .toList(),
                        name);
            }
        }
    }

    @Test
    void figureTableAlternativeTextAndFileAgree() {
        try (BrowserContext context = browser.chromium().newContext(new NewContextOptions())) {
            Page page = open(context, "report.html");
            List<?> marks = (List<?>) page.evaluate("() => [...document.querySelectorAll('figure')].flatMap(f =>"
                    + " [...f.querySelectorAll('svg g[data-id]')].map(g => ({ id: g.getAttribute('data-id'),"
                    + " texts: [...g.querySelectorAll('text')].map(t => t.textContent),"
                    + " cells: [...f.querySelectorAll('td')].filter(c => c.closest('[data-id]')?.getAttribute('data-id') ==="
                    + " g.getAttribute('data-id')).map(c => c.textContent),"
                    + " desc: f.querySelector('desc').textContent })))");
            int compared = 0;
            List<String> wrong = new ArrayList<>();
            for (Object each : marks) {
                Map<?, ?> mark = (Map<?, ?>) each;
                String id = mark.get("id").toString();
                List<?> cells = (List<?>) mark.get("cells");
                for (Object text : (List<?>) mark.get("texts")) {
                    if (text.toString().contains(" (") && text.toString().matches("[−0-9].*")) {
                        compared++;
                        if (!cells.contains(text)) {
                            wrong.add(text + " of " + id + " is not in the table: " + cells);
                        }
                        Map<String, String> row = ROWS.get(id);
                        String file = rounded(row.get("estimate")) + " (" + rounded(row.get("ci_low")) + " to "
                                + rounded(row.get("ci_high")) + ")";
                        if (!file.equals(text)) {
                            wrong.add(text + " of " + id + " is " + file + " in the file");
                        }
                        boolean pooled = id.endsWith("clinics_pooled/hedges_g");
                        if (pooled && !mark.get("desc").toString().contains(rounded(row.get("estimate")))) {
                            wrong.add(text + " is not in the alternative text: " + mark.get("desc"));
                        }
                    }
                }
            }
            assertEquals(List.of(), wrong);
            assertTrue(compared > 20, compared + " numbers");
        }
    }

    private static String rounded(String number) {
        String text = new BigDecimal(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
        return text.matches("-0\\.00") ? "0.00" : text.replace('-', '−');
    }
}
