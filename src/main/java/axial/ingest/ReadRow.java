package axial.ingest;

import axial.tables.RejectRow;
import axial.tables.VisitsTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A record on its way through the engine: the columns of a stored visit, then what it was before and what becomes of it.
 * Two more kinds of rows come from each stretch of a file: {@link #KEYS} of its visits, some thousands in one row; and at
 * last {@link #READ}, with the number of records as its line, how many had which fate, and what was seen in the columns.
 */
final class ReadRow {
    /** What a stored record was before: {@link #CURRENT} or {@link #HELD}; empty for one that arrives. */
    static final String WAS = "_was";

    static final String REASONS = "_reasons";
    static final String STATUS = "_status";
    static final String ACCOUNT = "_account";

    static final String READ = "READ";
    static final String KEYS = "KEYS";
    static final String CURRENT = "CURRENT";
    static final String HELD = "HELD";

    /** Where the columns stand, from the first that is no column of a visit. */
    static final int BATCH_AT = 0;

    static final int LINE_AT = 1;
    static final int VERSION_AT = 2;

    /** The part that the row goes to, which is a visit's bucket; it follows the stored columns. */
    static final int PART_AT = 3;

    static final int WAS_AT = 4;
    static final int REASONS_AT = 5;
    static final int STATUS_AT = 6;
    static final int ACCOUNT_AT = 7;

    /** How many columns follow those of the visit. */
    static final int MORE = 8;

    private static final String FIELD_END = "\u001f";
    private static final String REASON_END = "\u001e";

    private ReadRow() {}

    static StructType schema(StructType stored) {
        return stored.add(VisitsTable.BUCKET, DataTypes.IntegerType)
                .add(WAS, DataTypes.StringType)
                .add(REASONS, DataTypes.StringType)
                .add(STATUS, DataTypes.StringType)
                .add(ACCOUNT, DataTypes.BinaryType);
    }

    static String written(List<Reason> reasons) {
        return String.join(
                REASON_END,
                reasons.stream()
                        .map(r -> String.join(
                                FIELD_END,
                                r.field(),
                                r.code(),
                                r.words(),
                                r.shape(),
                                r.file(),
                                Long.toString(r.line())))
                        .toList());
    }

    /** One row per reason of a refused record. */
    static List<RejectRow> rejections(Row row, String file) {
        List<RejectRow> rejections = new ArrayList<>();
        String source = row.getAs(VisitsTable.SOURCE);
        long line = row.getAs(VisitsTable.LINE);
        String reasons = row.getAs(REASONS);
        for (String reason : reasons.split(REASON_END)) {
            String[] part = reason.split(FIELD_END, -1);
            boolean elsewhere = !part[4].isEmpty();
            rejections.add(new RejectRow(
                    source,
                    elsewhere ? part[4] : file,
                    elsewhere ? Long.parseLong(part[5]) : line,
                    part[0],
                    part[1],
                    part[2],
                    part[3]));
        }
        return rejections;
    }
}
