package axial.report;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The adverse events that were recorded, by treatment and severity. */
final class HarmTable {
    private HarmTable() {}

    static Listing of(Table safety, Texts texts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : safety) {
            rows.add(row(row, Tables.id(safety, row), texts));
        }
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("harms.arm")),
                Listing.words(texts.say("harms.severity")),
                Listing.numbers(texts.say("harms.visits")),
                Listing.numbers(texts.say("harms.asked")),
                Listing.numbers(texts.say("harms.events")),
                Listing.numbers(texts.say("harms.rate")));
        return new Listing(texts.say("harms.caption"), columns, List.copyOf(rows), 2);
    }

    private static List<Cell> row(Row row, String id, Texts texts) {
        String withheld = texts.say("harms.withheld");
        return Listing.row(
                id,
                texts.names().arms(row.getString("arm")),
                texts.sayOr("severity.", row.getString("severity")),
                texts.shown().people(row.getString("visits"), withheld),
                texts.shown().people(row.getString("asked"), withheld),
                texts.shown().people(row.getString("events"), withheld),
                rate(row, withheld, texts));
    }

    private static String rate(Row row, String withheld, Texts texts) {
        double rate = Effect.number(row, "per_1000_asked");
        String to = texts.say("number.to");
        if (Double.isNaN(rate)) {
            return row.getString("status").equals("withheld") ? withheld : "–";
        }
        return texts.shown().roundsPeople()
                ? texts.shown().perThousand(Effect.count(row, "events"), Effect.count(row, "asked"), to)
                : texts.shown().withInterval(rate, Effect.number(row, "ci_low"), Effect.number(row, "ci_high"), 1, to);
    }
}
