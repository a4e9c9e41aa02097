package axial.ingest;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The keys of visits on their way: of each visit the hash of its source and id, and the hash of all of it. Keys go to
 * parts by their bits, so that equal ones meet; some thousands make one row.
 */
final class KeyRows {
    private static final int CHUNK = 2048;

    private static final int BYTES = 2 * Long.BYTES;

    private final Parcels.Plan plan;
    private final int width;
    private final ByteBuffer[] chunks;
    private final List<InternalRow> full = new ArrayList<>();

    /** @param width of a row in all */
    KeyRows(Parcels.Plan plan, int width) {
        this.plan = plan;
        this.width = width;
        this.chunks = new ByteBuffer[plan.keyParts()];
    }

    void add(long key, long visit) {
        int part = (int) Math.floorMod(key, (long) chunks.length);
        ByteBuffer chunk = chunks[part];
        if (chunk == null) {
            chunk = ByteBuffer.allocate(CHUNK * BYTES);
            chunks[part] = chunk;
        }
        chunk.putLong(key).putLong(visit);
        if (!chunk.hasRemaining()) {
            flush(part);
        }
    }

    private void flush(int part) {
        ByteBuffer chunk = chunks[part];
        if (chunk != null && chunk.position() > 0) {
            byte[] bytes = new byte[chunk.position()];
            chunk.flip().get(bytes);
            chunk.clear();
            Object[] row = new Object[width];
            int from = width - ReadRow.MORE;
            row[from + ReadRow.STATUS_AT] = UTF8String.fromString(ReadRow.KEYS);
            row[from + ReadRow.ACCOUNT_AT] = bytes;
            row[from + ReadRow.PART_AT] = plan.keys(part);
            full.add(new GenericInternalRow(row));
        }
    }

    /** Makes rows of what is left. */
    void end() {
        for (int part = 0; part < chunks.length; part++) {
            flush(part);
        }
    }

    /** The rows that are ready; the caller takes them. */
    List<InternalRow> ready() {
        return full;
    }
}
