package axial.tables;

import axial.question.Job;
import axial.question.VisitFields;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The visit store: one row per accepted visit. Numbers are whole steps ({@link axial.clinic.Scaled}), days are counted
 * from 1970-01-01 or from the patient's first visit, as the source gave them, or from a secret day of the patient where
 * no dates are kept; null is not recorded.
 */
public final class VisitsTable {
    public static final String SOURCE = "source";
    public static final String VISIT_ID = "visit_id";
    public static final String PATIENT_ID = "patient_id";
    public static final String CLINIC_ID = "clinic_id";
    public static final String PRACTITIONER_ID = "practitioner_id";
    public static final String VISIT_DATE = "visit_date";
    public static final String VISIT_DAY = "visit_day";

    /** About the year of the visit, where no dates are kept; null where the source gives days. */
    public static final String VISIT_YEAR = "visit_year";

    public static final String AGE = "age_years";
    public static final String SEX = "sex";
    public static final String DISORDER = "disorder";
    public static final String DURATION = "symptom_duration_days";
    public static final String TREATMENTS = "treatments";
    public static final String ADVERSE_EVENT = "adverse_event";
    public static final String SEVERITY = "adverse_event_severity";
    public static final String ASKED = "adverse_events_asked";
    public static final String RED_FLAGS = "red_flags";

    /** The number of the batch that brought a stored visit, and the line where it stood there. */
    public static final String BATCH = "_batch";

    public static final String LINE = "_line";

    /** The declared version of a stored visit; null where the source declares none. */
    public static final String VERSION = "_version";

    /** The part of the store that a visit goes to, by its patient ({@link VisitHash#part}), where that is known already. */
    public static final String BUCKET = "bucket";

    /** What every source must have; {@link #VISIT_DAY} may stand for {@link #VISIT_DATE}. */
    public static final List<String> REQUIRED = VisitFields.REQUIRED;

    private VisitsTable() {}

    /** The column of the score right after treatment. */
    public static String after(String instrument) {
        return instrument + VisitFields.AFTER;
    }

    /** Every column that a source of the job may fill. */
    public static List<String> fields(Job job) {
        return VisitFields.of(job.instruments().keySet(), job.fields());
    }

    /** The stored columns and their types. */
    public static StructType schema(Job job) {
        StructType schema = new StructType().add(SOURCE, DataTypes.StringType);
        for (String field : fields(job)) {
            if (!field.equals(VISIT_DATE)) {
                schema = schema.add(field, type(job, field));
            }
        }
        return job.disclosure().keepsDates() ? schema : schema.add(VISIT_YEAR, DataTypes.IntegerType);
    }

    /** The visit's columns, as {@link #schema} lists them. */
    public static Column[] columns(Job job) {
        return Arrays.stream(schema(job).fieldNames()).map(functions::col).toArray(Column[]::new);
    }

    /** The columns of a visit in the store: those of the visit, then where it came from. */
    public static StructType stored(Job job) {
        return schema(job)
                .add(BATCH, DataTypes.IntegerType)
                .add(LINE, DataTypes.LongType)
                .add(VERSION, DataTypes.StringType);
    }

    /** The sum of the hashes of the visits that count, which no order of rows changes; null where there are none. */
    public static Column fingerprint(Job job, Column counts) {
        Column hash = functions.xxhash64(columns(job)).cast(DataTypes.createDecimalType(38, 0));
        return functions.sum(functions.when(counts, hash));
    }

    private static DataType type(Job job, String field) {
        return switch (field) {
            case VISIT_DAY, AGE, DURATION -> DataTypes.IntegerType;
            case ASKED -> DataTypes.BooleanType;
            default ->
                VisitFields.CANONICAL.contains(field) || isCategory(job, field)
                        ? DataTypes.StringType
                        : DataTypes.IntegerType;
        };
    }

    private static boolean isCategory(Job job, String field) {
        return job.fields().stream().anyMatch(f -> f.id().equals(field) && !f.number());
    }
}
