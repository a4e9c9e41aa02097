package axial.report;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The adverse events that were recorded, by treatment and severity. */
final class HarmTable {
    private static final Texts TEXTS = Texts.ENGLISH;

    private HarmTable() {}

    static Listing of(Table safety) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : safety) {
            rows.add(row(row));
        }
        List<Listing.Column> columns = List.of(
                Listing.words(TEXTS.say("harms.arm")),
                Listing.words(TEXTS.say("harms.severity")),
                Listing.numbers(TEXTS.say("harms.visits")),
                Listing.numbers(TEXTS.say("harms.asked")),
                Listing.numbers(TEXTS.say("harms.events")),
                Listing.numbers(TEXTS.say("harms.rate")));
        return new Listing(TEXTS.say("harms.caption"), columns, List.copyOf(rows), 2);
    }

    private static List<String> row(Row row) {
        String withheld = TEXTS.say("harms.withheld");
        double rate = Effect.number(row, "per_1000_asked");
        return List.of(
                Names.arms(row.getString("arm")),
                Names.plain(row.getString("severity")),
                Shown.count(row.getString("visits"), withheld),
                Shown.count(row.getString("asked"), withheld),
                Shown.count(row.getString("events"), withheld),
                Double.isNaN(rate)
                        ? row.getString("status").equals("withheld") ? withheld : "–"
                        : Shown.withInterval(rate, Effect.number(row, "ci_low"), Effect.number(row, "ci_high"), 1));
    }
}
