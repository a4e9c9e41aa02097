package axial.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * What a search for a name finds in every file of a folder: its bytes as they lie there, and what Parquet and Avro files
 * hold once they are decoded (their pages and blocks are compressed, so bytes alone would hide it).
 */
final class Residue {
    private Residue() {}

    /** Hits by kind of file, such as {@code .json bytes}; empty where there is nothing. */
    static Map<String, Integer> of(String name, Path folder) {
        Map<String, Integer> hits = new TreeMap<>();
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        for (Path file : Folders.files(folder)) {
            String kind = String.valueOf(file.getFileName()).replaceFirst(".*(\\.[^.]+)$", "$1");
            add(hits, kind + " bytes", count(bytes(file), wanted));
            add(hits, kind + " decoded", decoded(file, kind, name));
        }
        return hits;
    }

    private static void add(Map<String, Integer> hits, String kind, int found) {
        if (found > 0) {
            hits.merge(kind, found, Integer::sum);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int count(byte[] in, byte[] wanted) {
        int found = 0;
        for (int i = 0; i + wanted.length <= in.length; i++) {
            int same = 0;
            while (same < wanted.length && in[i + same] == wanted[same]) {
                same++;
            }
            found += same == wanted.length ? 1 : 0;
        }
        return found;
    }

    private static int decoded(Path file, String kind, String name) {
        try {
            return switch (kind) {
                case ".parquet" -> inParquet(file, name);
                case ".avro" -> inAvro(file, name);
                default -> 0;
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int inParquet(Path file, String name) throws IOException {
        int found = 0;
        try (ParquetReader<Group> rows = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            for (Group row = rows.read(); row != null; row = rows.read()) {
                found += row.toString().contains(name) ? 1 : 0;
            }
        }
        return found;
    }

    private static int inAvro(Path file, String name) throws IOException {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        int found = 0;
        try (DataFileReader<GenericRecord> rows = new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
            for (GenericRecord row : rows) {
                found += inside(row, wanted);
            }
        }
        return found;
    }

    /** Bounds of columns lie in byte buffers inside of records inside of lists. */
    private static int inside(Object value, byte[] wanted) {
        if (value instanceof IndexedRecord row) {
            int found = 0;
            for (int i = 0; i < row.getSchema().getFields().size(); i++) {
                found += inside(row.get(i), wanted);
            }
            return found;
        }
        if (value instanceof Iterable<?> many) {
            int found = 0;
            for (Object one : many) {
                found += inside(one, wanted);
            }
            return found;
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.duplicate().get(copy);
            return count(copy, wanted);
        }
        return value == null ? 0 : count(value.toString().getBytes(StandardCharsets.UTF_8), wanted);
    }
}
