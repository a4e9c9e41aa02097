package axial.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Check sums of a store's files, as its ledger knows them. Hadoop keeps some of its own in hidden files beside those of a
 * local disk and looks at them whenever it reads; these here are for files that have lost theirs, as in a copy of a store
 * without hidden files, for a bit that turned in a Parquet file may be read as another number. Other file systems check
 * what they hold themselves.
 */
record FileSums(FileSystem files, Path place) {
    /**
     * The CRC-32C of each of these files, hexadecimal, by its path within the store; none elsewhere than on a local disk.
     *
     * @param known those of files that are not read again
     */
    Map<String, String> of(Collection<Path> some, Map<String, String> known) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        if (files instanceof LocalFileSystem) {
            String store = StoreTable.path(place.toString()) + "/";
            for (Path file : some) {
                String name = StoreTable.path(file.toString()).substring(store.length());
                String sum = known.get(name);
                sums.put(name, sum == null ? sum(file) : sum);
            }
        }
        return sums;
    }

    /** The first file that is gone, or has lost its hidden check sum and is not as it was summed; null where all are well. */
    @Nullable
    String damaged(Map<String, String> sums) throws IOException {
        for (Map.Entry<String, String> known : sums.entrySet()) {
            Path file = new Path(place, known.getKey());
            if (!files.exists(file) || !(isChecked(file) || sum(file).equals(known.getValue()))) {
                return known.getKey();
            }
        }
        return null;
    }

    private boolean isChecked(Path file) {
        return !(files instanceof LocalFileSystem local)
                || Files.exists(java.nio.file.Path.of(
                        local.getChecksumFile(file).toUri().getPath()));
    }

    private String sum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        try (InputStream bytes = new CheckedInputStream(files.open(file), sum)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
