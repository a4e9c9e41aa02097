package axial.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** OMOP tables in a database: each is read along the ids of the visits, only the rows that the codes ask for. */
final class OmopDatabase implements OmopTables {
    /** Of tables, views and materialised views. */
    private static final String COLUMNS = "select attname from pg_catalog.pg_attribute"
            + " join pg_catalog.pg_class on pg_class.oid = attrelid"
            + " join pg_catalog.pg_namespace on pg_namespace.oid = relnamespace"
            + " where cast(nspname as text) = any(?) and cast(relname as text) = any(?)"
            + " and relkind in ('r', 'v', 'm', 'p', 'f') and attnum > 0 and not attisdropped order by attnum";

    private final Database database;
    private final String schema;
    private final OmopCodes codes;
    private final OmopFacts reading;
    private final Map<OmopTable, List<String>> columns = new EnumMap<>(OmopTable.class);

    OmopDatabase(Database database, String schema, OmopCodes codes, OmopFacts reading) {
        this.database = database;
        this.schema = schema;
        this.codes = codes;
        this.reading = reading;
    }

    @Override
    public List<String> columns(OmopTable table) {
        return columns.computeIfAbsent(table, any -> {
            List<String> names = new ArrayList<>();
            database.rows(COLUMNS, List.of(new String[] {schema}, new String[] {table.word()}))
                    .forEachRemaining(
                            row -> names.add(Objects.requireNonNull(row.get(0)).toLowerCase(Locale.ROOT)));
            return names;
        });
    }

    private String from(OmopTable table) {
        return " from \"" + schema + "\"." + table.word() + " ";
    }

    private List<String> visitColumns() {
        return codes.columns().all().stream()
                .filter(column -> columns(OmopColumns.tableOf(column)).contains(OmopColumns.columnOf(column)))
                .toList();
    }

    private String visitQuery(List<String> asked) {
        List<String> named = new ArrayList<>();
        asked.forEach(column -> named.add(column + " as c" + named.size()));
        return "select " + String.join(", ", named) + from(OmopTable.VISIT_OCCURRENCE) + "left join \"" + schema
                + "\".person on person.person_id = visit_occurrence.person_id";
    }

    @Override
    public Iterator<OmopVisitRow> visits() {
        List<String> asked = visitColumns();
        int id = asked.indexOf("visit_occurrence.visit_occurrence_id");
        String order = " order by visit_occurrence.visit_occurrence_id, visit_occurrence.person_id,"
                + " visit_occurrence.visit_start_date";
        return new Made<>(
                database.rows(visitQuery(asked) + order, List.of()),
                (row, line) -> List.of(new OmopVisitRow(OmopVisitRow.idOf(row.get(id)), line, asked, row)));
    }

    @Override
    public List<Iterator<OmopFact>> facts() {
        List<Iterator<OmopFact>> facts = new ArrayList<>();
        for (OmopTable table : OmopTable.ABOUT_VISITS) {
            if (!columns(table).isEmpty()) {
                facts.add(facts(table));
            }
        }
        return facts;
    }

    private Iterator<OmopFact> facts(OmopTable table) {
        List<String> asked = factColumns(table);
        String key = table.word() + "_id";
        String order =
                " order by visit_occurrence_id nulls first" + (columns(table).contains(key) ? ", " + key : "");
        return new Made<>(database.rows(factQuery(table) + order, codesOf(codes.codes(table))), (row, line) -> {
            Map<String, @Nullable String> cells = new TreeMap<>();
            for (int i = 0; i < asked.size(); i++) {
                cells.put(asked.get(i), row.get(i));
            }
            return reading.of(table, new RawRecord(line, asked, cells::get, ""));
        });
    }

    private List<String> factColumns(OmopTable table) {
        return table.columns().stream().filter(columns(table)::contains).toList();
    }

    private String factQuery(OmopTable table) {
        return "select " + String.join(", ", factColumns(table)) + from(table) + "where " + withCodes(table);
    }

    /** A condition with three parameters: concepts twice and what the source wrote. */
    private static String withCodes(OmopTable table) {
        return "(" + table.column("concept_id") + " = any(?) or " + table.column("source_concept_id")
                + " = any(?) or trim(" + table.column("source_value") + ") = any(?))";
    }

    private static List<Object[]> codesOf(Set<String> written) {
        Long[] concepts = written.stream()
                .filter(code -> code.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toArray(Long[]::new);
        return List.of(concepts, concepts, written.toArray(new String[0]));
    }

    /** What tells whether a row that is read has changed, whatever the order of rows: reckoned by the server. */
    String fingerprint() {
        List<String> parts = new ArrayList<>();
        parts.add(fingerprint(visitQuery(visitColumns()), List.of()));
        for (OmopTable table : OmopTable.ABOUT_VISITS) {
            if (!columns(table).isEmpty()) {
                parts.add(fingerprint(factQuery(table), codesOf(codes.codes(table))));
            }
        }
        return String.join("-", parts);
    }

    private String fingerprint(String query, List<Object[]> parameters) {
        String hashes = "select count(*) || '.' || coalesce(sum(hashtextextended(cast(t as text), 0)), 0) from (";
        return String.valueOf(
                database.rows(hashes + query + ") t", parameters).next().get(0));
    }

    @Override
    public Set<String> seen() {
        Set<String> seen = new TreeSet<>();
        codes.codesByField().forEach((field, written) -> {
            for (OmopTable table : List.of(OmopTable.MEASUREMENT, OmopTable.OBSERVATION)) {
                String query = "select 1" + from(table) + "where " + withCodes(table) + " limit 1";
                if (!columns(table).isEmpty()
                        && database.rows(query, codesOf(written)).hasNext()) {
                    seen.add(field);
                }
            }
        });
        return seen;
    }

    @Override
    public @Nullable Map<String, Set<String>> concepts(Set<String> written) {
        if (columns(OmopTable.CONCEPT).isEmpty()) {
            return null;
        }
        String[] plain = written.stream()
                .map(code -> code.substring(code.indexOf('|') + 1))
                .distinct()
                .toArray(String[]::new);
        Map<String, Set<String>> concepts = new TreeMap<>();
        database.rows(
                        "select vocabulary_id || '|' || concept_code, concept_id" + from(OmopTable.CONCEPT)
                                + "where concept_code = any(?)",
                        List.<Object[]>of(plain))
                .forEachRemaining(row -> {
                    String code = String.valueOf(row.get(0));
                    if (written.contains(code)) {
                        concepts.computeIfAbsent(code, any -> new TreeSet<>()).add(String.valueOf(row.get(1)));
                    }
                });
        return concepts;
    }

    @Override
    public void close() {
        database.close();
    }

    /** What is made of one row of a result. */
    private interface Making<T> {
        List<T> of(List<@Nullable String> row, long line);
    }

    /** What is made of the rows of a result, one after another. */
    private static final class Made<T> implements Iterator<T> {
        private final Iterator<List<@Nullable String>> rows;
        private final Making<T> making;
        private Iterator<T> ready = List.<T>of().iterator();
        private long line = 0;

        Made(Iterator<List<@Nullable String>> rows, Making<T> making) {
            this.rows = rows;
            this.making = making;
        }

        @Override
        public boolean hasNext() {
            while (!ready.hasNext() && rows.hasNext()) {
                line++;
                ready = making.of(rows.next(), line).iterator();
            }
            return ready.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.next();
        }
    }
}
