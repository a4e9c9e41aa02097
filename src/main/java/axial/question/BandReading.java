package axial.question;

import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import java.math.BigDecimal;
import java.util.List;

/** Reads where a number is cut into bands: each cut begins the next band. */
final class BandReading {
    private BandReading() {}

    static List<BigDecimal> ages(Mapping root, Problems problems) {
        return root.get("age_bands") == null ? Job.AGE_BANDS : read(root, "age_bands", problems);
    }

    static List<BigDecimal> read(Mapping mapping, String key, Problems problems) {
        if (!(mapping.get(key) instanceof Sequence sequence)) {
            return List.of();
        }
        List<BigDecimal> cuts = sequence.items().stream()
                .filter(item -> item instanceof Scalar && PlainNumbers.isPlain(item))
                .map(PlainNumbers::of)
                .toList();
        for (int i = 1; i < cuts.size(); i++) {
            if (cuts.get(i - 1).compareTo(cuts.get(i)) >= 0) {
                problems.add(
                        sequence.place(),
                        "\"" + key + "\" must rise: " + PlainNumbers.plain(cuts.get(i)) + " comes after "
                                + PlainNumbers.plain(cuts.get(i - 1)) + ". Write them from low to high, each once.");
            }
        }
        return cuts;
    }
}
