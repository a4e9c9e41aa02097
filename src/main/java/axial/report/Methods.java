package axial.report;

import axial.question.Dose;
import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What was done, with the numbers filled in: estimands, the trial that is emulated, and the methods in the past tense. */
final class Methods {
    private final Tables tables;
    private final Job job;
    private final Texts texts;

    Methods(Tables tables, Job job, Texts texts) {
        this.tables = tables;
        this.job = job;
        this.texts = texts;
    }

    /** The five attributes of ICH E9(R1), one row per question. */
    Listing estimands() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < job.questions().size(); i++) {
            Job.Question question = job.questions().get(i);
            if (question.notAnswerable() == null) {
                rows.add(List.of(
                        Cell.of(texts.say("question.label", "n", Integer.toString(i + 1))),
                        Cell.of(population()),
                        Cell.of(strategies(question)),
                        Cell.of(outcomes(question)),
                        Cell.of(texts.say("estimand.events")),
                        Cell.of(texts.say("estimand.summary"))));
            }
        }
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("research.question")),
                Listing.words(texts.say("estimand.population")),
                Listing.words(texts.say("estimand.treatments")),
                Listing.words(texts.say("estimand.variable")),
                Listing.words(texts.say("estimand.intercurrent")),
                Listing.words(texts.say("estimand.measure")));
        return new Listing(texts.say("estimand.caption"), columns, List.copyOf(rows), 1);
    }

    private String population() {
        return texts.say(
                "estimand.who",
                "age",
                texts.shown().plain(job.cohort().minAge()),
                "washout",
                Integer.toString(job.cohort().washoutDays()));
    }

    /** What is compared: two sides, how their difference differs from that of two others, or numbers of sessions. */
    private String strategies(Job.Question question) {
        Dose dose = question.dose();
        if (dose != null) {
            String classes = dose.classes().stream().map(Dose.Sessions::word).collect(Collectors.joining(", "));
            return texts.say(
                    "estimand.sessions",
                    "arm",
                    texts.names().arms(question.arm()),
                    "classes",
                    classes,
                    "day",
                    Integer.toString(dose.landmarkDay()));
        }
        String sides = sides(question.arm(), question.comparator());
        Job.Pair against = question.against();
        return against == null
                ? sides
                : texts.say("estimand.against", "sides", sides, "others", sides(against.arm(), against.comparator()));
    }

    private String sides(List<String> arm, List<String> comparator) {
        return texts.names().arms(arm) + " – " + texts.names().arms(comparator);
    }

    private String outcomes(Job.Question question) {
        String outcomes = question.outcomes().stream()
                .map(o -> texts.names().outcome(job.outcome(o).instrument()))
                .collect(Collectors.joining(", "));
        return texts.say("estimand.change", "outcomes", outcomes, "windows", windows(question));
    }

    private String windows(Job.Question question) {
        return question.windows().stream()
                .map(w -> texts.names().days(job.window(w)))
                .collect(Collectors.joining(", "));
    }

    /** The trial one would have wanted, beside what was done in its place. */
    Listing protocol() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String part :
                List.of("eligibility", "strategies", "assignment", "time_zero", "follow_up", "outcome", "analysis")) {
            rows.add(List.of(
                    Cell.of(texts.say("protocol." + part)),
                    Cell.of(texts.say("protocol." + part + ".trial")),
                    Cell.of(texts.say("protocol." + part + ".here", values()))));
        }
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("protocol.part")),
                Listing.words(texts.say("protocol.trial")),
                Listing.words(texts.say("protocol.here")));
        return new Listing(texts.say("protocol.caption"), columns, List.copyOf(rows), 1);
    }

    /** The methods, one paragraph each. */
    List<String> paragraphs() {
        return numbered("methods.");
    }

    /** What has to be true for the differences to be effects. */
    List<String> assumptions() {
        return numbered("assumption.");
    }

    private List<String> numbered(String prefix) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 1; texts.has(prefix + i); i++) {
            paragraphs.add(texts.say(prefix + i, values()));
        }
        return List.copyOf(paragraphs);
    }

    private String[] values() {
        return new String[] {
            "visits", step("visits"),
            "patients", step("patients"),
            "episodes", step("episodes"),
            "in_arm", step("in_one_arm"),
            "clinics",
                    texts.shown()
                            .count(Tables.values(tables.clinics(), "clinic_id").size()),
            "washout", Integer.toString(job.cohort().washoutDays()),
            "age", texts.shown().plain(job.cohort().minAge()),
            "baseline_days", Integer.toString(job.cohort().baselineDays()),
            "covariates", job.adjustFor().stream().map(texts.names()::covariate).collect(Collectors.joining(", ")),
            "cluster", texts.sayOr("column.", job.cluster().word()),
            "cell", Integer.toString(job.disclosure().minCell()),
            "questions", texts.shown().count(job.questions().size()),
            "arms", job.arms().stream().map(a -> texts.names().arms(a.id())).collect(Collectors.joining(", ")),
            "outcomes",
                    job.outcomes().stream()
                            .map(o -> texts.names().outcome(o.instrument()))
                            .collect(Collectors.joining(", ")),
            "windows",
                    job.windows().stream()
                            .map(w -> texts.names().window(w) + " ("
                                    + texts.names().days(w) + ")")
                            .collect(Collectors.joining(", ")),
            "version", tables.manifest().version().orElse("–"),
            "cites", job.cites() == null ? "–" : job.cites()
        };
    }

    private String step(String step) {
        Table one = Tables.where(tables.flow(), "question", "", "step", step);
        StringColumn n = one.stringColumn("n");
        if (n.isEmpty() || n.get(0).isEmpty()) {
            return texts.say(n.isEmpty() ? "methods.unknown" : "methods.withheld");
        }
        return texts.shown().people(Long.parseLong(n.get(0)));
    }
}
