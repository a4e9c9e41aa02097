package axial.tables;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** 64-bit hashes (xxHash) of visits, the same from a row in hand as by Spark's {@code xxhash64} of its columns. */
public final class VisitHash {
    private static final long SEED = 42;

    /** How many of the first columns name a visit: its source and its id. */
    private static final int KEY = 2;

    private VisitHash() {}

    /** Of the first columns of a row; text as Spark holds it, whole numbers and truth values. */
    public static long of(@Nullable Object[] row, int columns) {
        long hash = SEED;
        for (int i = 0; i < columns; i++) {
            Object value = row[i];
            if (value instanceof Integer number) {
                hash = XXH64.hashInt(number, hash);
            } else if (value instanceof UTF8String text) {
                hash = XXH64.hashUnsafeBytes(text.getBaseObject(), text.getBaseOffset(), text.numBytes(), hash);
            } else if (value instanceof Boolean truth) {
                hash = XXH64.hashInt(truth ? 1 : 0, hash);
            } else if (value != null) {
                throw new IllegalArgumentException("a visit holds no " + value.getClass());
            }
        }
        return hash;
    }

    /** Of what names a visit. */
    public static long ofKey(@Nullable Object[] row) {
        return of(row, KEY);
    }

    /** The part of so many that a patient belongs to. */
    public static int part(UTF8String patient, int parts) {
        long hash = XXH64.hashUnsafeBytes(patient.getBaseObject(), patient.getBaseOffset(), patient.numBytes(), SEED);
        return (int) Math.floorMod(hash, (long) parts);
    }

    /** Of what names a visit, as a column. */
    public static Column key() {
        return functions.xxhash64(functions.col(VisitsTable.SOURCE), functions.col(VisitsTable.VISIT_ID));
    }

    /** The part of so many that a patient belongs to, as a column. */
    public static Column part(int parts) {
        return functions
                .pmod(functions.xxhash64(functions.col(VisitsTable.PATIENT_ID)), functions.lit((long) parts))
                .cast(DataTypes.IntegerType);
    }
}
