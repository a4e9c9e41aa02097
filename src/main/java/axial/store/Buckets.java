package axial.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;

/** The live files of a store, by bucket of patients; records held back have a bucket of their own. */
record Buckets(TreeMap<Integer, List<DataFile>> files) {
    /** The bucket of records that are held back. */
    static final int HELD = -1;

    static Buckets none() {
        return new Buckets(new TreeMap<>());
    }

    void add(int bucket, DataFile file) {
        files.computeIfAbsent(bucket, b -> new ArrayList<>()).add(file);
    }

    List<DataFile> all() {
        return flat(files.values());
    }

    List<DataFile> visits() {
        return flat(files.tailMap(0).values());
    }

    List<DataFile> held() {
        return flat(files.headMap(0).values());
    }

    /** Only some of them. */
    Buckets only(Predicate<DataFile> wanted) {
        Buckets some = none();
        files.forEach((bucket, list) -> list.stream().filter(wanted).forEach(file -> some.add(bucket, file)));
        return some;
    }

    /** Whether a file is of records that are held back. */
    static boolean isHeld(DataFile file) {
        return Integer.valueOf(HELD).equals(file.partition().get(0, Integer.class));
    }

    /** Whether a file is one of them. */
    boolean has(DataFile file) {
        return all().stream().anyMatch(other -> other.location().equals(file.location()));
    }

    /** How many visits. */
    long visitCount() {
        return visits().stream().mapToLong(DataFile::recordCount).sum();
    }

    private static List<DataFile> flat(Collection<List<DataFile>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
