package axial.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is stopped, and what is not. */
class ColumnJudgeTest {
    private static final int EACH = 50;
    private static final int LAST_VISIT = 2024;

    private static ColumnProfile seen(Collection<String> values) {
        ColumnProfile profile = new ColumnProfile();
        values.forEach(profile::add);
        return profile;
    }

    private static List<Finding> findings(String column, Role role, Collection<String> values) {
        return ColumnJudge.findings(column, role, seen(values), LAST_VISIT, true);
    }

    private static List<String> missed(Map<String, List<String>> planted, Role role) {
        List<String> missed = new ArrayList<>();
        planted.forEach((kind, values) -> {
            if (findings("x1", role, values).isEmpty()) {
                missed.add(kind);
            }
        });
        return missed;
    }

    @Test
    void everyPlantedKindIsStoppedUnderANameThatSaysNothing() {
        Map<String, List<String>> patterned = Planted.patterned(EACH, 1);
        Map<String, List<String>> worded = Planted.worded(EACH, 2);
        assertTrue(patterned.size() + worded.size() >= 18);
        assertEquals(List.of(), missed(patterned, Role.UNDECLARED));
        assertEquals(List.of(), missed(worded, Role.UNDECLARED));
    }

    @Test
    void everyPlantedKindIsStoppedInAKey() {
        // Whether a code is a pseudonym or a hospital's own number, the code does not say.
        assertEquals(List.of("record_number"), missed(Planted.patterned(EACH, 3), Role.KEY));
        assertEquals(List.of(), missed(Planted.worded(EACH, 4), Role.KEY));
    }

    @Test
    void cleanColumnsPass() {
        List<CleanColumns.Clean> clean = CleanColumns.twoHundred();
        assertEquals(200, clean.size());
        Map<String, String> flagged = new TreeMap<>();
        for (CleanColumns.Clean column : clean) {
            findings(column.name(), column.role(), column.values())
                    .forEach(f ->
                            flagged.put(column.name() + " " + column.values().get(0), f.words()));
        }
        assertTrue(flagged.size() <= 2, flagged.toString());
    }
}
