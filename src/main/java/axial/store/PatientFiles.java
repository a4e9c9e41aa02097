package axial.store;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import axial.tables.VisitsTable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Tells in which of a store's files patients lie, so that the others need not be written again. */
record PatientFiles(SparkSession spark, Buckets live) {
    /** Beyond so many patients every file is taken to hold one of them. */
    private static final int MOST_LOOKED_FOR = 300_000;

    /** The files that hold a visit of one of these patients. */
    Buckets of(Dataset<Row> patients, Dataset<Row> visits) {
        List<String> wanted = patients.select(VisitsTable.PATIENT_ID)
                .distinct()
                .limit(MOST_LOOKED_FOR + 1)
                .as(Encoders.STRING())
                .collectAsList();
        if (wanted.size() > MOST_LOOKED_FOR) {
            return live.only(file -> true);
        }
        Set<String> found = names(wanted, visits);
        return live.only(file -> found.contains(name(file.location())));
    }

    private Set<String> names(List<String> wanted, Dataset<Row> visits) {
        if (wanted.isEmpty() || live.visits().isEmpty()) {
            return Set.of();
        }
        Dataset<Row> ids = spark.createDataset(wanted, Encoders.STRING()).toDF(VisitsTable.PATIENT_ID);
        Set<String> names = new TreeSet<>();
        visits.select(col(VisitsTable.PATIENT_ID), functions.input_file_name().as("file"))
                .join(broadcast(ids), VisitsTable.PATIENT_ID, "left_semi")
                .select("file")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList()
                .forEach(location -> names.add(name(location)));
        return names;
    }

    /** Folder of the bucket and name of the file, which hold no character that a location writes otherwise. */
    static String name(String location) {
        int file = location.lastIndexOf('/');
        return location.substring(location.lastIndexOf('/', file - 1) + 1);
    }

    /** All visit files but the largest group of those that were written together, where there are many groups. */
    static Buckets manySmall(Buckets live, int mostGroups) {
        Map<String, Long> sizes = new TreeMap<>();
        live.visits().forEach(file -> sizes.merge(group(file), file.recordCount(), Long::sum));
        if (sizes.size() <= mostGroups) {
            return Buckets.none();
        }
        String largest =
                Collections.max(sizes.entrySet(), Map.Entry.comparingByValue()).getKey();
        return live.only(file -> !Buckets.isHeld(file) && !group(file).equals(largest));
    }

    private static String group(DataFile file) {
        String name = name(file.location());
        return file.location().substring(0, file.location().length() - name.length());
    }
}
