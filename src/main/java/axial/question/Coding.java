package axial.question;

import axial.clinic.Instrument;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a source writes a score, where that is not the score in the field's unit. */
public enum Coding {
    RAW_0_50("the sum of 0 to 50; twice as much is the percentage"),
    ITEMS("ten items of 0 to 5; the percentage is scored from those answered, where at least eight are"),
    VAS_MM("millimetres of a visual analogue scale; a tenth is the score"),
    REVERSED("counted from the other end of the scale"),
    CODED_1_15("coded 1 to 15; the score is 8 less"),
    CODED_0_14("coded 0 to 14; the score is 7 less"),
    FULL_CYCLE("both directions in one number; it cannot be split and counts as missing"),
    OTHER_SIDE("left and right swapped; the score is the other side's"),
    ZERO_IS_MISSING("0 where nobody measured; a 0 counts as missing"),
    AS_WRITTEN("looked at and right as it stands");

    private static final BigDecimal TEN = BigDecimal.TEN;

    private final String meaning;

    Coding(String meaning) {
        this.meaning = meaning;
    }

    /** The word of the job file, and of the fault that it mends. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a number so written is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    static List<String> words() {
        return List.of(values()).stream().map(Coding::word).toList();
    }

    static Optional<Coding> of(@Nullable String word) {
        return List.of(values()).stream().filter(c -> c.word().equals(word)).findFirst();
    }

    /** Whether scores of the instrument can be so written. */
    public boolean fits(Instrument instrument) {
        return switch (this) {
            case RAW_0_50, ITEMS -> instrument.id().startsWith("ndi") && spans(instrument, 0, 100);
            case VAS_MM -> spans(instrument, 0, 10);
            case CODED_1_15, CODED_0_14 -> spans(instrument, -7, 7);
            case FULL_CYCLE -> instrument.unit().equals("degrees");
            case OTHER_SIDE -> otherSide(instrument.id()).isPresent();
            case REVERSED, ZERO_IS_MISSING, AS_WRITTEN -> true;
        };
    }

    private static boolean spans(Instrument instrument, int min, int max) {
        return instrument.min().compareTo(BigDecimal.valueOf(min)) == 0
                && instrument.max().compareTo(BigDecimal.valueOf(max)) == 0;
    }

    /** The field of the other side: {@code rom_rotation_right_deg} for {@code rom_rotation_left_deg}. */
    public static Optional<String> otherSide(String field) {
        if (field.contains("_left")) {
            return Optional.of(field.replace("_left", "_right"));
        }
        return field.contains("_right") ? Optional.of(field.replace("_right", "_left")) : Optional.empty();
    }

    /** The instrument that a field holds a score of, before or after treatment. */
    public static String instrumentOf(String field, Collection<String> instruments) {
        boolean after = field.endsWith(VisitFields.AFTER) && !instruments.contains(field);
        return after ? field.substring(0, field.length() - VisitFields.AFTER.length()) : field;
    }

    /** The score in the instrument's unit; null where the number says that there is none. */
    public @Nullable BigDecimal score(BigDecimal written, Instrument instrument) {
        return switch (this) {
            case RAW_0_50 -> written.add(written);
            case VAS_MM -> written.divide(TEN);
            case REVERSED -> instrument.min().add(instrument.max()).subtract(written);
            case CODED_1_15 -> written.subtract(BigDecimal.valueOf(8));
            case CODED_0_14 -> written.subtract(BigDecimal.valueOf(7));
            case FULL_CYCLE -> null;
            case ZERO_IS_MISSING -> written.signum() == 0 ? null : written;
            case ITEMS, OTHER_SIDE, AS_WRITTEN -> written;
        };
    }
}
