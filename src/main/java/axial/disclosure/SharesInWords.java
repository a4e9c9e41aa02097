package axial.disclosure;

import axial.tables.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reasons of the grading name shares: of those with a first score who are analysed, and of a side in equipoise. Where how
 * many they are, or are of, is withheld, the share goes too: whole percents of several windows have but one number in common.
 *
 * @param ofHiddenFirstScores questions and outcomes of which a side's first scores are hidden, joined by {@code /}
 * @param ofHiddenEquipoise analyses of which a side's number in equipoise is hidden
 */
record SharesInWords(Set<String> ofHiddenFirstScores, Set<String> ofHiddenEquipoise) {
    private static final String FIRST_SCORES = "how many had a first score is withheld";
    private static final String EQUIPOISE = "how many of a side are in equipoise is withheld";

    /** The table of overlap as it may be read tells which numbers in equipoise are hidden. */
    static SharesInWords of(Set<String> ofHiddenFirstScores, CsvTable overlap) {
        int measure = overlap.columns().indexOf("measure");
        int status = overlap.columns().indexOf("status");
        return new SharesInWords(
                ofHiddenFirstScores,
                overlap.rows().stream()
                        .filter(row -> row.get(measure).equals("preference")
                                && row.get(status).equals("withheld"))
                        .map(row -> String.join("/", row.subList(0, 3)))
                        .collect(Collectors.toSet()));
    }

    /** The grading as it may be read: judgements stand, which only say on which side of a limit a share is. */
    CsvTable released(CsvTable certainty) {
        int domain = certainty.columns().indexOf("domain");
        int why = certainty.columns().indexOf("why");
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : certainty.rows()) {
            List<String> shown = new ArrayList<>(row);
            if (row.get(domain).equals("follow_up") && ofHiddenFirstScores.contains(row.get(0) + "/" + row.get(1))) {
                shown.set(why, FIRST_SCORES);
            } else if (ofHiddenEquipoise.contains(String.join("/", row.subList(0, 3)))) {
                shown.set(why, withoutEquipoise(row.get(why)));
            }
            rows.add(shown);
        }
        return new CsvTable(certainty.columns(), rows);
    }

    private static String withoutEquipoise(String why) {
        return Arrays.stream(why.split("; "))
                .map(clause -> clause.contains(" in equipoise") ? EQUIPOISE : clause)
                .collect(Collectors.joining("; "));
    }
}
