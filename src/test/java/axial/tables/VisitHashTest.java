package axial.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import axial.ingest.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** A visit in hand has the hash that the engine gives its row. */
class VisitHashTest {
    @Test
    void itIsSparksHashOfTheSameColumns() {
        StructType schema = new StructType()
                .add("source", DataTypes.StringType)
                .add("visit_id", DataTypes.StringType)
                .add("number", DataTypes.IntegerType)
                .add("truth", DataTypes.BooleanType);
        Random dice = new Random(5);
        List<Row> rows = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Object[] values = {
                "clinic \u00e9" + dice.nextInt(3),
                "V" + "x".repeat(dice.nextInt(70)) + i,
                dice.nextInt(3) == 0 ? null : (Object) dice.nextInt(),
                dice.nextInt(3) == 0 ? null : (Object) dice.nextBoolean()
            };
            rows.add(RowFactory.create(values.clone()));
            values[0] = UTF8String.fromString((String) values[0]);
            values[1] = UTF8String.fromString((String) values[1]);
            ours.add(VisitHash.of(values, 4));
            ours.add(VisitHash.ofKey(values));
        }
        List<Long> theirs = new ArrayList<>();
        for (Row row : LocalSpark.session()
                .createDataFrame(rows, schema)
                .coalesce(1)
                .select(
                        functions.xxhash64(
                                functions.col("source"),
                                functions.col("visit_id"),
                                functions.col("number"),
                                functions.col("truth")),
                        VisitHash.key())
                .collectAsList()) {
            theirs.add(row.getLong(0));
            theirs.add(row.getLong(1));
        }
        assertEquals(theirs, ours);
    }
}
