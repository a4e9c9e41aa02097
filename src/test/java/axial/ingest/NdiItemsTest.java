package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdiItemsTest {
    private static BigDecimal score(String items) {
        List<BigDecimal> read = new ArrayList<>();
        for (String item : items.split(" ")) {
            read.add(item.equals("_") ? null : new BigDecimal(item));
        }
        return NdiItems.score(read);
    }

    private static void scores(String percent, String items) {
        assertEquals(0, new BigDecimal(percent).compareTo(score(items)), items + " gave " + score(items));
    }

    @Test
    void tenItemsAreTwiceTheirSum() {
        scores("40", "2 2 2 2 2 2 2 2 2 2");
        scores("0", "0 0 0 0 0 0 0 0 0 0");
        scores("100", "5 5 5 5 5 5 5 5 5 5");
        scores("26", "5 3 1 0 0 0 0 0 0 4");
    }

    @Test
    void missingItemsAreLeftOutOfTheRange() {
        scores("40", "2 2 2 2 2 2 2 _ 2 2");
        scores("40", "2 2 2 2 2 2 2 _ _ 2");
        scores("46.6666666667", "5 4 3 2 1 0 1 2 3 _");
    }

    @Test
    void fewerThanEightAnswersMakeNoScore() {
        assertNull(score("2 2 2 2 2 2 2 _ _ _"));
        assertNull(score("_ _ _ _ _ _ _ _ _ _"));
    }
}
