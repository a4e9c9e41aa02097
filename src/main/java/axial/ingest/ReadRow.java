package axial.ingest;

import axial.tables.RejectRow;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A record on its way through the engine: the columns of a visit, then where it stands, its version and its fate. The
 * last row of each file has the status {@link #READ} and the file's account instead of a visit.
 */
final class ReadRow {
    static final String FILE = "_file";
    static final String LINE = "_line";
    static final String VERSION = "_version";
    static final String REASONS = "_reasons";
    static final String STATUS = "_status";
    static final String ACCOUNT = "_account";

    /** The status of a file's last row; its line is how many records were read. */
    static final String READ = "READ";

    static final int FILE_AT = 0;
    static final int LINE_AT = 1;
    static final int VERSION_AT = 2;
    static final int REASONS_AT = 3;
    static final int STATUS_AT = 4;
    static final int ACCOUNT_AT = 5;

    /** How many columns follow those of the visit. */
    static final int MORE = 6;

    private static final String FIELD_END = "\u001f";
    private static final String REASON_END = "\u001e";

    private ReadRow() {}

    static StructType schema(StructType visit) {
        return visit.add(FILE, DataTypes.StringType)
                .add(LINE, DataTypes.LongType)
                .add(VERSION, DataTypes.StringType)
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

    /** One row per reason of a refused record that comes as source, file, line, reasons. */
    static List<RejectRow> rejections(Row row) {
        List<RejectRow> rejections = new ArrayList<>();
        for (String reason : row.getString(3).split(REASON_END)) {
            String[] part = reason.split(FIELD_END, -1);
            boolean elsewhere = !part[4].isEmpty();
            rejections.add(new RejectRow(
                    row.getString(0),
                    elsewhere ? part[4] : row.getString(1),
                    elsewhere ? Long.parseLong(part[5]) : row.getLong(2),
                    part[0],
                    part[1],
                    part[2],
                    part[3]));
        }
        return rejections;
    }
}
