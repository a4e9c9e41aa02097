package axial.store;

import axial.tables.VisitCounts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a store has taken in, as it stands after a commit.
 *
 * @param runs how many runs have changed the store; the arrival of a batch is the run that brought it
 * @param columns of the visits, as one text
 * @param buckets into how many parts the patients of the last change are spread
 * @param rules per source, the hash of the rules its files were read by
 * @param batches every file taken in, by number
 * @param refused folders with the refused records of each run
 * @param counts what became of all records
 * @param fingerprint sum of the hashes of the accepted visits, whatever files and order they came in
 * @param withdrawn the patients who may never come back
 * @param sums of the files of this state, by path within the store: see {@link FileSums}; empty where an earlier version
 *     wrote the ledger
 */
public record Ledger(
        int runs,
        String columns,
        int buckets,
        Map<String, String> rules,
        List<Batch> batches,
        List<String> refused,
        VisitCounts counts,
        BigInteger fingerprint,
        Withdrawn withdrawn,
        Map<String, String> sums) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * One file that was taken in.
     *
     * @param sha256 of its bytes
     * @param file as the job file names it
     * @param arrival the run that brought it, from 1
     * @param account what was seen in it, as the ingest wrote it down, in Base64
     */
    public record Batch(int number, String sha256, String source, String file, int arrival, String account) {}

    /** The ledger of a store that holds nothing. */
    public static Ledger empty() {
        return new Ledger(
                0,
                "",
                0,
                Map.of(),
                List.of(),
                List.of(),
                VisitCounts.NONE,
                BigInteger.ZERO,
                Withdrawn.nobody(),
                Map.of());
    }

    @SuppressWarnings("RedundantNullCheck") // a ledger of an earlier version has no sums
    public Ledger {
        sums = sums == null ? Map.of() : new TreeMap<>(sums);
        rules = new TreeMap<>(rules);
        batches = List.copyOf(batches);
        refused = List.copyOf(refused);
    }

    /** The batch with these bytes, if it is known. */
    public Optional<Batch> batch(String source, String sha256) {
        return batches.stream()
                .filter(b -> b.source().equals(source) && b.sha256().equals(sha256))
                .findFirst();
    }

    /** The number that the next batch gets. */
    public int nextNumber() {
        return batches.stream().mapToInt(Batch::number).max().orElse(0) + 1;
    }

    /** The files by number of batch, as the job file named them. */
    public Map<Integer, String> names() {
        Map<Integer, String> names = new TreeMap<>();
        batches.forEach(batch -> names.put(batch.number(), batch.file()));
        return names;
    }

    /** The same with other buckets and refused records. */
    Ledger with(int otherBuckets, List<String> allRefused) {
        return new Ledger(
                runs, columns, otherBuckets, rules, batches, allRefused, counts, fingerprint, withdrawn, sums);
    }

    /** The same with the check sums of its state. */
    Ledger with(Map<String, String> allSums) {
        return new Ledger(runs, columns, buckets, rules, batches, refused, counts, fingerprint, withdrawn, allSums);
    }

    byte[] json() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    static Ledger of(byte[] json) throws IOException {
        return JSON.readValue(json, Ledger.class);
    }
}
