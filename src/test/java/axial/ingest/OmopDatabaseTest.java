package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.synth.Synth;
import axial.synth.SynthPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OMOP tables in a real PostgreSQL: who may log in, what is said where it fails, and that rows come as from files. */
class OmopDatabaseTest {
    @TempDir
    static Path dir = Path.of("");

    private static List<Map<String, String>> visits = List.of();

    @BeforeAll
    static void aSmallDatabase() throws Exception {
        Synth.write(new SynthPlan(40, 3, 5, "default"), dir.resolve("made"));
        visits = VisitSheet.read(dir.resolve("made/visits.csv"));
        RealPostgres.fill(new AsOmop(visits, true), "small", dir, "clinics");
        new AsOmop(visits, true).writeCsv(dir.resolve("files"), "clinics");
    }

    private static Intake mapped(Intake intake) {
        VisitSheet.tokens(visits, "treatments")
                .forEach(token -> intake.value("treatments", "TX_" + token.replace(':', ' '), token));
        return intake.format("omop")
                .map("pain_nprs", "pain_nprs")
                .map("ndi_percent", "ndi_percent")
                .option("units", "8554");
    }

    private static Intake database() {
        return mapped(Intake.there(dir, RealPostgres.server().address()))
                .option("schema", "small")
                .option("user", RealPostgres.READER)
                .option("password_file", "password.txt");
    }

    private static void assertSays(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), "'" + part + "' is missing in: " + message);
        }
        assertFalse(message.contains(RealPostgres.PASSWORD), message);
    }

    @Test
    void rowsComeAsFromFiles() throws Exception {
        List<Intake.Fate> files = mapped(Intake.there(dir, "files")).read();
        List<Intake.Fate> rows = database().read();
        assertEquals(visits.size(), rows.size());
        assertEquals(
                files.stream().map(Intake.Fate::visit).toList(),
                rows.stream().map(Intake.Fate::visit).toList());
        assertTrue(rows.stream().anyMatch(fate -> fate.at("pain_nprs_after") != null));
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() throws Exception {
        RealPostgres.passwordFile(dir, "wrong-secret");
        try {
            String refusal = database().refusal();
            assertSays(refusal, "refuses the login", "password_file");
            assertFalse(refusal.contains("wrong-secret"), refusal);
        } finally {
            RealPostgres.passwordFile(dir, RealPostgres.PASSWORD);
        }
    }

    @Test
    void aPasswordFileThatOthersCanReadIsRefused() throws Exception {
        Path open = dir.resolve("open.txt");
        Files.writeString(open, RealPostgres.PASSWORD);
        for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(permissions));
            assertSays(database().option("password_file", "open.txt").refusal(), "open.txt", "chmod 600");
        }
        assertSays(database().option("password_file", "absent.txt").refusal(), "absent.txt", "not there");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(open, "\n");
        assertSays(database().option("password_file", "open.txt").refusal(), "open.txt", "empty");
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        String address = RealPostgres.server().address();
        assertSays(database().option("schema", "absent").refusal(), "no table visit_occurrence", "schema");
        assertSays(
                mapped(Intake.there(dir, address.replace("/postgres", "/absent")))
                        .option("user", "postgres")
                        .refusal(),
                "no such database",
                "3D000");
        assertSays(
                mapped(Intake.there(dir, "jdbc:postgresql://127.0.0.1:1/postgres"))
                        .refusal(),
                "cannot be reached",
                "host");
        assertSays(database().map("pain_nprs", "absent").refusal(), "no row", "absent", "pain_nprs");
    }

    @Test
    void aTableThatMayNotBeReadIsSaid() throws Exception {
        RealPostgres.fill(new AsOmop(visits, true), "closed", dir, "clinics");
        owner("revoke select on closed.measurement from " + RealPostgres.READER);
        assertSays(database().option("schema", "closed").refusal(), "may not read", "Grant SELECT");
    }

    @Test
    void viewsAreReadLikeTables() throws Exception {
        owner("create schema seen");
        for (String table : List.of("person", "procedure_occurrence", "measurement")) {
            owner("create materialized view seen." + table + " as select * from small." + table);
        }
        owner("create view seen.visit_occurrence as select * from small.visit_occurrence"
                + " where visit_occurrence_id = 1000000");
        RealPostgres.server().grant("seen");
        List<Intake.Fate> fates = database().option("schema", "seen").read();
        assertEquals(1, fates.stream().filter(fate -> fate.codes().isEmpty()).count());
        assertTrue(
                fates.stream().skip(1).allMatch(fate -> fate.codes().toString().contains("row_without_visit")));
    }

    @Test
    void nothingIsWritten() throws Exception {
        String before = fingerprint();
        database().read();
        assertEquals(before, fingerprint());
    }

    @Test
    void aChangedRowThatIsReadMakesANewBatchAndAnotherDoesNot() throws Exception {
        String before = fingerprint();
        owner("insert into small.measurement (measurement_id, measurement_source_value) values (-1, 'weight')");
        assertEquals(before, fingerprint());
        owner("update small.measurement set value_as_number = value_as_number + 1 where measurement_id = 1");
        try {
            assertNotEquals(before, fingerprint());
        } finally {
            owner("update small.measurement set value_as_number = value_as_number - 1 where measurement_id = 1");
        }
        assertEquals(before, fingerprint());
    }

    private static String fingerprint() throws IOException {
        return Arrival.find(database().job(), dir).get(0).sha256();
    }

    private static void owner(String statement) throws SQLException {
        try (Connection connection = RealPostgres.server().owner();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
