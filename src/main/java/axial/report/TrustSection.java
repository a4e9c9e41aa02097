package axial.report;

import axial.report.Trust.Finding;
import axial.report.Trust.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Can we trust this comparison? One row for each question, one column for each line. */
public record TrustSection(Listing table, List<String> notes) {

    static TrustSection of(List<Comparison> comparisons, Texts texts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < comparisons.size(); i++) {
            Optional<Answer> told = told(comparisons.get(i));
            if (told.isPresent()) {
                rows.add(row(i + 1, told.get(), texts));
            }
        }
        List<Listing.Column> columns = new ArrayList<>(List.of(Listing.words(texts.say("trust.question"))));
        for (Trust.Line line : Trust.Line.values()) {
            columns.add(Listing.words(texts.say("trust." + line.word())));
        }
        List<String> notes = new ArrayList<>();
        for (Trust.Line line : Trust.Line.values()) {
            notes.add(texts.say("trust.note." + line.word()));
        }
        return new TrustSection(new Listing(texts.say("trust.caption"), columns, List.copyOf(rows), 1), notes);
    }

    private static Optional<Answer> told(Comparison comparison) {
        return comparison.compares()
                ? comparison.question().outcomes().stream()
                        .limit(1)
                        .flatMap(o -> comparison.told(o).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static List<Cell> row(int number, Answer answer, Texts texts) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(texts.say(
                "trust.row",
                "n",
                Integer.toString(number),
                "arm",
                texts.names().arms(answer.question().arm()),
                "comparator",
                texts.names().arms(answer.question().comparator()),
                "outcome",
                texts.names().outcome(answer.outcome().instrument()),
                "days",
                texts.names().days(answer.window()))));
        for (Finding finding : answer.trust().lines()) {
            cells.add(new Cell(inWords(finding, texts), finding.ids()));
        }
        return List.copyOf(cells);
    }

    /** A mark with its word, and what was found. */
    static String inWords(Finding finding, Texts texts) {
        String state = finding.mark().sign() + " "
                + texts.say("trust.mark." + finding.mark().word());
        if (finding.mark() == Mark.UNKNOWN) {
            return state;
        }
        Shown shown = texts.shown();
        double first = finding.values().get(0);
        String value = switch (finding.line()) {
            case PEOPLE -> texts.say("trust.value.people", "n", shown.people((long) first));
            case ALIKE -> texts.say("trust.value.alike", "smd", shown.number(first, Shown.G_DECIMALS));
            case OVERLAP -> texts.say("trust.value.overlap", "n", shown.perHundred(first));
            case FOLLOW_UP ->
                texts.say(
                        "trust.value.follow_up",
                        "n",
                        shown.perHundred(first, people(finding, 2)),
                        "gap",
                        shown.perHundred(finding.values().get(1), people(finding, 2)));
            case WEIGHTS -> texts.say("trust.value.weights", "n", shown.perHundred(first));
            case CLINIC -> texts.say("trust.value.clinic", "n", shown.perHundred(first, people(finding, 1)));
        };
        return state + ": " + value;
    }

    private static long people(Finding finding, int which) {
        return finding.values().get(which).longValue();
    }
}
