package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** What was rejected, counted by reason and field; never a value. */
final class RejectTable {
    private RejectTable() {}

    private record Key(String code, String field, String reason, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCode = code.compareTo(other.code);
            int byField = byCode != 0 ? byCode : field.compareTo(other.field);
            return byField != 0 ? byField : reason.compareTo(other.reason);
        }
    }

    static Listing of(Table rejects, Texts texts) {
        Map<Key, Long> counts = new TreeMap<>();
        for (Row row : rejects) {
            String id = Tables.id(rejects, row);
            counts.merge(
                    new Key(row.getString("code"), row.getString("field"), row.getString("reason"), id), 1L, Long::sum);
        }
        List<List<Cell>> rows = new ArrayList<>();
        counts.forEach((key, n) -> rows.add(Listing.row(
                key.id(),
                key.code(),
                key.field(),
                texts.has("reject." + key.code()) ? texts.say("reject." + key.code()) : key.reason(),
                texts.shown().count(n))));
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("rejects.code")),
                Listing.words(texts.say("rejects.field")),
                Listing.words(texts.say("rejects.reason")),
                Listing.numbers(texts.say("rejects.count")));
        return new Listing(texts.say("rejects.caption"), columns, List.copyOf(rows), 1);
    }

    /** That what was read is all accounted for; empty where the manifest does not hold every count. */
    static Optional<Said> sum(Manifest manifest, Texts texts) {
        List<String> names = List.of("read", "accepted", "duplicates", "superseded", "rejected");
        if (names.stream().map(manifest::count).anyMatch(OptionalLong::isEmpty)) {
            return Optional.empty();
        }
        String[] namesAndCounts = names.stream()
                .flatMap(name ->
                        Stream.of(name, texts.shown().count(manifest.count(name).orElse(-1))))
                .toArray(String[]::new);
        return Optional.of(new Said(
                texts.say("rejects.sum", namesAndCounts),
                Said.ids(names.stream().map(n -> "manifest:counts." + n).toList())));
    }
}
