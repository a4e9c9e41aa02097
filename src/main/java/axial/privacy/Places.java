package axial.privacy;

import java.util.Set;
import java.util.regex.Pattern;

/** Where somebody lives: streets with a number, and postcodes that no other code looks like. */
final class Places {
    private static final Pattern UNITED_KINGDOM = Pattern.compile("([A-Z]{1,2})\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}");
    private static final Pattern CANADA =
            Pattern.compile("[ABCEGHJ-NPR-TVXY]\\d[ABCEGHJ-NPR-TV-Z][ -]\\d[ABCEGHJ-NPR-TV-Z]\\d");
    private static final Pattern NETHERLANDS = Pattern.compile("[1-9]\\d{3} (?!SA|SD|SS)[A-Z]{2}");
    private static final Pattern WITH_COUNTRY = Pattern.compile("(?:D|DE|A|AT|CH|F|FR|I|IT|E|ES|B|BE|L|LU)-\\d{4,5}");
    private static final Pattern UNITED_STATES = Pattern.compile("\\d{5}-\\d{4}");
    private static final Set<String> POSTAL_AREAS = Set.of(
            ("AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX"
                            + " FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS"
                            + " LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM"
                            + " SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE")
                    .split(" "));
    private static final Set<String> STREETS =
            Set.of(("street st road rd avenue ave lane ln drive dr boulevard blvd close crescent court ct terrace way"
                            + " strasse str weg gasse platz allee ring ufer damm rue bd chemin impasse quai cours"
                            + " calle avenida avda paseo plaza carrer via viale corso piazza vicolo largo straat laan"
                            + " plein gracht kade singel ulica ul aleja al osiedle os sokak sok cadde cad caddesi"
                            + " sokagi mahallesi mah")
                    .split(" "));
    private static final String[] STREET_ENDINGS = {
        "strasse", "str", "weg", "gasse", "platz", "allee", "straat", "laan", "plein", "gracht", "kade", "damm", "ring"
    };
    private static final int LONGEST = 120;

    private Places() {}

    static long signs(Cell cell) {
        if (cell.digits() == 0 || cell.length() > LONGEST) {
            return 0;
        }
        long signs = postcode(cell);
        if (cell.letters() >= 4 && cell.words() >= 2 && cell.digits() <= 12 && namesStreet(cell.text())) {
            signs |= Sign.STREET.holds();
        }
        return signs;
    }

    /** It holds where nothing else is written so; it only looks where record numbers are written so too. */
    private static long postcode(Cell cell) {
        if (cell.length() < 5 || cell.length() > 10 || cell.digits() > 9) {
            return 0;
        }
        String text = cell.text();
        if (cell.words() == 1 && cell.has('-') && cell.letters() <= 2) {
            boolean alike = cell.letters() == 0
                    ? cell.digits() == 9 && UNITED_STATES.matcher(text).matches()
                    : WITH_COUNTRY.matcher(text).matches();
            return alike ? Sign.POSTCODE.looks() : 0;
        }
        if (cell.words() != 2 && !cell.has('-')) {
            return 0;
        }
        var british = UNITED_KINGDOM.matcher(text);
        boolean known = british.matches() && POSTAL_AREAS.contains(british.group(1));
        return known
                        || CANADA.matcher(text).matches()
                        || NETHERLANDS.matcher(text).matches()
                ? Sign.POSTCODE.holds()
                : 0;
    }

    private static boolean namesStreet(String text) {
        for (String word : text.split("[^\\p{L}]+")) {
            String plain = Words.plain(word);
            if (plain.length() >= 2 && STREETS.contains(plain)) {
                return true;
            }
            for (String ending : STREET_ENDINGS) {
                if (plain.length() > ending.length() + 2 && plain.endsWith(ending)) {
                    return true;
                }
            }
        }
        return false;
    }
}
