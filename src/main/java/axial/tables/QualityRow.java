package axial.tables;

import axial.question.Job;
import axial.question.QualityCheck;
import java.util.Comparator;
import java.util.List;

/**
 * What one check of the data found: a row of {@code quality.csv}.
 *
 * @param clinic empty where the check is of no single clinic, or the records do not say which
 * @param month a calendar month, or {@code P0} for a patient's first thirty days where dates are not known; empty for
 *     all months together
 * @param field empty where a row counts once, whatever fields fail
 * @param window of follow-up, or empty
 * @param n how many rows fail
 * @param of how many rows are checked
 * @param fix what to write into the job file, or empty
 */
public record QualityRow(
        QualityCheck check,
        String clinic,
        String month,
        String field,
        String window,
        long n,
        long of,
        QualityState state,
        String fix) {
    public static final List<String> COLUMNS =
            List.of("check", "category", "clinic_id", "month", "field", "window", "n", "of", "status", "fix");

    /** The order of the table. */
    public static final Comparator<QualityRow> ORDER = Comparator.comparing(QualityRow::check)
            .thenComparing(QualityRow::clinic)
            .thenComparing(QualityRow::field)
            .thenComparing(QualityRow::window)
            .thenComparing(QualityRow::month);

    /** A row in the state that the job's limits put it. */
    public static QualityRow judged(
            Job job,
            QualityCheck check,
            String clinic,
            String month,
            String field,
            String window,
            long n,
            long of,
            String fix) {
        QualityState state = QualityState.of(job.limits(check), n, of);
        return new QualityRow(check, clinic, month, field, window, n, of, state, fix);
    }

    /** A row of a check that could not be done. */
    public static QualityRow error(QualityCheck check, String fix) {
        return new QualityRow(check, "", "", "", "", -1, -1, QualityState.ERROR, fix);
    }

    /** The same row, its numbers withheld. */
    public QualityRow withheld() {
        return new QualityRow(check, clinic, month, field, window, -1, -1, QualityState.WITHHELD, fix);
    }

    boolean isCounted() {
        return of >= 0;
    }

    /** What the row is about, its month apart. */
    String about() {
        return String.join("\u001f", check.name(), clinic, field, window);
    }

    public List<String> cells() {
        return List.of(
                check.name(),
                check.category(),
                clinic,
                month,
                field,
                window,
                Numbers.count(n),
                Numbers.count(of),
                state.word(),
                fix);
    }
}
