package axial.privacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The verdict on a column, from all that was seen in it: a single text proves little, for one in eleven random codes of
 * ten digits passes for an NHS number.
 */
public final class ColumnJudge {
    private static final Set<Sign> ONE_IS_ENOUGH = EnumSet.of(Sign.EMAIL, Sign.URL, Sign.IP, Sign.MAC, Sign.US_SSN);
    private static final Set<String> NO_RECORD_NUMBER = Set.of(
            ("time timestamp stamp epoch date datum at on zeit id ids key code uuid guid hash token pseudonym pseudo row"
                            + " line record seq sequence index idx version batch")
                    .split(" "));

    /** How often a column of random codes would be taken for people's numbers. */
    private static final double BY_CHANCE = 1e-5;

    private static final int MANY = 20;
    private static final int OLDEST = 110;
    private static final int GROWN_UP = 18;

    private final String column;
    private final Role role;
    private final ColumnProfile seen;
    private final Map<IdentifierKind, Finding> findings = new EnumMap<>(IdentifierKind.class);

    private ColumnJudge(String column, Role role, ColumnProfile seen) {
        this.column = column;
        this.role = role;
        this.seen = seen;
    }

    /**
     * Why a column may tell who somebody is; empty where it does not.
     *
     * @param lastVisit the year of the latest visit beside it, or 0 where that is not known
     * @param datesMayStay whether the job keeps dates
     */
    public static List<Finding> findings(
            String column, Role role, ColumnProfile seen, int lastVisit, boolean datesMayStay) {
        if (seen.filled() == 0) {
            return List.of();
        }
        ColumnJudge judge = new ColumnJudge(column, role, seen);
        judge.contacts();
        judge.checkDigits();
        judge.names();
        judge.places();
        judge.births(lastVisit);
        judge.recordNumbers();
        if (!datesMayStay) {
            judge.keptDates();
        }
        judge.freeText();
        judge.header();
        return new ArrayList<>(judge.findings.values());
    }

    /** Whether the name of a column tells of nobody, so that a message may show it. */
    public static boolean mayShow(String column) {
        Cell cell = new Cell(column.isBlank() ? "-" : column.strip());
        boolean plain = cell.letters() > 0
                && cell.digits() <= 3
                && cell.words() <= 5
                && cell.length() <= 40
                && cell.onlyMarks("-_./()");
        return HeaderWords.kind(column) != null
                || (plain && (SignReader.signs(cell) & ~Sign.TEXT.holds() & ~Sign.NAME_SHAPE.holds()) == 0);
    }

    private void found(IdentifierKind kind, long hits, String shape, String because) {
        findings.putIfAbsent(kind, new Finding(kind, hits, seen.filled(), shape, because));
    }

    private void found(Sign sign, String because) {
        found(sign.kind(), seen.holding(sign), seen.shape(sign), because);
    }

    private boolean isShare(Sign sign, double share) {
        return isShare(seen.holding(sign), share);
    }

    private boolean isShare(long n, double share) {
        return n > 0 && n >= share * seen.filled();
    }

    private void contacts() {
        for (Sign sign : ONE_IS_ENOUGH) {
            if (seen.holding(sign) > 0) {
                found(sign, "a single one is too many");
            }
        }
        if (isShare(Sign.PHONE, 0.3)) {
            found(Sign.PHONE, "they are written as such numbers are");
        }
    }

    /** Of the distinct texts with the shape at least half agree with the check digit, and chance does not do that. */
    private void checkDigits() {
        for (Sign sign : Sign.values()) {
            int looking = sign.hasCheckDigit() ? seen.sampledLooking(sign) : 0;
            int holding = sign.hasCheckDigit() ? seen.sampledHolding(sign) : 0;
            if (looking > 0 && 2 * holding >= looking && atLeast(holding, looking, sign.chance()) < BY_CHANCE) {
                String because = "their digits agree as those of such numbers do; of random ones, 1 in %.0f would";
                found(sign, String.format(Locale.ROOT, because, 1 / sign.chance()));
                findings.remove(IdentifierKind.PHONE);
            }
        }
    }

    /** The binomial probability of {@code hits} or more in {@code n}. */
    static double atLeast(int hits, int n, double chance) {
        double term = Math.pow(1 - chance, n);
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            sum += i >= hits ? term : 0;
            term *= (n - i) / (i + 1.0) * chance / (1 - chance);
        }
        return sum;
    }

    private void names() {
        boolean inKeys = role == Role.KEY && isShare(Sign.FULL_NAME, 0.01);
        if (isShare(Sign.NAME, 0.3) || inKeys) {
            found(Sign.NAME, "common names or titles stand in them");
        }
        boolean shaped = role != Role.TOKENS && isShare(Sign.NAME_SHAPE, 0.8);
        if (shaped && areManifold(0.2)) {
            found(Sign.NAME_SHAPE, "they are capitalised words as names of people and places are, hardly two alike");
        }
    }

    private void places() {
        if (isShare(Sign.STREET, 0.2)) {
            found(Sign.STREET, "a street and a number stand in them");
        }
        boolean alike = isShare(seen.looking(Sign.POSTCODE), 0.8) && areManifold(0.15) && mayBeOfPeople();
        if (isShare(Sign.POSTCODE, 0.5) || alike) {
            found(
                    IdentifierKind.POSTCODE,
                    seen.looking(Sign.POSTCODE),
                    seen.shape(Sign.POSTCODE),
                    "they are written as postcodes are");
        }
    }

    /** Dates of which half lie a childhood before the latest visit, and hardly any beyond a lifetime. */
    private void births(int lastVisit) {
        boolean key = role == Role.KEY;
        long dates = key ? seen.looking(Sign.DATE) : seen.holding(Sign.DATE);
        if (role == Role.DATE || !isShare(dates, key ? 0.5 : 0.95)) {
            return;
        }
        int last = lastVisit == 0 ? seen.lastYear() : lastVisit;
        long living = seen.datesIn(last - OLDEST, last);
        if (living >= 0.85 * dates && seen.datesIn(last - OLDEST, last - GROWN_UP) >= 0.5 * dates) {
            found(
                    IdentifierKind.BIRTH_DATE,
                    dates,
                    seen.shape(Sign.DATE),
                    "half of the dates lie " + GROWN_UP + " years or more before the latest visit");
        }
    }

    private void recordNumbers() {
        boolean codes = isShare(Sign.CODE, 0.85) && !isShare(seen.looking(Sign.DATE), 0.5) && seen.isOfOneLength();
        boolean unalike = seen.distinct() >= MANY && seen.once() >= 0.95;
        if (codes && unalike && mayBeOfPeople()) {
            found(Sign.CODE, "codes of one shape, hardly two alike, in a column that the job does not know as a key");
        }
    }

    /** Whether there are many distinct texts, and such a share of all. */
    private boolean areManifold(double share) {
        return seen.distinct() >= MANY && seen.distinct() >= share * seen.filled();
    }

    /** Whether the column may hold codes of people: the job does not know it, and it is not called by what else has codes. */
    private boolean mayBeOfPeople() {
        return role == Role.UNDECLARED && HeaderWords.words(column).stream().noneMatch(NO_RECORD_NUMBER::contains);
    }

    private void keptDates() {
        boolean kept = role == Role.KEY || role == Role.MEASURE;
        for (Sign sign : new Sign[] {Sign.DATE, Sign.INSTANT}) {
            if (kept && isShare(seen.looking(sign), sign == Sign.DATE ? 0.05 : 0.5)) {
                found(
                        IdentifierKind.DATE,
                        seen.looking(sign),
                        seen.shape(sign),
                        "the profile safe-harbor keeps no date, and this column would be kept");
            }
        }
    }

    private void freeText() {
        if (!findings.isEmpty() || role == Role.TOKENS) {
            return;
        }
        long texts = seen.holding(Sign.TEXT);
        double distinct = seen.distinctSentences();
        boolean several = distinct > 12 || (texts >= 3 && distinct >= 0.6 * texts);
        boolean wordy = isShare(texts, 0.05) && several && (seen.meanWords() > 4 || seen.meanTextLength() > 40);
        boolean unalike = isShare(texts, 0.5) && areManifold(0.6);
        if (wordy || unalike || seen.mostWords() > 30) {
            found(
                    IdentifierKind.FREE_TEXT,
                    Math.max(texts, 1),
                    "",
                    wordy || !unalike ? "they are sentences" : "they are several words, hardly two alike");
        }
    }

    private void header() {
        IdentifierKind kind = HeaderWords.kind(column);
        boolean pseudonyms = role == Role.KEY && isShare(Sign.TECHNICAL, 0.95);
        boolean answers = seen.longest() <= 7 && seen.distinct() <= 3 && seen.filled() >= 2 * seen.distinct();
        if (kind == null || pseudonyms || answers || !findings.isEmpty()) {
            return;
        }
        boolean plausible = switch (kind) {
            case PATIENT_NUMBER -> role == Role.UNDECLARED;
            case PHONE, POSTCODE, BIRTH_DATE, DEATH_DATE -> isShare(seen.numbered(), 0.3);
            case FREE_TEXT -> seen.holding(Sign.TEXT) > 0 || seen.meanLength() > 10;
            default -> true;
        };
        if (plausible) {
            found(kind, 0, "", "the column's name says so");
        }
    }
}
