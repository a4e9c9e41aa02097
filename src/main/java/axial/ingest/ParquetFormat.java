package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Parquet files with the columns of a visit: text, whole and decimal numbers, doubles, booleans, dates, timestamps.
 * Records are numbered from 1 in the place of lines. The retired INT96 is refused: it does not say its time zone.
 */
final class ParquetFormat implements Format {
    private static final Configuration VERIFIED = verified();

    private static Configuration verified() {
        Configuration verified = new Configuration(FileSystems.settings());
        verified.setBoolean("parquet.page.verify-checksum.enabled", true);
        return verified;
    }

    @Override
    public String header() {
        return "schema";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public List<String> columns(SourceFile file, Job.Source source) throws IOException {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(file.path(), FileSystems.settings()))) {
            return reader.getFileMetaData().getSchema().getFields().stream()
                    .map(Type::getName)
                    .toList();
        } catch (RuntimeException notParquet) {
            throw new InputRefused(
                    file.shown()
                            + ": this is not a Parquet file, or it is cut off. Send it again, or correct  format:  in the job file.");
        }
    }

    @Override
    public Records read(SourceFile file, Job.Source source) throws IOException {
        return new ParquetRecords(file, columns(file, source));
    }

    private static final class ParquetRecords implements Records {
        private final SourceFile file;
        private final ParquetReader<Group> reader;
        private final List<String> names;
        private @Nullable Group next;
        private long number = 0;

        ParquetRecords(SourceFile file, List<String> names) throws IOException {
            this.file = file;
            this.names = names;
            this.reader = ParquetReader.builder(new GroupReadSupport(), file.path())
                    .withConf(VERIFIED)
                    .build();
            advance();
        }

        private void advance() {
            try {
                next = reader.read();
                number++;
                if (next == null) {
                    file.checkUnchanged();
                }
            } catch (IOException | RuntimeException broken) {
                throw damaged(broken);
            }
        }

        private InputRefused damaged(Exception broken) {
            boolean told = broken instanceof FileFault;
            return told
                    ? file.unreadable(broken, 0)
                    : new InputRefused(file.shown() + ", after record " + (number - 1)
                            + ": the Parquet file is damaged. Send it again.");
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public RawRecord next() {
            Group group = next;
            if (group == null) {
                throw new NoSuchElementException();
            }
            long here = number;
            advance();
            return new RawRecord(here, names, name -> text(group, name), "");
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static @Nullable String text(Group group, String name) {
        if (!group.getType().containsField(name)) {
            return null;
        }
        int field = group.getType().getFieldIndex(name);
        Type type = group.getType().getType(field);
        if (group.getFieldRepetitionCount(field) == 0) {
            return null;
        }
        return type.isPrimitive()
                ? text(group, field, type.asPrimitiveType(), type.getLogicalTypeAnnotation())
                : RawRecord.NO_TEXT;
    }

    private static String text(Group group, int field, PrimitiveType type, @Nullable LogicalTypeAnnotation annotation) {
        if (annotation instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(group.getInteger(field, 0)).toString();
        }
        if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(unscaled(group, field, type), decimal.getScale()).toPlainString();
        }
        if (annotation instanceof TimestampLogicalTypeAnnotation stamp) {
            return time(group.getLong(field, 0), stamp);
        }
        boolean signed = !(annotation instanceof IntLogicalTypeAnnotation whole) || whole.isSigned();
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                signed
                        ? Integer.toString(group.getInteger(field, 0))
                        : Integer.toUnsignedString(group.getInteger(field, 0));
            case INT64 ->
                signed ? Long.toString(group.getLong(field, 0)) : Long.toUnsignedString(group.getLong(field, 0));
            case BOOLEAN -> Boolean.toString(group.getBoolean(field, 0));
            case FLOAT -> plain(Float.toString(group.getFloat(field, 0)));
            case DOUBLE -> plain(Double.toString(group.getDouble(field, 0)));
            case INT96 -> RawRecord.NO_TEXT;
            default -> utf8(group.getBinary(field, 0).toByteBuffer());
        };
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException noText) {
            return RawRecord.NO_TEXT;
        }
    }

    /** An instant, or a local time where the file says that it is no instant. */
    private static String time(long stamp, TimestampLogicalTypeAnnotation unit) {
        Instant instant = instant(stamp, unit);
        return unit.isAdjustedToUTC()
                ? instant.toString()
                : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static BigInteger unscaled(Group group, int field, PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> BigInteger.valueOf(group.getInteger(field, 0));
            case INT64 -> BigInteger.valueOf(group.getLong(field, 0));
            default -> new BigInteger(group.getBinary(field, 0).getBytes());
        };
    }

    private static Instant instant(long stamp, TimestampLogicalTypeAnnotation unit) {
        return switch (unit.getUnit()) {
            case MILLIS -> Instant.ofEpochMilli(stamp);
            case MICROS ->
                Instant.ofEpochSecond(Math.floorDiv(stamp, 1_000_000L), Math.floorMod(stamp, 1_000_000L) * 1000L);
            case NANOS ->
                Instant.ofEpochSecond(Math.floorDiv(stamp, 1_000_000_000L), Math.floorMod(stamp, 1_000_000_000L));
        };
    }

    private static String plain(String number) {
        return number.contains("N") || number.contains("I") ? number : new BigDecimal(number).toPlainString();
    }
}
