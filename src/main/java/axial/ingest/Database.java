package axial.ingest;

import axial.question.Job;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A PostgreSQL database, read only, and all in one transaction as it was at its start. Rows come a thousand at a time, as
 * texts. What fails is an {@link InputRefused} that never repeats the database's own words, for they may hold data.
 */
final class Database implements Closeable {
    private static final String SCHEME = "jdbc:";
    private static final int AT_A_TIME = 1000;

    private final Connection connection;
    private final String shown;

    private Database(Connection connection, String shown) {
        this.connection = connection;
        this.shown = shown;
    }

    static boolean isAddress(String path) {
        return path.startsWith(SCHEME);
    }

    /**
     * Logs in.
     *
     * @param folder the folder of the job file, which a relative password file is looked for in
     */
    static Database open(SourceFile folder, Job.Source source) throws IOException {
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
            return new Database(connection, source.path());
        } catch (SQLException failed) {
            throw refusal(source.path(), failed);
        }
    }

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

    /**
     * The rows of a query, which is asked when the first is wanted.
     *
     * @param parameters arrays of Long or String, for the query's question marks
     */
    Iterator<List<@Nullable String>> rows(String query, List<Object[]> parameters) {
        return new Rows(query, parameters);
    }

    private ResultSet ask(String query, List<Object[]> parameters) throws SQLException {
        PreparedStatement asked = connection.prepareStatement(query);
        asked.closeOnCompletion();
        for (int i = 0; i < parameters.size(); i++) {
            String type = parameters.get(i) instanceof Long[] ? "int8" : "text";
            asked.setArray(i + 1, connection.createArrayOf(type, parameters.get(i)));
        }
        return asked.executeQuery();
    }

    private final class Rows implements Iterator<List<@Nullable String>> {
        private final String query;
        private final List<Object[]> parameters;
        private @Nullable ResultSet rows;
        private @Nullable List<@Nullable String> ahead;
        private boolean ended = false;

        Rows(String query, List<Object[]> parameters) {
            this.query = query;
            this.parameters = parameters;
        }

        @Override
        public boolean hasNext() {
            try {
                if (ahead == null && !ended) {
                    ResultSet open = rows == null ? ask(query, parameters) : rows;
                    rows = open;
                    ahead = read(open);
                }
                return ahead != null;
            } catch (SQLException failed) {
                throw refusal(shown, failed);
            }
        }

        private @Nullable List<@Nullable String> read(ResultSet open) throws SQLException {
            if (!open.next()) {
                ended = true;
                open.close();
                return null;
            }
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= open.getMetaData().getColumnCount(); i++) {
                row.add(open.getString(i));
            }
            return row;
        }

        @Override
        public List<@Nullable String> next() {
            List<@Nullable String> row = hasNext() ? ahead : null;
            if (row == null) {
                throw new NoSuchElementException();
            }
            ahead = null;
            return row;
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException failed) {
            throw refusal(shown, failed);
        }
    }
}
