package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.tables.EstimateRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Few episodes are passed over on the driver, many where they lie: what is asked is sent there, what is found comes back. */
class SentPassesTest {
    @Test
    void modelsAreTheSameWhetherTheirPassesAreSentOrNot() throws Exception {
        var job = MadePatients.job("clinic_id");
        InMemory patients = InMemory.of(job, MadePatients.visits(job, MadePatients.rows(new Random(3), 900, 3, 0.2)));
        List<EstimateRow> here = patients.evidence().estimates();
        assertTrue(here.stream()
                .anyMatch(row ->
                        row.estimator().equals("overlap_weighted") && row.status() == EstimateRow.Status.ESTIMATED));
        assertEquals(here, patients.evidence(new Sent(patients)).estimates());
    }

    private record Sent(Episodes parts) implements Episodes {
        @Override
        public <T extends Serializable> List<T> inEach(Finder<T> finder) {
            return parts.inEach(part -> copy(copy(finder).find(part)));
        }

        @SuppressWarnings("unchecked") // a copy is of the class of its original
        private static <T extends Serializable> T copy(T original) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(original);
                out.flush();
                return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (IOException | ClassNotFoundException failed) {
                throw new UncheckedIOException(new IOException(failed));
            }
        }
    }
}
