package axial.sums;

import java.io.IOException;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stored visits, file by file: each patient's visits are in one file, together and in order.
 *
 * @param names of the files; one name never stands for other visits
 * @param reader gives the visits of some of the files
 * @param sources whose visits count; empty where all do
 */
public record VisitFiles(Set<String> names, Reader reader, Set<String> sources) {
    /** Reads files. */
    @FunctionalInterface
    public interface Reader {
        Dataset<Row> visits(Set<String> names) throws IOException;
    }
}
