package axial.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import axial.tables.RejectRow;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Refused records as rows of the rejects table. */
public final class Refusals {
    private static final StructType SCHEMA = new StructType()
            .add("source", DataTypes.StringType)
            .add("file", DataTypes.StringType)
            .add("line", DataTypes.LongType)
            .add("field", DataTypes.StringType)
            .add("code", DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add("shape", DataTypes.StringType);

    private Refusals() {}

    /** One row per reason. */
    static Dataset<Row> of(Dataset<Row> records, Map<Integer, String> names) {
        Map<Integer, String> files = new TreeMap<>(names);
        FlatMapFunction<Row, Row> reasons =
                row -> ReadRow.rejections(row, Objects.requireNonNull(files.get(row.<Integer>getAs("_batch")))).stream()
                        .map(r -> RowFactory.create(
                                r.source(), r.file(), r.line(), r.field(), r.code(), r.reason(), r.shape()))
                        .iterator();
        return records.flatMap(reasons, Encoders.row(SCHEMA));
    }

    /**
     * Stored records that are held back.
     *
     * @param names of the files they came from, by number of batch
     */
    public static Dataset<Row> ofHeld(Dataset<Row> held, Map<Integer, String> names) {
        return of(held.withColumn(ReadRow.REASONS, lit(ReadRow.written(List.of(Decided.CONFLICT)))), names);
    }

    /** All of them by source, file and line; either may be null where there are none. */
    public static Iterator<RejectRow> sorted(@Nullable Dataset<Row> kept, @Nullable Dataset<Row> held) {
        if (kept == null && held == null) {
            return Collections.emptyIterator();
        }
        Dataset<Row> all = held == null ? Objects.requireNonNull(kept) : kept == null ? held : kept.unionByName(held);
        Column[] order = {col("source"), col("file"), col("line"), col("field"), col("code"), col("reason")};
        Iterator<Row> rows = all.sort(order).toLocalIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public RejectRow next() {
                Row r = rows.next();
                return new RejectRow(
                        r.getString(0),
                        r.getString(1),
                        r.getLong(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6));
            }
        };
    }
}
