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

    /** Every question of the job; the gate before effects that are not comparable is shut unless the job opens it. */
    static List<Comparison> all(Tables tables, Job job) {
        Table everybody = Tables.where(tables.estimates(), "subgroup", "");
        boolean open = job.pages().showWithheld() != null;
        return job.questions().parallelStream()
                .map(q -> of(tables, everybody, job, q, open))
                .toList();
    }

    private static Comparison of(Tables tables, Table everybody, Job job, Job.Question question, boolean open) {
        Table rows = Tables.where(everybody, "question", question.id());
        Table flow = Tables.where(tables.flow(), "question", question.id());
        TrustLines trust = new TrustLines(tables);
        List<Answer> answers = new ArrayList<>();
        for (String outcome : question.outcomes()) {
            Table ofOutcome = Tables.where(rows, "outcome", outcome);
            for (String window : question.windows()) {
                Table cell = Tables.where(flow, "outcome", outcome, "window", window);
                Map<String, Effect> effects = effects(Tables.where(ofOutcome, "window", window));
                Answer answer =
                        new Answer(question, job.outcome(outcome), job.window(window), effects, Followed.of(cell));
                answers.add(trusted(answer, trust.of(answer), Grade.written(tables, answer), open));
            }
        }
        return new Comparison(question, answers, notAnswerable(rows, question));
    }

    private static Answer trusted(Answer answer, Trust trust, Optional<Grade> graded, boolean open) {
        Answer judged = new Answer(
                answer.question(),
                answer.outcome(),
                answer.window(),
                answer.effects(),
                answer.followed(),
                trust,
                graded,
                false);
        boolean shut = !open
                && answer.difference().isPresent()
                && !trust.notComparable().isEmpty();
        return shut ? judged.shut() : judged;
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

    /** Whether two groups are compared; a question by sessions has one. */
    boolean compares() {
        return answerable() && !question.comparator().isEmpty();
    }

    boolean answerable() {
        return notAnswerable.isEmpty();
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

    /** The answer that the outcome is told by: the main one, or the first that there is. */
    Optional<Answer> told(String outcome) {
        return main(outcome)
                .or(() -> answers.stream()
                        .filter(a -> a.outcome().id().equals(outcome))
                        .filter(Answer::closed)
                        .findFirst())
                .or(() -> answers.stream()
                        .filter(a -> a.outcome().id().equals(outcome))
                        .findFirst());
    }
}
