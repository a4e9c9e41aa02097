package axial.walk;

import axial.clinic.Instrument;
import axial.clinic.Scaled;
import axial.clinic.Vocabulary;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A number cut into bands, each cut the beginning of the next: the levels of {@code age_band} and {@code
 * baseline_severity}.
 *
 * @param cuts in steps, rising
 * @param words of the bands, from low to high: {@code under_45}, {@code 45_to_under_65}, {@code 65_and_over}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Bands(int[] cuts, List<String> words) implements Serializable {
    public static final String AGE = "age_band";
    public static final String SEVERITY = "baseline_severity";

    /** Bands of a number that is stored with so many decimals. */
    public static Bands of(List<BigDecimal> cuts, int decimals) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            String low = i == 0 ? "" : cuts.get(i - 1).stripTrailingZeros().toPlainString();
            String high =
                    i == cuts.size() ? "" : cuts.get(i).stripTrailingZeros().toPlainString();
            words.add(i == 0 ? "under_" + high : i == cuts.size() ? low + "_and_over" : low + "_to_under_" + high);
        }
        return new Bands(
                cuts.stream()
                        .mapToInt(cut -> Scaled.steps(cut.setScale(decimals, RoundingMode.HALF_EVEN), decimals))
                        .toArray(),
                List.copyOf(words));
    }

    /** Bands of an instrument: those given, or thirds of its scale, to one digit. */
    public static Bands of(Instrument instrument, List<BigDecimal> cuts) {
        BigDecimal third =
                instrument.max().subtract(instrument.min()).divide(BigDecimal.valueOf(3), MathContext.DECIMAL64);
        MathContext digit = new MathContext(1, RoundingMode.HALF_EVEN);
        List<BigDecimal> thirds = List.of(
                instrument.min().add(third).round(digit),
                instrument.min().add(third).add(third).round(digit));
        return of(cuts.isEmpty() ? thirds : cuts, instrument.storedDecimals());
    }

    /** The place of a number's band, from 0; -1 where it is missing. */
    public int index(int steps) {
        if (steps == Scaled.MISSING) {
            return -1;
        }
        int band = 0;
        while (band < cuts.length && steps >= cuts[band]) {
            band++;
        }
        return band;
    }

    /** The word of the band at a place. */
    public String word(int index) {
        return index < 0 ? Vocabulary.UNKNOWN : words.get(index);
    }
}
