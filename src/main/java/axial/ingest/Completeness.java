package axial.ingest;

import axial.question.Job;
import axial.tables.QualityRow;
import axial.tables.VisitsTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How many accepted visits of each clinic have a value in each field that the job uses. */
public final class Completeness {
    private static final List<String> ALWAYS = List.of(
            VisitsTable.AGE, VisitsTable.SEX, VisitsTable.DISORDER, VisitsTable.DURATION, VisitsTable.PRACTITIONER_ID);

    private Completeness() {}

    /** One row per clinic and field, by clinic; counts under the smallest cell are withheld. */
    public static List<QualityRow> of(Dataset<Row> visits, Job job) {
        List<String> fields = new ArrayList<>(ALWAYS);
        job.outcomes().forEach(outcome -> {
            fields.add(outcome.id());
            fields.add(VisitsTable.after(outcome.id()));
        });
        job.fields().forEach(field -> fields.add(field.id()));
        Column[] counts = fields.stream().map(Completeness::recorded).toArray(Column[]::new);
        List<QualityRow> rows = new ArrayList<>();
        for (Row clinic : visits.groupBy(VisitsTable.CLINIC_ID)
                .agg(functions.count(functions.lit(1)), counts)
                .sort(VisitsTable.CLINIC_ID)
                .collectAsList()) {
            for (int f = 0; f < fields.size(); f++) {
                rows.add(row(job, clinic, fields.get(f), clinic.getLong(f + 2)));
            }
        }
        return rows;
    }

    private static Column recorded(String field) {
        Column value = functions.col(field);
        boolean words = Arrays.asList(VisitsTable.SEX, VisitsTable.DISORDER).contains(field);
        return functions.count(words ? functions.when(value.notEqual("unknown"), 1) : value);
    }

    private static QualityRow row(Job job, Row clinic, String field, long n) {
        long of = clinic.getLong(1);
        int least = job.disclosure().minCell();
        boolean small = of < least || (n > 0 && n < least) || (n < of && of - n < least);
        return new QualityRow(
                "recorded",
                clinic.getString(0),
                field,
                small ? -1 : n,
                small ? -1 : of,
                small ? "withheld" : "counted");
    }
}
