package axial.report;

import axial.question.Job;
import axial.question.QualityCheck;
import axial.tables.QualityRow;
import axial.tables.QualityState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * One row of the data quality table, judged by the limits that the job has now.
 *
 * @param counts how many rows fail of how many, in words
 * @param share of the rows that fail
 * @param id of the table rows it comes from
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
        String fix,
        String id) {

    /** Every row of the table, and what the flow table adds; of an older run without the columns none. */
    static List<CheckResult> all(Tables tables, Job job, Texts texts) {
        List<CheckResult> results = new ArrayList<>();
        Optional<Table> quality = tables.with("quality", QualityRow.COLUMNS.toArray(String[]::new));
        if (quality.isPresent()) {
            results.addAll(of(quality.get(), job, texts));
            results.addAll(FollowUpGap.all(tables.flow(), job, texts));
            results.sort(Comparator.comparing(CheckResult::check));
        }
        return results;
    }

    /** The rows of a data quality table, in its order. */
    static List<CheckResult> of(Table quality, Job job, Texts texts) {
        List<CheckResult> results = new ArrayList<>();
        for (Row row : quality) {
            check(row.getString("check"))
                    .ifPresent(check -> results.add(of(check, row, Tables.id(quality, row), job, texts)));
        }
        return results;
    }

    private static Optional<QualityCheck> check(String id) {
        return List.of(QualityCheck.values()).stream()
                .filter(check -> check.name().equals(id))
                .findFirst();
    }

    private static CheckResult of(QualityCheck check, Row row, String id, Job job, Texts texts) {
        long n = count(row.getString("n"));
        long of = count(row.getString("of"));
        return new CheckResult(
                check,
                row.getString("clinic_id"),
                row.getString("month"),
                row.getString("field"),
                row.getString("window"),
                n < 0 || of < 0 ? "–" : ofAll(n, of, texts),
                of > 0 ? (double) n / of : 0,
                state(row.getString("status"), check, n, of, job),
                fix(row.getString("fix"), texts),
                id);
    }

    private static String fix(String written, Texts texts) {
        String key = "fix." + written.replace(' ', '_');
        return texts.has(key) ? texts.say(key) : written;
    }

    static String ofAll(long n, long of, Texts texts) {
        return texts.say(
                "quality.of", "n", texts.shown().people(n), "of", texts.shown().people(of));
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

    String stateInWords(Texts texts) {
        return inWords(state, texts);
    }

    static String inWords(QualityState state, Texts texts) {
        return texts.say("quality.state." + state.word());
    }

    String checkInWords(Texts texts) {
        return texts.say("quality.check." + check.name());
    }

    /** Field and window in plain letters. */
    String about(Texts texts) {
        String fields = field.contains(" ")
                ? Names.plain(field)
                : List.of(field.split(";")).stream()
                        .map(f -> texts.sayOr("instrument.", f))
                        .collect(Collectors.joining(texts.say("list.and")));
        return window.isEmpty() ? fields : fields + " (" + texts.sayOr("window.", window) + ")";
    }
}
