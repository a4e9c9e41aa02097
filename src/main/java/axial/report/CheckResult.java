package axial.report;

import axial.question.Job;
import axial.question.QualityCheck;
import axial.tables.QualityRow;
import axial.tables.QualityState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * One row of the data quality table, judged by the limits that the job has now.
 *
 * @param counts how many rows fail of how many, in words
 * @param share of the rows that fail
 */
record CheckResult(
        QualityCheck check,
        String clinic,
        String month,
        String field,
        String window,
        String counts,
        double share,
        QualityState state,
        String fix) {
    private static final Texts TEXTS = Texts.ENGLISH;

    /** Every row of the table, and what the flow table adds; of an older run without the columns none. */
    static List<CheckResult> all(Tables tables, Job job) {
        List<CheckResult> results = new ArrayList<>();
        Optional<Table> quality = tables.quality();
        if (quality.isPresent() && quality.get().columnNames().containsAll(QualityRow.COLUMNS)) {
            for (Row row : quality.get()) {
                check(row.getString("check")).ifPresent(check -> results.add(of(check, row, job)));
            }
            results.addAll(FollowUpGap.all(tables.flow(), job));
            results.sort(Comparator.comparing(CheckResult::check));
        }
        return results;
    }

    private static Optional<QualityCheck> check(String id) {
        return List.of(QualityCheck.values()).stream()
                .filter(check -> check.name().equals(id))
                .findFirst();
    }

    private static CheckResult of(QualityCheck check, Row row, Job job) {
        long n = count(row.getString("n"));
        long of = count(row.getString("of"));
        return new CheckResult(
                check,
                row.getString("clinic_id"),
                row.getString("month"),
                row.getString("field"),
                row.getString("window"),
                n < 0 || of < 0 ? "–" : Shown.count(n) + " of " + Shown.count(of),
                of > 0 ? (double) n / of : 0,
                state(row.getString("status"), check, n, of, job),
                row.getString("fix"));
    }

    private static long count(String cell) {
        return cell.matches("\\d{1,18}") ? Long.parseLong(cell) : -1;
    }

    /** What is withheld, or could not be done, stays so whatever the limits. */
    private static QualityState state(String written, QualityCheck check, long n, long of, Job job) {
        QualityState then = QualityState.of(written).orElse(QualityState.ERROR);
        boolean fixed = then == QualityState.WITHHELD || then == QualityState.ERROR;
        return fixed ? then : QualityState.of(job.limits(check), n, of);
    }

    boolean isOfAllMonths() {
        return month.isEmpty();
    }

    boolean needsCare() {
        return state == QualityState.WARN || state == QualityState.FAIL || state == QualityState.ERROR;
    }

    String stateInWords() {
        return inWords(state);
    }

    static String inWords(QualityState state) {
        return TEXTS.say("quality.state." + state.word());
    }

    String checkInWords() {
        return TEXTS.say("quality.check." + check.name());
    }

    /** Field and window in plain letters. */
    String about() {
        String fields = Names.plain(field.replace(";", " and "));
        return window.isEmpty() ? fields : fields + " (" + Names.plain(window) + ")";
    }
}
