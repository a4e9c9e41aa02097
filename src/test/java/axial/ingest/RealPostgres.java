package axial.ingest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A PostgreSQL server of this test run, on the loopback address. The user {@code reader} must log in with a password and
 * may only read what is granted; everybody else is trusted.
 */
public final class RealPostgres {
    static final String READER = "reader";
    static final String PASSWORD = "planted-secret";

    private static final RealPostgres SERVER = start();

    private final EmbeddedPostgres server;

    private RealPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static RealPostgres server() {
        return SERVER;
    }

    private static RealPostgres start() {
        try {
            Path data = Files.createTempDirectory("axial-postgres").resolve("data");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                Path rules = data.resolve("pg_hba.conf");
                Files.writeString(
                        rules, "host all " + READER + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
                statement.execute("set password_encryption = 'scram-sha-256'");
                statement.execute("create user " + READER + " password '" + PASSWORD + "'");
                statement.execute("select pg_reload_conf()");
            }
            return new RealPostgres(server);
        } catch (IOException | SQLException unstarted) {
            throw new IllegalStateException("PostgreSQL does not start here", unstarted);
        }
    }

    /** The address without a login. */
    String address() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** The owner's connection. */
    Connection owner() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** Lets the reader read a schema. */
    void grant(String schema) throws SQLException {
        try (Connection connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("grant usage on schema " + schema + " to " + READER);
            statement.execute("grant select on all tables in schema " + schema + " to " + READER);
        }
    }

    /** Fills a schema with the tables of visits and returns its entry under {@code visits} of a job. */
    public static String fill(AsOmop tables, String schema, Path folder, String name) throws SQLException, IOException {
        try (Connection connection = SERVER.owner()) {
            tables.fill(connection, schema);
        }
        SERVER.grant(schema);
        passwordFile(folder, PASSWORD);
        return tables.source(
                SERVER.address(),
                name,
                "options: { schema: " + schema + ", user: " + READER + ", password_file: password.txt }");
    }

    static void passwordFile(Path folder, String password) throws IOException {
        Path file = folder.resolve("password.txt");
        Files.writeString(file, password + "\n");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
}
