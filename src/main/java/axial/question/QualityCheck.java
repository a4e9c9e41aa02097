package axial.question;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is checked of the visits, in the categories of Kahn et al. (eGEMs 2016;4:1244). Limits are shares of the rows
 * checked, in percent: more than {@code warn} warns, more than {@code fail} fails. Those of M6 are points of a hundred
 * between two such shares; it stands on the pages alone, for it compares what the flow table has.
 */
public enum QualityCheck {
    C2("conformance/relational", "0", null),
    C4("conformance/relational", "5", "20"),
    C5("conformance/value", "0", "0.5"),
    C6("conformance/value", "0", "0.5"),
    C7("conformance/value", "0", "0.5"),
    C9("conformance/computational", "0", "0"),
    C10("conformance/computational", "0", "0"),
    C11("conformance/value", "0", "0.5"),
    M1("completeness", "5", "20"),
    M2("completeness", "5", "20"),
    M3("completeness", "5", "20"),
    M4("completeness", "0", "0.5"),
    M5("completeness", "5", "20"),
    M6("completeness", "5", "10"),
    P1("plausibility/atemporal", "0.1", "1"),
    P2("plausibility/atemporal", "0.1", "1"),
    P3("plausibility/atemporal", "60", null),
    P4("plausibility/atemporal", "5", null),
    P5("plausibility/atemporal", "0", null),
    T1("plausibility/temporal", "0", "0.5"),
    T2("plausibility/temporal", "0", "0.5"),
    T3("plausibility/temporal", "0", "0.5"),
    T4("plausibility/temporal", "10", null);

    /**
     * From where on a check warns and fails.
     *
     * @param warn in percent of the rows checked; null where it never warns
     * @param fail in percent of the rows checked; null where it never fails
     */
    public record Limits(
            @Nullable BigDecimal warn, @Nullable BigDecimal fail) implements java.io.Serializable {}

    private final String category;
    private final Limits limits;

    QualityCheck(String category, String warn, @Nullable String fail) {
        this.category = category;
        this.limits = new Limits(new BigDecimal(warn), fail == null ? null : new BigDecimal(fail));
    }

    /** Kahn's category, and its subcategory after a slash. */
    public String category() {
        return category;
    }

    /** The limits where the job declares none. */
    public Limits limits() {
        return limits;
    }

    /** Whether its rows are records of people, so that few of them are withheld. */
    public boolean countsPeople() {
        return this != C2 && this != T4;
    }

    /** Whether every record is put to it, so that months of it are all of the same visits. */
    public boolean isOfEveryRecord() {
        return switch (this) {
            case C5, C6, C7, C11, M4, P1 -> true;
            default -> false;
        };
    }

    static List<String> ids() {
        return List.of(values()).stream().map(QualityCheck::name).toList();
    }
}
