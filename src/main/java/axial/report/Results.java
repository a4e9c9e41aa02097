package axial.report;

import axial.question.Job;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The results for programs: every comparison with its gate, its certainty, its sentence and its rows. */
final class Results {
    private static final List<String> NUMBERS =
            List.of("n_arm", "n_comparator", "clinics", "estimate", "std_error", "df", "ci_low", "ci_high", "p_value");
    private static final List<String> WORDS =
            List.of("estimator", "metric", "status", "reason", "estimand", "convention");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Tables tables;
    private final List<Comparison> comparisons;
    private final Job job;
    private final Texts texts;

    Results(Tables tables, List<Comparison> comparisons, Job job, Texts texts) {
        this.tables = tables;
        this.comparisons = comparisons;
        this.job = job;
        this.texts = texts;
    }

    String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", "axial-results-1");
        root.put("title", job.title());
        root.put("language", texts.language());
        tables.manifest().runId().ifPresent(id -> root.put("run_id", id));
        tables.manifest().version().ifPresent(v -> root.put("version", v));
        if (job.pages().showWithheld() != null) {
            root.put("withheld_shown_because", job.pages().showWithheld());
        }
        ArrayNode answers = root.putArray("answers");
        for (Comparison comparison : comparisons) {
            comparison.answers().forEach(answer -> answer(answers.addObject(), answer));
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(ObjectNode node, Answer answer) {
        node.put("question", answer.question().id());
        node.put("outcome", answer.outcome().id());
        node.put("window", answer.window().id());
        node.put("gate", answer.closed() ? "closed" : "open");
        ObjectNode lines = node.putObject("trust");
        answer.trust()
                .lines()
                .forEach(f -> lines.put(f.line().word(), f.mark().name().toLowerCase(Locale.ROOT)));
        if (answer.difference().isPresent()) {
            Grade grade = Grade.of(answer);
            node.put("certainty", grade.certainty().word());
            ArrayNode reasons = node.putArray("certainty_reasons");
            grade.reasons().forEach(reason -> reasons.add(texts.say(reason)));
            node.put("sentence", Claim.of(answer, grade, texts));
        }
        ArrayNode estimates = node.putArray("estimates");
        if (!answer.closed()) {
            Table rows = Tables.of(tables.estimates(), answer);
            for (Row row : rows) {
                estimate(estimates.addObject(), row, rows.columnNames());
            }
        }
    }

    private static void estimate(ObjectNode node, Row row, List<String> columns) {
        node.put("id", row.getString("id"));
        for (String column : WORDS) {
            if (columns.contains(column) && !row.getString(column).isEmpty()) {
                node.put(column, row.getString(column));
            }
        }
        for (String column : NUMBERS) {
            String cell = row.getString(column);
            if (cell.matches("-?[0-9.]+(e[-+][0-9]+)?")) {
                node.put(column, new java.math.BigDecimal(cell));
            } else if (!cell.isEmpty()) {
                node.put(column, cell);
            }
        }
        node.put("suppressed", row.getString("status").equals("withheld"));
    }
}
