package axial.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * An output table as one Parquet file: counts as whole numbers, measures as doubles, the rest as text.
 *
 * <p>Pages of version 2 without dictionaries, so that each column has one encoding: the writer lists several in the
 * order of a hash set, which differs from one process to the next, and the bytes would with it.
 */
public final class ParquetTable {
    private static final Set<String> COUNTS =
            Set.of("n", "n_arm", "n_comparator", "clinics", "line", "visits", "asked", "events", "of");
    private static final Set<String> MEASURES = Set.of(
            "estimate",
            "std_error",
            "df",
            "ci_low",
            "ci_high",
            "p_value",
            "mean_change_arm",
            "sd_change_arm",
            "mean_change_comparator",
            "sd_change_comparator",
            "weight_percent",
            "per_1000_asked",
            "centre",
            "tau2",
            "low_95",
            "high_95",
            "low_998",
            "high_998",
            "shrunken",
            "shrunken_std_error",
            "outer_tenth");

    private static final long MOST_IN_MEMORY = 16L << 20;

    private ParquetTable() {}

    /** Writes the table in the place of an older one. */
    public static void write(CsvTable table, Path file) throws IOException {
        try (Rows rows = open(table.columns(), file)) {
            for (List<String> row : table.rows()) {
                rows.add(row);
            }
        }
    }

    /** Begins a table in the place of an older one. */
    public static Rows open(List<String> columns, Path file) throws IOException {
        Files.deleteIfExists(file);
        MessageType schema = schema(columns);
        ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                // Nothing of Hadoop's own settings, which each table would read anew.
                .withConf(new Configuration(false))
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_2_0)
                .withDictionaryEncoding(false)
                .withRowGroupSize(MOST_IN_MEMORY)
                .build();
        return new Rows(writer, schema, columns);
    }

    /** Rows as they come, however many. */
    public static final class Rows implements Closeable {
        private final ParquetWriter<Group> writer;
        private final MessageType schema;
        private final List<String> columns;

        private Rows(ParquetWriter<Group> writer, MessageType schema, List<String> columns) {
            this.writer = writer;
            this.schema = schema;
            this.columns = columns;
        }

        public void add(List<String> row) throws IOException {
            writer.write(group(schema, columns, row));
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private static MessageType schema(List<String> columns) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (String column : columns) {
            if (COUNTS.contains(column)) {
                message.optional(PrimitiveTypeName.INT64).named(column);
            } else if (MEASURES.contains(column)) {
                message.optional(PrimitiveTypeName.DOUBLE).named(column);
            } else {
                message.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column);
            }
        }
        return message.named("table");
    }

    private static Group group(MessageType schema, List<String> columns, List<String> row) {
        Group group = new SimpleGroup(schema);
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.get(i);
            if (COUNTS.contains(columns.get(i))) {
                if (!cell.isEmpty()) {
                    group.append(columns.get(i), Long.parseLong(cell));
                }
            } else if (MEASURES.contains(columns.get(i))) {
                if (!cell.isEmpty()) {
                    group.append(columns.get(i), Double.parseDouble(cell.replace("Inf", "Infinity")));
                }
            } else {
                group.append(columns.get(i), cell);
            }
        }
        return group;
    }
}
