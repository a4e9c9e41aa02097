package axial.report;

import axial.clinic.Instrument;
import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A summary of findings in Cochrane's order of columns.
 *
 * @param caption what the table is
 * @param footnotes why certainty is what it is; a note's letter is its place in the list
 */
public record SummaryTable(
        String caption, String arm, String comparator, List<Group> groups, List<Note> footnotes, String adjustedFor) {

    /** An outcome with one line for each window. */
    public record Group(String outcome, String scale, List<SummaryLine> lines) {}

    /** A footnote. */
    public record Note(String id, String mark, String text) {}

    /** One line for each outcome: the time that most people stand behind. */
    static SummaryTable main(Comparison comparison, String id, Job job, Texts texts) {
        List<Answer> told = comparison.question().outcomes().stream()
                .flatMap(o -> comparison.told(o).stream())
                .toList();
        return of(texts.say("sof.caption"), comparison, told, id, job, texts);
    }

    /** Every outcome at every time. */
    static SummaryTable full(Comparison comparison, String id, Job job, Texts texts) {
        return of(texts.say("sof.caption_full"), comparison, comparison.answers(), id, job, texts);
    }

    private static SummaryTable of(
            String caption, Comparison comparison, List<Answer> answers, String id, Job job, Texts texts) {
        List<String> reasons = answers.stream()
                .filter(a -> a.difference().isPresent())
                .flatMap(a -> Grade.of(a).reasons().stream())
                .distinct()
                .toList();
        List<Note> notes = notes(reasons, id, texts);
        List<Group> groups = comparison.question().outcomes().stream()
                .map(o -> group(answers, job.outcome(o), reasons, notes, job, texts))
                .toList();
        return new SummaryTable(
                caption,
                texts.names().arms(comparison.question().arm()),
                texts.names().arms(comparison.question().comparator()),
                groups,
                notes,
                adjustedFor(job, texts));
    }

    private static Group group(
            List<Answer> answers, Job.Outcome outcome, List<String> reasons, List<Note> notes, Job job, Texts texts) {
        List<SummaryLine> lines = answers.stream()
                .filter(a -> a.outcome().id().equals(outcome.id()))
                .map(a -> SummaryLine.of(a, reasons, notes, job.disclosure().minCell(), texts))
                .toList();
        return new Group(texts.names().label(outcome.instrument()), scale(outcome.instrument(), texts), lines);
    }

    private static String scale(Instrument instrument, Texts texts) {
        String scale = texts.say(
                "sof.scale",
                "min",
                texts.shown().plain(instrument.min()),
                "max",
                texts.shown().plain(instrument.max()),
                "unit",
                texts.names().unit(instrument),
                "better",
                texts.say("better." + instrument.better().word()));
        String matters = instrument.mcid() == null
                ? texts.say("sof.no_mcid")
                : texts.say("sof.mcid", "mcid", texts.names().measure(instrument.mcid(), instrument));
        return scale + "; " + matters;
    }

    private static List<Note> notes(List<String> reasons, String id, Texts texts) {
        List<Note> notes = new ArrayList<>();
        for (String reason : reasons) {
            String mark = Character.toString('a' + notes.size());
            notes.add(new Note("note-" + id + "-" + mark, mark, texts.say(reason)));
        }
        return List.copyOf(notes);
    }

    static String adjustedFor(Job job, Texts texts) {
        return job.adjustFor().isEmpty()
                ? ""
                : texts.say(
                        "sof.adjusted_for",
                        "covariates",
                        job.adjustFor().stream().map(texts.names()::covariate).collect(Collectors.joining(", ")));
    }
}
