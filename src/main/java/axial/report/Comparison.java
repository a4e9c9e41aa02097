package axial.report;

import axial.question.Job;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * One question of the job with its answers, in the order of the job file.
 *
 * @param notAnswerable why these data cannot answer it
 */
record Comparison(Job.Question question, List<Answer> answers, Optional<String> notAnswerable) {

    static List<Comparison> all(Tables tables, Job job) {
        Table everybody = Tables.where(tables.estimates(), "subgroup", "");
        return job.questions().stream().map(q -> of(tables, everybody, job, q)).toList();
    }

    private static Comparison of(Tables tables, Table everybody, Job job, Job.Question question) {
        Table rows = Tables.where(everybody, "question", question.id());
        Table flow = Tables.where(tables.flow(), "question", question.id());
        List<Answer> answers = new ArrayList<>();
        for (String outcome : question.outcomes()) {
            Table ofOutcome = Tables.where(rows, "outcome", outcome);
            for (String window : question.windows()) {
                Table cell = Tables.where(flow, "outcome", outcome, "window", window);
                Map<String, Effect> effects = effects(Tables.where(ofOutcome, "window", window));
                answers.add(new Answer(question, job.outcome(outcome), job.window(window), effects, Followed.of(cell)));
            }
        }
        return new Comparison(question, answers, notAnswerable(rows, question));
    }

    private static Map<String, Effect> effects(Table rows) {
        Map<String, Effect> effects = new TreeMap<>();
        for (Row row : rows) {
            Effect effect = Effect.of(row);
            effects.put(effect.key(), effect);
        }
        return effects;
    }

    private static Optional<String> notAnswerable(Table rows, Job.Question question) {
        Table said = Tables.where(rows, "estimator", "none", "metric", "not_answerable");
        Stream<String> fromTable =
                said.isEmpty() ? Stream.empty() : Stream.of(said.row(0).getString("reason"));
        Stream<String> fromJob = Stream.ofNullable(question.notAnswerable());
        return Stream.concat(fromTable, fromJob).filter(s -> !s.isEmpty()).findFirst();
    }

    /** The outcome's answer that most people stand behind; of two equal, the earlier of the job. */
    Optional<Answer> main(String outcome) {
        return answers.stream()
                .filter(a -> a.outcome().id().equals(outcome) && a.analysed() > 0)
                .max(Comparator.comparingLong(Answer::analysed)
                        .thenComparing(a -> answers.indexOf(a), Comparator.reverseOrder()));
    }

    /** The main answer of each outcome that has one. */
    List<Answer> mains() {
        return question.outcomes().stream().flatMap(o -> main(o).stream()).toList();
    }
}
