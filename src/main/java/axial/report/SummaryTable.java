package axial.report;

import axial.clinic.Instrument;
import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A summary of findings in Cochrane's order of columns, one for each question.
 *
 * @param footnotes why certainty is what it is; a note's letter is its place in the list
 */
public record SummaryTable(
        String arm, String comparator, List<Group> groups, List<Note> footnotes, String adjustedFor) {
    private static final Texts TEXTS = Texts.ENGLISH;

    /** An outcome with one line for each window. */
    public record Group(String outcome, String scale, List<SummaryLine> lines) {}

    /** A footnote. */
    public record Note(String id, String mark, String text) {}

    static SummaryTable of(Comparison comparison, int number, Job job) {
        List<String> reasons = comparison.answers().stream()
                .filter(a -> a.difference().isPresent())
                .flatMap(a -> Grade.of(a).reasons().stream())
                .distinct()
                .toList();
        List<Note> notes = notes(reasons, number);
        List<Group> groups = comparison.question().outcomes().stream()
                .map(o -> group(comparison, job.outcome(o), reasons, notes, job))
                .toList();
        return new SummaryTable(
                Names.arms(comparison.question().arm()),
                Names.arms(comparison.question().comparator()),
                groups,
                notes,
                adjustedFor(job));
    }

    private static Group group(
            Comparison comparison, Job.Outcome outcome, List<String> reasons, List<Note> notes, Job job) {
        List<SummaryLine> lines = comparison.answers().stream()
                .filter(a -> a.outcome().id().equals(outcome.id()))
                .map(a -> SummaryLine.of(a, reasons, notes, job.disclosure().minCell()))
                .toList();
        return new Group(outcome.instrument().label(), scale(outcome.instrument()), lines);
    }

    private static String scale(Instrument instrument) {
        String unit = Names.unit(instrument);
        String scale = TEXTS.say(
                "sof.scale",
                "min",
                instrument.min().toPlainString().replace('-', '−'),
                "max",
                instrument.max().toPlainString(),
                "unit",
                unit,
                "better",
                TEXTS.say("better." + instrument.better().word()));
        String matters = instrument.mcid() == null
                ? TEXTS.say("sof.no_mcid")
                : TEXTS.say("sof.mcid", "mcid", Names.measure(instrument.mcid(), instrument));
        return scale + "; " + matters;
    }

    private static List<Note> notes(List<String> reasons, int number) {
        List<Note> notes = new ArrayList<>();
        for (String reason : reasons) {
            String mark = Character.toString('a' + notes.size());
            notes.add(new Note("note-" + number + "-" + mark, mark, TEXTS.say(reason)));
        }
        return List.copyOf(notes);
    }

    private static String adjustedFor(Job job) {
        return job.adjustFor().isEmpty()
                ? ""
                : TEXTS.say(
                        "sof.adjusted_for",
                        "covariates",
                        job.adjustFor().stream().map(Names::plain).collect(Collectors.joining(", ")));
    }
}
