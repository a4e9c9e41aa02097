package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * OMOP tables in a PostgreSQL database, read only. All tables are read in one transaction as they were at its start, each
 * along the ids of the visits, a thousand rows at a time.
 */
final class OmopDatabase implements OmopTables {
    private static final String SCHEME = "jdbc:";
    private static final int AT_A_TIME = 1000;

    private final Connection connection;
    private final String shown;
    private final String schema;
    private final OmopCodes codes;
    private final OmopFacts reading;
    private final Map<OmopTable, List<String>> columns = new EnumMap<>(OmopTable.class);

    private OmopDatabase(Connection connection, String shown, String schema, OmopCodes codes, OmopFacts reading) {
        this.connection = connection;
        this.shown = shown;
        this.schema = schema;
        this.codes = codes;
        this.reading = reading;
    }

    static boolean isAddress(String path) {
        return path.startsWith(SCHEME);
    }

    /**
     * Logs in.
     *
     * @param folder the folder of the job file, which a relative password file is looked for in
     */
    static OmopDatabase open(SourceFile folder, Job.Source source, OmopCodes codes, OmopFacts reading)
            throws IOException {
        Map<String, String> options = source.options();
        Properties login = new Properties();
        login.setProperty("user", options.getOrDefault("user", System.getProperty("user.name", "")));
        if (options.containsKey("password_file")) {
            login.setProperty("password", PasswordFile.read(folder, options.getOrDefault("password_file", "")));
        }
        login.setProperty("ApplicationName", "axial");
        login.setProperty("defaultRowFetchSize", Integer.toString(AT_A_TIME));
        try {
            Connection connection = Objects.requireNonNull(new Driver().connect(source.path(), login));
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            String schema = options.getOrDefault("schema", "public");
            return new OmopDatabase(connection, source.path(), schema, codes, reading);
        } catch (SQLException refused) {
            throw refusal(source.path(), refused);
        }
    }

    /** What to tell of a database that does not answer: never its own words, which may hold data. */
    private static InputRefused refusal(String shown, SQLException cause) {
        String state = Objects.requireNonNullElse(cause.getSQLState(), "unknown");
        String words = switch (state.substring(0, Math.min(2, state.length()))) {
            case "08" -> "the database cannot be reached. Check host, port and network.";
            case "28" ->
                "the database refuses the login. Check  options: { user, password_file }  and what the server"
                        + " allows.";
            case "3D" -> "there is no such database on the server. Correct the path.";
            case "3F", "42" ->
                state.equals("42501")
                        ? "the user may not read a table. Grant SELECT on the tables of the schema."
                        : "a table or column is not as OMOP CDM v5.4 has it. Check  options: { schema }.";
            case "57" -> "the database ended the reading. Run again, or ask who runs it.";
            default -> "the database could not be read.";
        };
        return new InputRefused(shown + ": " + words + " (SQLSTATE " + state + ")");
    }

    /** Something done with the database. */
    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T tried(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException refused) {
            throw refusal(shown, refused);
        }
    }

    @Override
    public List<String> columns(OmopTable table) {
        return columns.computeIfAbsent(
                table,
                any -> tried(() -> {
                    List<String> names = new ArrayList<>();
                    try (PreparedStatement asked =
                            connection.prepareStatement("select column_name from information_schema.columns"
                                    + " where table_schema = ? and table_name = ? order by ordinal_position")) {
                        asked.setString(1, schema);
                        asked.setString(2, table.word());
                        try (ResultSet rows = asked.executeQuery()) {
                            while (rows.next()) {
                                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
                            }
                        }
                    }
                    return List.copyOf(names);
                }));
    }

    private String from(OmopTable table) {
        return " from \"" + schema + "\"." + table.word() + " ";
    }

    private List<String> visitColumns() {
        return codes.visitColumns().stream()
                .filter(column -> columns(OmopCodes.tableOf(column)).contains(OmopCodes.columnOf(column)))
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
        String query = visitQuery(asked)
                + " order by visit_occurrence.visit_occurrence_id, visit_occurrence.person_id,"
                + " visit_occurrence.visit_start_date";
        int id = asked.indexOf("visit_occurrence.visit_occurrence_id");
        return tried(() -> new Cursor<>(query, List.of(), (rows, line) -> {
            List<@Nullable String> cells = new ArrayList<>();
            for (int i = 1; i <= asked.size(); i++) {
                cells.add(rows.getString(i));
            }
            return List.of(new OmopVisitRow(OmopVisitRow.idOf(cells.get(id)), line, asked, cells));
        }));
    }

    @Override
    public List<Facts> facts() {
        List<Facts> facts = new ArrayList<>();
        for (OmopTable table : OmopTable.ABOUT_VISITS) {
            if (!columns(table).isEmpty() && !codes.codes(table).isEmpty()) {
                facts.add(new LaterFacts(table));
            }
        }
        return facts;
    }

    /** The facts of a table, asked for when the first is wanted. */
    private final class LaterFacts implements Facts {
        private final OmopTable table;
        private @Nullable Cursor<OmopFact> rows;

        LaterFacts(OmopTable table) {
            this.table = table;
        }

        private Cursor<OmopFact> rows() {
            Cursor<OmopFact> open = rows;
            if (open == null) {
                open = tried(() -> factsOf(table));
                rows = open;
            }
            return open;
        }

        @Override
        public boolean hasNext() {
            return rows().hasNext();
        }

        @Override
        public OmopFact next() {
            return rows().next();
        }
    }

    private List<String> factColumns(OmopTable table) {
        return table.columns().stream().filter(columns(table)::contains).toList();
    }

    private String factQuery(OmopTable table) {
        return "select " + String.join(", ", factColumns(table)) + from(table) + "where " + withCodes(table);
    }

    private Cursor<OmopFact> factsOf(OmopTable table) throws SQLException {
        List<String> asked = factColumns(table);
        String key = table.word() + "_id";
        String query = factQuery(table) + " order by visit_occurrence_id nulls first"
                + (columns(table).contains(key) ? ", " + key : "");
        return new Cursor<>(query, codesOf(codes.codes(table)), (rows, line) -> {
            Map<String, @Nullable String> cells = new TreeMap<>();
            for (int i = 0; i < asked.size(); i++) {
                cells.put(asked.get(i), rows.getString(i + 1));
            }
            return reading.of(table, new RawRecord(line, asked, cells::get, ""));
        });
    }

    /** A hash of the rows that are read, whatever their order: reckoned by the server, row by row. */
    String fingerprint() {
        return tried(() -> {
            List<String> parts = new ArrayList<>();
            parts.add(hash(visitQuery(visitColumns()), List.of()));
            for (OmopTable table : OmopTable.ABOUT_VISITS) {
                if (!columns(table).isEmpty()) {
                    parts.add(hash(factQuery(table), codesOf(codes.codes(table))));
                }
            }
            return String.join("-", parts);
        });
    }

    private String hash(String query, List<Array> parameters) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement("select count(*) || '.' ||"
                + " coalesce(sum(hashtextextended(cast(t as text), 0)), 0) from (" + query + ") t")) {
            setAll(asked, parameters);
            try (ResultSet rows = asked.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** A condition with three parameters: concepts twice and what the source wrote. */
    private static String withCodes(OmopTable table) {
        return "(" + table.column("concept_id") + " = any(?) or " + table.column("source_concept_id")
                + " = any(?) or trim(" + table.column("source_value") + ") = any(?))";
    }

    private List<Array> codesOf(Set<String> written) throws SQLException {
        Long[] concepts = written.stream()
                .filter(code -> code.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toArray(Long[]::new);
        Array ids = connection.createArrayOf("int8", concepts);
        return List.of(ids, ids, connection.createArrayOf("text", written.toArray()));
    }

    @Override
    public Set<String> seen() {
        Set<String> seen = new TreeSet<>();
        codes.codesByField().forEach((field, written) -> {
            for (OmopTable table : List.of(OmopTable.MEASUREMENT, OmopTable.OBSERVATION)) {
                if (!columns(table).isEmpty() && tried(() -> hasAny(table, written))) {
                    seen.add(field);
                }
            }
        });
        return seen;
    }

    private boolean hasAny(OmopTable table, Set<String> written) throws SQLException {
        try (PreparedStatement asked =
                connection.prepareStatement("select 1" + from(table) + "where " + withCodes(table) + " limit 1")) {
            setAll(asked, codesOf(written));
            try (ResultSet rows = asked.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void setAll(PreparedStatement asked, List<Array> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            asked.setArray(i + 1, parameters.get(i));
        }
    }

    @Override
    public @Nullable Map<String, Set<String>> concepts(Set<String> written) {
        if (columns(OmopTable.CONCEPT).isEmpty()) {
            return null;
        }
        Set<String> plain = written.stream()
                .map(code -> code.substring(code.indexOf('|') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        return tried(() -> {
            Map<String, Set<String>> concepts = new TreeMap<>();
            try (PreparedStatement asked = connection.prepareStatement("select vocabulary_id || '|' || concept_code,"
                    + " concept_id" + from(OmopTable.CONCEPT) + "where concept_code = any(?)")) {
                asked.setArray(1, connection.createArrayOf("text", plain.toArray()));
                try (ResultSet rows = asked.executeQuery()) {
                    while (rows.next()) {
                        if (written.contains(rows.getString(1))) {
                            concepts.computeIfAbsent(rows.getString(1), any -> new TreeSet<>())
                                    .add(rows.getString(2));
                        }
                    }
                }
            }
            return concepts;
        });
    }

    /** What is made of one row of a result. */
    private interface Making<T> {
        List<T> of(ResultSet row, long line) throws SQLException;
    }

    /** The rows of a query as they come from the server. */
    private final class Cursor<T> implements Iterator<T> {
        private final ResultSet rows;
        private final Making<T> making;
        private final List<T> ready = new ArrayList<>();
        private long line = 0;

        Cursor(String query, List<Array> parameters, Making<T> making) throws SQLException {
            PreparedStatement asked = connection.prepareStatement(query);
            setAll(asked, parameters);
            this.rows = asked.executeQuery();
            this.making = making;
        }

        @Override
        public boolean hasNext() {
            return tried(() -> {
                while (ready.isEmpty() && rows.next()) {
                    line++;
                    ready.addAll(making.of(rows, line));
                }
                return !ready.isEmpty();
            });
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return ready.remove(0);
        }
    }

    @Override
    public void close() throws IOException {
        tried(() -> {
            connection.rollback();
            connection.close();
            return true;
        });
    }
}
