package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** What {@code harms.csv} says, row by row, in words. */
final class HarmRates {
    /** What is of a clinic, not of a treatment. */
    static final Set<String> SCREENING = Set.of("screened", "screened_first", "despite_red_flag");

    private static final Set<String> SAID = Set.of("protopathic", "vascular_case");
    private static final double SMALL = 10;

    private final Table table;
    private final Texts texts;

    private HarmRates(Table table, Texts texts) {
        this.table = table;
        this.texts = texts;
    }

    static Listing of(Table table, String caption, Texts texts) {
        return new HarmRates(table, texts).listing(caption);
    }

    private Listing listing(String caption) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : table) {
            rows.add(row(row));
        }
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("harm.measure")),
                Listing.words(texts.say("harms.arm")),
                Listing.words(texts.say("harm.group")),
                Listing.numbers(texts.say("harms.events")),
                Listing.numbers(texts.say("harm.exposure")),
                Listing.numbers(texts.say("harm.rate")),
                Listing.words(texts.say("harm.note")));
        return new Listing(caption, columns, List.copyOf(rows), 1);
    }

    private List<Cell> row(Row row) {
        String measure = row.getString("measure");
        return Listing.row(
                Tables.id(table, row),
                measure(row, measure),
                arms(row),
                group(row, measure),
                count(row, "events"),
                count(row, "exposure"),
                rate(row),
                note(row, measure));
    }

    private String measure(Row row, String measure) {
        String days = row.getString("window_days");
        String name = texts.sayOr("harm.", measure);
        return days.isEmpty() ? name : texts.say("harm.within", "measure", name, "days", days);
    }

    private String arms(Row row) {
        String arm = row.getString("arm");
        String comparator = row.getString("comparator");
        return comparator.isEmpty()
                ? texts.names().arms(arm)
                : texts.say(
                        "harm.against",
                        "arm",
                        texts.names().arms(arm),
                        "comparator",
                        texts.names().arms(comparator));
    }

    private String group(Row row, String measure) {
        String group = row.getString("group");
        if (SCREENING.contains(measure)) {
            return group.isEmpty() ? texts.say("harm.all_clinics") : texts.say("harm.clinic", "clinic", group);
        }
        return texts.has("severity." + group.replace(' ', '_'))
                ? texts.sayOr("severity.", group)
                : texts.sayOr("level.", group);
    }

    private String count(Row row, String column) {
        String none = row.getString("status").equals("withheld") ? texts.say("flow.withheld") : "–";
        return texts.shown().people(row.getString(column), none);
    }

    private String rate(Row row) {
        double estimate = Effect.number(row, "estimate");
        double high = Effect.number(row, "ci_high");
        long events = Effect.count(row, "events");
        long exposure = Effect.count(row, "exposure");
        if (texts.shown().roundsPeople() && events >= 0 && exposure > 0 && !Double.isNaN(estimate)) {
            return row.getString("unit").startsWith("percent")
                    ? texts.shown().number(100 * texts.shown().share(events, exposure), 1) + " %"
                    : texts.shown().perThousand(events, exposure, texts.say("number.to"));
        }
        if (Double.isNaN(estimate)) {
            return Double.isNaN(high) ? "–" : texts.say("harm.at_most", "n", number(high));
        }
        return Double.isNaN(high)
                ? number(estimate)
                : texts.shown()
                        .withInterval(
                                estimate,
                                Effect.number(row, "ci_low"),
                                high,
                                decimals(estimate),
                                texts.say("number.to"));
    }

    private String number(double number) {
        return texts.shown().number(number, decimals(number));
    }

    private int decimals(double number) {
        int exact = number < SMALL ? 2 : 1;
        return texts.shown().roundsPeople() ? exact - 1 : exact;
    }

    private String note(Row row, String measure) {
        String status = row.getString("status");
        if (status.equals("withheld")) {
            return texts.say("harms.withheld");
        }
        if (SAID.contains(measure) || status.equals("not_answerable")) {
            return texts.has("harm.said." + measure)
                    ? texts.say("harm.said." + measure)
                    : texts.sayOr("harm.words.", row.getString("words"));
        }
        return texts.sayOr("harm.unit.", measure);
    }
}
