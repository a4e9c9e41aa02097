package axial.sums;

import axial.tables.Sha256;
import axial.walk.EpisodeBlock;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The sums and episodes that walks of earlier runs found, kept in a folder beside the visits: no patient's id, but single
 * people's sums and scores, so that it is guarded and withdrawn as the visits are. Each walk has a folder of its own,
 * which says which files were walked and by which rules, and is named by the check sum of that; it is there as a whole or
 * not at all, and whatever cannot be read is as if it were not there.
 *
 * @param rules everything that the sums depend on but the visits
 */
public record KeptSums(JavaSparkContext spark, FileSystem files, Path folder, String rules) {
    private static final int MOST_KEPT = 8;
    private static final int QUICK = 1;
    private static final String WALKED = "walked.txt";
    private static final String SUMS = "sums.zst";
    private static final String EPISODES = "episodes";
    private static final String BEGUN = ".begun-";
    private static final ObjectInputFilter OURS =
            ObjectInputFilter.Config.createFilter("axial.**;java.util.*;java.lang.*;java.math.*;!*");

    /**
     * What an earlier walk found.
     *
     * @param sums are unpacked while the engine unpacks the episodes
     */
    record Kept(Set<String> names, CompletableFuture<PartWalk.Found> sums, JavaRDD<EpisodeBlock> episodes) {
        /** The sums; null where they prove damaged. */
        PartWalk.@Nullable Found intact() {
            try {
                return sums.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof Error full) {
                    throw full;
                }
                return null;
            }
        }
    }

    /** What is kept in a folder, by some rules. */
    public static KeptSums of(SparkSession session, Path folder, String rules) throws IOException {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        return new KeptSums(spark, folder.getFileSystem(spark.hadoopConfiguration()), folder, rules);
    }

    /** What was found in most of these files, by the same rules; null where nothing was kept. */
    @Nullable
    Kept most(Set<String> names) throws IOException {
        Entry best = null;
        for (Entry entry : entries()) {
            if (!names.containsAll(entry.names())) {
                files.delete(entry.path(), true);
            } else if (entry.rules().equals(rules)
                    && (best == null || entry.names().size() > best.names().size())) {
                best = entry;
            }
        }
        return best == null ? null : kept(best);
    }

    /** Keeps what was found in files. */
    void keep(Set<String> names, PartWalk.Found sums, JavaRDD<EpisodeBlock> episodes) throws IOException {
        Path begun = new Path(folder, BEGUN + UUID.randomUUID());
        files.mkdirs(begun);
        try (OutputStream out = files.create(new Path(begun, SUMS), false)) {
            pack(sums, out);
        }
        episodes.map(KeptSums::packed).saveAsObjectFile(new Path(begun, EPISODES).toString());
        byte[] walked = (rules + "\n" + String.join("\n", names)).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = files.create(new Path(begun, WALKED), false)) {
            out.write(walked);
        }
        files.rename(begun, new Path(folder, UUID.randomUUID() + "." + Sha256.of(walked)));
        List<Entry> all = entries();
        all.sort(Comparator.comparingLong(Entry::written));
        for (Entry old : all.subList(0, Math.max(0, all.size() - MOST_KEPT))) {
            files.delete(old.path(), true);
        }
    }

    private record Entry(Path path, String rules, Set<String> names, long written) {}

    /** What is kept; what was begun and not ended, or cannot be told, is removed. */
    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!files.exists(folder)) {
            return entries;
        }
        for (FileStatus found : files.listStatus(folder)) {
            Path walked = new Path(found.getPath(), WALKED);
            if (found.getPath().getName().startsWith(BEGUN) || !files.exists(walked)) {
                files.delete(found.getPath(), true);
                continue;
            }
            try (InputStream in = files.open(walked)) {
                byte[] bytes = in.readAllBytes();
                if (!found.getPath().getName().endsWith("." + Sha256.of(bytes))) {
                    throw new IOException("fewer or other files than were walked");
                }
                List<String> lines =
                        new String(bytes, StandardCharsets.UTF_8).lines().toList();
                entries.add(new Entry(
                        found.getPath(),
                        lines.isEmpty() ? "" : lines.get(0),
                        new TreeSet<>(lines.subList(Math.min(1, lines.size()), lines.size())),
                        found.getModificationTime()));
            } catch (IOException damaged) {
                files.delete(found.getPath(), true);
            }
        }
        return entries;
    }

    private Kept kept(Entry entry) {
        JavaRDD<EpisodeBlock> episodes = spark.<byte[]>objectFile(new Path(entry.path(), EPISODES).toString())
                .map(bytes -> (EpisodeBlock) unpack(new ByteArrayInputStream(bytes)));
        return new Kept(entry.names(), CompletableFuture.supplyAsync(() -> sums(entry)), episodes);
    }

    private PartWalk.Found sums(Entry entry) {
        try (InputStream in = files.open(new Path(entry.path(), SUMS))) {
            return (PartWalk.Found) unpack(in);
        } catch (IOException | ClassNotFoundException damaged) {
            throw new CompletionException(damaged);
        }
    }

    /** Takes away what was kept of these files, as it proved damaged. */
    void forget(Kept damaged) throws IOException {
        for (Entry entry : entries()) {
            if (entry.names().equals(damaged.names())) {
                files.delete(entry.path(), true);
            }
        }
    }

    private static byte[] packed(EpisodeBlock episodes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pack(episodes, bytes);
        return bytes.toByteArray();
    }

    /** Packed bytes bear their own check sum. */
    private static void pack(Object object, OutputStream out) throws IOException {
        ZstdOutputStream packing = new ZstdOutputStream(out, QUICK);
        packing.setChecksum(true);
        try (ObjectOutputStream objects = new ObjectOutputStream(new BufferedOutputStream(packing, 1 << 16))) {
            objects.writeObject(object);
        }
    }

    private static Object unpack(InputStream in) throws IOException, ClassNotFoundException {
        try (ObjectInputStream objects =
                new ObjectInputStream(new BufferedInputStream(new ZstdInputStream(in), 1 << 16))) {
            objects.setObjectInputFilter(OURS);
            Object object = objects.readObject();
            if (objects.read() >= 0) {
                throw new IOException("more than was written");
            }
            return object;
        }
    }
}
