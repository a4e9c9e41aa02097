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
    private static final Texts TEXTS = Texts.ENGLISH;

    private RejectTable() {}

    private record Key(String code, String field, String reason) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCode = code.compareTo(other.code);
            int byField = byCode != 0 ? byCode : field.compareTo(other.field);
            return byField != 0 ? byField : reason.compareTo(other.reason);
        }
    }

    static Listing of(Table rejects) {
        Map<Key, Long> counts = new TreeMap<>();
        for (Row row : rejects) {
            counts.merge(
                    new Key(row.getString("code"), row.getString("field"), row.getString("reason")), 1L, Long::sum);
        }
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((key, n) -> rows.add(List.of(key.code(), key.field(), key.reason(), Shown.count(n))));
        List<Listing.Column> columns = List.of(
                Listing.words(TEXTS.say("rejects.code")),
                Listing.words(TEXTS.say("rejects.field")),
                Listing.words(TEXTS.say("rejects.reason")),
                Listing.numbers(TEXTS.say("rejects.count")));
        return new Listing(TEXTS.say("rejects.caption"), columns, List.copyOf(rows), 1);
    }

    /** That what was read is all accounted for; empty where the manifest does not hold every count. */
    static Optional<String> sum(Manifest manifest) {
        List<String> names = List.of("read", "accepted", "duplicates", "superseded", "rejected");
        if (names.stream().map(manifest::count).anyMatch(OptionalLong::isEmpty)) {
            return Optional.empty();
        }
        String[] namesAndCounts = names.stream()
                .flatMap(
                        name -> Stream.of(name, Shown.count(manifest.count(name).orElse(-1))))
                .toArray(String[]::new);
        return Optional.of(TEXTS.say("rejects.sum", namesAndCounts));
    }
}
