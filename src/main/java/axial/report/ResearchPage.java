package axial.report;

import axial.question.Job;
import axial.tables.ClinicRow;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import axial.tables.SafetyRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The full listing for the research team, ready to print. */
public record ResearchPage(Page.Head head, List<String> methods, List<Listing> tables, Listing provenance, String css) {
    private static final Texts TEXTS = Texts.ENGLISH;
    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_UP);
    private static final Set<String> WORDS = Set.of(
            "question",
            "outcome",
            "window",
            "subgroup",
            "estimator",
            "metric",
            "arm",
            "comparator",
            "status",
            "reason",
            "estimand",
            "convention",
            "clinic_id",
            "step",
            "severity",
            "field",
            "check");
    private static final List<String> NOT_LISTED = List.of("id");

    static ResearchPage of(Tables tables, Job job, String css) {
        List<Listing> listings = new ArrayList<>(List.of(
                listing("research.estimates", tables.estimates(), EstimateRow.COLUMNS),
                listing("research.clinics", tables.clinics(), ClinicRow.COLUMNS),
                listing("research.flow", tables.flow(), FlowRow.COLUMNS),
                listing("research.safety", tables.safety(), SafetyRow.COLUMNS)));
        List<CheckResult> checks = CheckResult.all(tables, job);
        if (checks.isEmpty()) {
            tables.quality().ifPresent(q -> listings.add(listing("research.quality", q, q.columnNames())));
        } else {
            listings.add(QualitySection.full(checks));
        }
        return new ResearchPage(
                PageOf.head(tables, job),
                methodNotes(),
                List.copyOf(listings),
                provenanceOf(tables.manifest(), job),
                css);
    }

    /** A text without places to fill. */
    public String say(String key) {
        return TEXTS.say(key);
    }

    private static List<String> methodNotes() {
        List<String> methods = new ArrayList<>();
        for (int i = 1; TEXTS.has("research.method." + i); i++) {
            methods.add(TEXTS.say("research.method." + i));
        }
        return List.copyOf(methods);
    }

    private static Listing provenanceOf(Manifest manifest, Job job) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(entry(
                "research.adjust", job.adjustFor().stream().map(Names::plain).collect(Collectors.joining(", "))));
        rows.add(entry("research.cluster", job.cluster().word()));
        rows.add(entry("research.cell", Integer.toString(job.disclosure().minCell())));
        rows.add(entry("research.washout", Integer.toString(job.cohort().washoutDays())));
        manifest.entries().forEach((name, value) -> rows.add(List.of(name, value)));
        List<Listing.Column> columns =
                List.of(Listing.words(TEXTS.say("research.entry")), Listing.words(TEXTS.say("research.value")));
        return new Listing(TEXTS.say("research.provenance"), columns, List.copyOf(rows), 1);
    }

    private static List<String> entry(String key, String value) {
        return List.of(TEXTS.say(key), value);
    }

    private static Listing listing(String caption, Table table, List<String> order) {
        List<String> names = order.stream()
                .filter(c -> table.columnNames().contains(c) && !NOT_LISTED.contains(c))
                .toList();
        List<Listing.Column> columns = names.stream()
                .map(c -> new Listing.Column(Names.plain(c), !WORDS.contains(c)))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (Row row : table) {
            rows.add(names.stream().map(c -> cell(c, row.getString(c))).toList());
        }
        return new Listing(TEXTS.say(caption), columns, List.copyOf(rows), 1);
    }

    private static String cell(String column, String text) {
        if (WORDS.contains(column) || !text.matches("-?\\d+\\.?\\d*(e[-+]\\d+)?")) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        String shown = whole ? number.toPlainString() : number.round(FOUR).toString();
        return shown.replace('-', '−').replace("E", " × 10^");
    }
}
