package axial.question;

import axial.clinic.Instrument;
import axial.question.Job.Cohort;
import axial.question.Job.Question;
import axial.question.Job.RedFlags;
import axial.question.Job.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains a job to a person. */
public final class JobInWords {
    private final Job job;
    private final List<String> lines = new ArrayList<>();

    private JobInWords(Job job) {
        this.job = job;
    }

    /** The job in plain English, in lines that end with a line feed. */
    public static String of(Job job) {
        JobInWords words = new JobInWords(job);
        words.head();
        words.who();
        words.compared();
        words.method();
        words.asked();
        words.unanswerable();
        return String.join("\n", words.lines) + "\n";
    }

    private void head() {
        lines.add(job.title() + (job.cites() == null ? "" : " (" + job.cites() + ")"));
        for (Source source : job.sources()) {
            lines.add("Visits: " + source.path() + " (" + source.format() + "), kept as " + source.name()
                    + discarded(source) + ".");
            if (!source.codeLists().isEmpty()) {
                lines.add("  What treatment codes mean stands in " + String.join(", ", source.codeLists()) + ".");
            }
            source.conversions().forEach(conversion -> lines.add("  " + converted(conversion)));
            source.rules().forEach(rule -> lines.add("  " + rule(rule)));
        }
    }

    private static String rule(CodeRule rule) {
        List<String> when = new ArrayList<>();
        rule.when().forEach((column, texts) -> when.add(column + " is " + String.join(" or ", texts)));
        return "The code " + rule.code() + " means " + rule.is() + " where " + String.join(" and ", when) + ".";
    }

    private static String discarded(Job.Source source) {
        String columns = source.options().getOrDefault("free_text_discard", "");
        return columns.isEmpty() ? "" : "; never looked at: " + columns.replace(SourceOptions.SEPARATOR, ", ");
    }

    private static String converted(Conversion conversion) {
        return String.join(", ", conversion.fields())
                + (conversion.clinics().isEmpty() ? "" : " of " + String.join(", ", conversion.clinics())) + ": "
                + conversion.from().meaning() + ".";
    }

    private void who() {
        Cohort cohort = job.cohort();
        String age = cohort.minAge().signum() == 0 ? "any age" : PlainNumbers.plain(cohort.minAge()) + " or older";
        lines.add("");
        lines.add("Who is in: patients of " + age
                + (cohort.firstEpisodeOnly()
                        ? ", each with the first episode of care"
                        : ", with all their episodes of care")
                + "; "
                + barred(cohort.redFlags()) + ".");
        lines.add("An episode begins at a treated visit, the index visit, with " + cohort.washoutDays()
                + " days without treatment before it.");
        lines.add("Change is the score in a window minus the score at the index visit"
                + (cohort.baselineDays() == 0
                        ? "."
                        : " (where missing, the latest of the " + cohort.baselineDays() + " days before)."));
    }

    private static String barred(RedFlags flags) {
        if (flags.any()) {
            return "any red flag at the index visit bars";
        }
        return flags.tokens().isEmpty()
                ? "red flags bar nobody"
                : "these red flags at the index visit bar: " + String.join(", ", flags.tokens());
    }

    private void compared() {
        section("Arms, by exactly what is given at the index visit:");
        rows(job.arms(), Job.Arm::id, arm -> String.join(" with ", arm.tokens()));
        section("Outcomes:");
        rows(job.outcomes(), Job.Outcome::id, outcome -> scale(outcome.instrument()));
        lines.add("");
        lines.add("Windows, in days since the index visit; the score nearest to the target counts: "
                + String.join(
                        "; ", job.windows().stream().map(JobInWords::window).toList()) + ".");
    }

    private static String window(Job.Window window) {
        return window.id() + " " + window.fromDay() + " to " + window.toDay() + " (target " + window.targetDay() + ")";
    }

    private static String scale(Instrument instrument) {
        return instrument.label() + ", " + PlainNumbers.plain(instrument.min()) + " to "
                + PlainNumbers.plain(instrument.max()) + " " + instrument.unit() + ", "
                + instrument.better().word() + " is better; "
                + (instrument.mcid() == null
                        ? "which change matters is not said"
                        : "a change of " + PlainNumbers.plain(instrument.mcid()) + " matters");
    }

    private void method() {
        lines.add("");
        lines.add(
                job.adjustFor().size() == 1
                        ? "Nothing is adjusted for beyond the baseline score."
                        : "Adjusted for: "
                                + String.join(", ", job.adjustFor())
                                        .replace("age_years", "age")
                                        .replace('_', ' ') + ".");
        lines.add(
                job.cluster().equals(Job.Cluster.NONE)
                        ? "Patients are taken to be independent of each other when uncertainty is reckoned."
                        : "Patients of one "
                                + job.cluster().word().replace("_id", "").replace('_', ' ')
                                + " are taken to be alike when uncertainty is reckoned.");
        lines.add("The results are for " + (job.disclosure().trusted() ? "people bound to confidentiality" : "anybody")
                + ": with fewer than " + job.disclosure().minCell()
                + " analysed patients in either arm a result is withheld.");
        if (!job.disclosure().keepsDates()) {
            lines.add("No date is kept: the days between a patient's visits are, and the year to within half a year.");
        }
        overTime();
        if (!job.thresholds().isEmpty()) {
            List<String> limits = new ArrayList<>();
            job.thresholds().forEach((check, limit) -> limits.add(limits(check, limit)));
            lines.add("Checks of the data: " + String.join("; ", limits) + ".");
        }
    }

    private void overTime() {
        Spc spc = job.spc();
        if (spc.equals(Spc.standard(job.outcomes(), job.windows()))) {
            return;
        }
        List<String> said = new ArrayList<>();
        spc.targets()
                .forEach((outcome, target) ->
                        said.add("aiming at " + PlainNumbers.plain(target) + " of improvement in " + outcome));
        if (spc.followUpTarget() != null) {
            said.add("at " + PlainNumbers.plain(spc.followUpTarget()) + " % measured again");
        }
        spc.rebases()
                .forEach(rebase -> said.add("with new limits from " + rebase.from() + " ("
                        + (rebase.clinics().isEmpty() ? "all clinics" : String.join(", ", rebase.clinics())) + ": "
                        + rebase.reason() + ")"));
        lines.add("Each clinic over time: " + String.join(", ", spc.outcomes()) + " in " + spc.window()
                + ", limits from the first " + spc.baselinePoints() + " points"
                + (said.isEmpty() ? "" : "; " + String.join("; ", said)) + ".");
    }

    private static String limits(QualityCheck check, QualityCheck.Limits limits) {
        List<String> said = new ArrayList<>();
        if (limits.warn() != null) {
            said.add("warns above " + PlainNumbers.plain(limits.warn()) + " %");
        }
        if (limits.fail() != null) {
            said.add("fails above " + PlainNumbers.plain(limits.fail()) + " %");
        }
        return check.name() + " " + String.join(", ", said);
    }

    private void asked() {
        section("Questions (" + count(job.windows().size(), "window") + " and "
                + count(job.outcomes().size(), "outcome") + " each, unless said otherwise):");
        job.questions().stream()
                .filter(question -> question.notAnswerable() == null)
                .forEach(question -> lines.add("  " + question.id() + ": " + sides(question) + restrictions(question)));
    }

    private static String sides(Question question) {
        Dose dose = question.dose();
        if (dose != null) {
            return String.join(" or ", question.arm()) + ", by sessions until day " + dose.landmarkDay() + " ("
                    + dose.classes().stream().map(Dose.Sessions::word).collect(Collectors.joining(", ")) + ")";
        }
        return String.join(" or ", question.arm()) + " against " + String.join(" or ", question.comparator());
    }

    private String restrictions(Question question) {
        StringBuilder said = new StringBuilder();
        if (question.outcomes().size() < job.outcomes().size()) {
            said.append("; outcomes ").append(String.join(", ", question.outcomes()));
        }
        if (question.windows().size() < job.windows().size()) {
            said.append("; windows ").append(String.join(", ", question.windows()));
        }
        if (!question.margins().isEmpty()) {
            said.append("; not inferior if worse by less than ").append(margins(question));
        }
        Job.Pair against = question.against();
        if (against != null) {
            said.append("; and how far that is from ")
                    .append(String.join(" or ", against.arm()))
                    .append(" against ")
                    .append(String.join(" or ", against.comparator()));
        }
        if (!question.subgroups().isEmpty()) {
            said.append("; also by ")
                    .append(String.join(" and by ", question.subgroups()).replace('_', ' '));
        }
        return said.toString();
    }

    /** Outcomes with the same margin stand together. */
    private static String margins(Question question) {
        Map<String, List<String>> outcomes = new LinkedHashMap<>();
        question.margins()
                .forEach((outcome, margin) -> outcomes.computeIfAbsent(
                                PlainNumbers.plain(margin), any -> new ArrayList<>())
                        .add(outcome));
        List<String> said = new ArrayList<>();
        outcomes.forEach((margin, ids) -> said.add(margin + " ("
                + (ids.size() > 1 && ids.size() == question.outcomes().size() ? "each outcome" : String.join(", ", ids))
                + ")"));
        return String.join(", ", said);
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void unanswerable() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Question question : job.questions()) {
            String reason = question.notAnswerable();
            if (reason != null) {
                byReason.computeIfAbsent(reason, any -> new ArrayList<>()).add(question.id());
            }
        }
        if (!byReason.isEmpty()) {
            section("Not answerable from these visits:");
            byReason.forEach((reason, ids) -> lines.add("  " + String.join(", ", ids) + ": " + reason));
        }
    }

    private void section(String heading) {
        lines.add("");
        lines.add(heading);
    }

    private <T> void rows(Collection<T> things, Function<T, String> id, Function<T, String> said) {
        int width = things.stream()
                .mapToInt(thing -> id.apply(thing).length())
                .max()
                .orElse(0);
        things.forEach(thing -> lines.add(
                "  " + id.apply(thing) + " ".repeat(width - id.apply(thing).length() + 2) + said.apply(thing)));
    }
}
