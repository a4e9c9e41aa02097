package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private final Counts counts = new Counts();

    private int clinic(long n) {
        return counts.shown("clinic " + counts.size(), n, 1);
    }

    private int whole(List<Integer> parts) {
        long n = parts.stream().mapToLong(part -> counts.cell(part).n()).sum();
        int whole = counts.shown("whole " + counts.size(), n, 1);
        counts.parts(whole, parts);
        return whole;
    }

    @Test
    void ofEachWholeTheLargestHiddenAndTheCheapestShownTakePartTheFirstOfThoseThatAreEqual() {
        int raised = clinic(3);
        int seven = clinic(7);
        int nine = clinic(9);
        int alsoNine = clinic(9);
        int fifty = clinic(50);
        int twenty = clinic(20);
        int alsoTwenty = clinic(20);
        whole(List.of(raised, seven, nine, alsoNine, fifty, twenty, alsoTwenty));
        List<Integer> hidden = List.of(raised, seven, nine, alsoNine);

        assertEquals(List.of(raised, nine, twenty), around(raised, hidden, new Surroundings.Reach(1, 1)));
        assertEquals(
                List.of(raised, nine, alsoNine, twenty, alsoTwenty),
                around(raised, hidden, new Surroundings.Reach(1, 2)));
    }

    @Test
    void aStepFurtherTheWholesOfThoseThatTakePartDo() {
        int raised = clinic(3);
        int partner = clinic(5);
        int elsewhere = clinic(6);
        int whole = whole(List.of(raised, partner));
        int other = whole(List.of(partner, elsewhere));
        List<Integer> hidden = List.of(raised, partner, elsewhere);

        assertEquals(List.of(raised, partner, whole), around(raised, hidden, new Surroundings.Reach(1, 9)));
        assertEquals(
                List.of(raised, partner, elsewhere, whole, other),
                around(raised, hidden, new Surroundings.Reach(2, 9)));
    }

    private List<Integer> around(int raised, List<Integer> those, Surroundings.Reach reach) {
        BitSet hidden = new BitSet();
        those.forEach(hidden::set);
        return new Surroundings(counts, hidden).within(raised, reach);
    }
}
