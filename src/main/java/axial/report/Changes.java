package axial.report;

import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * What changed since an earlier report: people, records, versions, and the wording of results.
 *
 * @param table empty where there is no earlier report to compare with
 */
public record Changes(Optional<Listing> table, List<String> wording) {
    static final String FOLDER = "since";

    static Changes none() {
        return new Changes(Optional.empty(), List.of());
    }

    static Changes between(Tables before, Tables now, Job job, Texts texts) {
        List<List<Cell>> rows = new ArrayList<>();
        step(rows, "patients", before, now, texts);
        step(rows, "in_one_arm", before, now, texts);
        for (String count : List.of("accepted", "superseded", "rejected")) {
            counted(rows, count, before, now, texts);
        }
        rows.add(List.of(
                Cell.of(texts.say("page.version")),
                new Cell(before.manifest().version().orElse("–"), "since:manifest:version"),
                new Cell(now.manifest().version().orElse("–"), "manifest:version")));
        rows.add(List.of(
                Cell.of(texts.say("page.snapshot")),
                new Cell(shortened(before.manifest()), "since:manifest:run_id"),
                new Cell(shortened(now.manifest()), "manifest:run_id")));
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("changes.what")),
                Listing.numbers(texts.say("changes.before")),
                Listing.numbers(texts.say("changes.now")));
        Listing table = new Listing(texts.say("changes.caption"), columns, List.copyOf(rows), 1);
        return new Changes(Optional.of(table), wording(before, now, job, texts));
    }

    private static void step(List<List<Cell>> rows, String step, Tables before, Tables now, Texts texts) {
        rows.add(List.of(
                Cell.of(texts.sayOr("flow.", step)), cell(before, step, "since:", texts), cell(now, step, "", texts)));
    }

    private static Cell cell(Tables tables, String step, String prefix, Texts texts) {
        Table one = Tables.where(tables.flow(), "question", "", "step", step);
        for (Row row : one) {
            return new Cell(rounded(Effect.count(row, "n"), texts), prefix + Tables.id(one, row));
        }
        return Cell.of("–");
    }

    private static void counted(List<List<Cell>> rows, String count, Tables before, Tables now, Texts texts) {
        OptionalLong earlier = before.manifest().count(count);
        OptionalLong later = now.manifest().count(count);
        rows.add(List.of(
                Cell.of(texts.say("changes." + count)),
                new Cell(rounded(earlier.orElse(-1), texts), "since:manifest:counts." + count),
                new Cell(rounded(later.orElse(-1), texts), "manifest:counts." + count)));
    }

    /** To the nearest five, so that two reports together tell of nobody. */
    private static String rounded(long n, Texts texts) {
        return n < 0 ? "–" : texts.rounded().shown().people(n);
    }

    private static String shortened(Manifest manifest) {
        return manifest.runId()
                .map(id -> id.length() <= PageOf.SHORT_ID ? id : id.substring(0, PageOf.SHORT_ID))
                .orElse("–");
    }

    private static List<String> wording(Tables before, Tables now, Job job, Texts texts) {
        List<Comparison> earlier = Comparison.all(before, job);
        List<Comparison> later = Comparison.all(now, job);
        List<String> changed = new ArrayList<>();
        for (int q = 0; q < later.size(); q++) {
            for (int a = 0; a < later.get(q).answers().size(); a++) {
                Answer was = earlier.get(q).answers().get(a);
                Answer is = later.get(q).answers().get(a);
                String then = claim(was, texts);
                String today = claim(is, texts);
                if (!then.equals(today)) {
                    changed.add(texts.say(
                            "changes.wording",
                            "outcome",
                            texts.names().label(is.outcome().instrument()),
                            "days",
                            texts.names().days(is.window()),
                            "before",
                            then,
                            "now",
                            today));
                }
            }
        }
        return List.copyOf(changed);
    }

    private static String claim(Answer answer, Texts texts) {
        return answer.difference().isPresent()
                ? Claim.of(answer, Grade.of(answer), texts)
                : texts.say("changes.no_result");
    }
}
