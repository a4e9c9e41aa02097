package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Job;
import axial.question.Pages;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.lowagie.text.pdf.PdfReader;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a reader has them: in Chromium, with and without scripts, by keyboard, on a phone, dark, and printed. */
class PagesInBrowserTest {
    private static final List<String> PAGES = new ArrayList<>(List.of("report.html", "research.html"));

    @TempDir
    static Path dir;

    private static Browser browser;

    @BeforeAll
    static void draw() throws IOException {
        browser = Browser.open();
        Fixture.copyTo(dir);
        FurtherTables.write(dir);
        Job job = Fixture.job().withPages(new Pages("en", "tests see every figure"));
        Reports.write(dir, job);
        assertEquals(4, Reports.writeClinics(dir, job, Optional.empty()).size());
        PAGES.add("owner/clinic-pages/clinic-" + letter("C01") + ".html");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String letter(String clinic) throws IOException {
        return ClinicLetters.kept(dir).of(clinic);
    }

    private static BrowserContext context(NewContextOptions options) {
        return browser.chromium().newContext(options);
    }

    private static Page open(BrowserContext context, String name) {
        Page page = context.newPage();
        page.navigate(dir.resolve(name).toUri().toString());
        return page;
    }

    @Test
    void noRequestLeavesAPageAndNothingIsLogged() {
        for (String name : PAGES) {
            List<String> said = new ArrayList<>();
            try (BrowserContext context = context(new NewContextOptions())) {
                context.onRequest(r -> said.add("request " + r.url()));
                Page page = context.newPage();
                page.onConsoleMessage(m -> said.add("console " + m.text()));
                page.onPageError(e -> said.add("error " + e));
                page.navigate(dir.resolve(name).toUri().toString());
                page.waitForTimeout(200);
            }
            assertEquals(List.of("request " + dir.resolve(name).toUri()), said);
        }
    }

    @Test
    void withScriptsOffNothingIsMissingButTheFilter() {
        for (String name : PAGES) {
            try (BrowserContext with = context(new NewContextOptions());
                    BrowserContext without = context(new NewContextOptions().setJavaScriptEnabled(false))) {
                String on = open(with, name).locator("main").innerText();
                Page off = open(without, name);
                String filter = "(?s)Show one clinic.*?\n\n";
                assertEquals(
                        on.replaceFirst(filter, "").replaceAll("\\s+", " "),
                        off.locator("main").innerText().replaceFirst(filter, "").replaceAll("\\s+", " "));
                assertEquals(0, off.locator("#filter:visible").count());
            }
        }
    }

    @Test
    void aFilterByClinicPicksItsRowsInEveryFigure() throws IOException {
        String letter = letter("C01");
        try (BrowserContext context = context(new NewContextOptions())) {
            Page page = open(context, "report.html");
            page.locator("#filter select").selectOption(letter);
            assertTrue(page.locator("svg .chosen").count() > 0);
            assertEquals(
                    0,
                    page.locator("svg .chosen:not([data-clinic='" + letter + "'])")
                            .count());
        }
    }

    @Test
    void theKeyboardReachesEveryControlAndOpensEveryTable() {
        for (String name : PAGES) {
            try (BrowserContext context = context(new NewContextOptions())) {
                Page page = open(context, name);
                Object controls = page.evaluate("() => { const all = [...document.querySelectorAll("
                        + "'a[href], summary, select, [tabindex=\"0\"]')].filter(e => e.checkVisibility());"
                        + " all.forEach((e, i) => e.setAttribute('data-t', i)); return all.length; }");
                Set<Integer> reached = new TreeSet<>();
                int all = ((Number) controls).intValue();
                for (int i = 0; i < all; i++) {
                    page.keyboard().press("Tab");
                    Object at = page.evaluate("() => { const e = document.activeElement; const s = getComputedStyle(e);"
                            + " return parseFloat(s.outlineWidth) >= 2 && s.outlineStyle != 'none'"
                            + " ? +e.getAttribute('data-t') : -1; }");
                    reached.add(((Number) at).intValue());
                }
                assertEquals(all, reached.size(), name);
                assertTrue(!reached.contains(-1), "a control without a visible focus in " + name);
                page.locator("summary").first().focus();
                page.keyboard().press("Enter");
                assertEquals(true, page.evaluate("() => document.querySelector('details').open"));
            }
        }
    }

    @Test
    void aPhoneOf320PixelsScrollsNothingButTablesAndFigures() {
        for (String name : PAGES) {
            try (BrowserContext context = context(new NewContextOptions().setViewportSize(320, 640))) {
                Page page = open(context, name);
                page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
                Object width = page.evaluate("() => document.documentElement.scrollWidth");
                assertEquals(320, ((Number) width).intValue(), name);
            }
        }
    }

    @Test
    void theSummaryOfFindingsIsReadWithoutScrollingAt1024PixelsAndInPrint() {
        String wider = "() => [...document.querySelectorAll('.sof')].map(t => t.parentElement)"
                + ".filter(d => d.clientWidth > 0 && (d.scrollWidth > d.clientWidth"
                + " || [...d.querySelectorAll('th, td')].some(c => c.scrollWidth > c.clientWidth + 1))).length";
        try (BrowserContext context = context(new NewContextOptions().setViewportSize(1024, 768))) {
            Page page = open(context, "report.html");
            page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            assertEquals(0, page.evaluate(wider));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertEquals(0, page.evaluate(wider));
        }
    }

    @Test
    void printedPagesHoldWhatStandsInClosedTables() throws IOException {
        try (BrowserContext context = context(new NewContextOptions())) {
            Page page = open(context, "report.html");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertEquals(0, page.locator("nav:visible").count());
            byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            Files.write(dir.resolve("printed.pdf"), pdf);
            try (PdfReader reader = new PdfReader(pdf)) {
                assertTrue(reader.getNumberOfPages() > 3);
            }
            Object hidden = page.evaluate("() => [...document.querySelectorAll('details table')]"
                    + ".filter(t => t.getBoundingClientRect().height == 0).length");
            assertEquals(0, ((Number) hidden).intValue(), "tables that are not printed");
        }
    }

    @Test
    void axeFindsNothingInLightAndDarkAndOnAPhone() {
        for (String name : PAGES) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext context = context(new NewContextOptions().setColorScheme(scheme))) {
                    Page page = open(context, name);
                    page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
                    List<String> found = new AxeBuilder(page)
                                    .withTags(List.of(
                                            "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                                    .analyze()
                                    .getViolations()
                                    .stream()
                                    .map(v -> v.getId() + ": " + v.getHelp() + " "
                                            + v.getNodes().stream()
                                                    .limit(3)
                                                    .map(n -> n.getHtml() + " " + n.getFailureSummary())
                                                    .toList())
                                    .toList();
                    assertEquals(List.of(), found, name + " " + scheme);
                }
            }
        }
    }
}
