package axial.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Made-up identifiers of nobody: of every kind as many as are asked for, their check digits found by trying. */
public final class Planted {
    private static final String[] GIVEN = {
        "Anna",
        "Thomas",
        "Sabine",
        "Jürgen",
        "María",
        "José",
        "Giulia",
        "Marco",
        "Camille",
        "Étienne",
        "Pieter",
        "Femke",
        "Katarzyna",
        "Łukasz",
        "Ayşe",
        "Mehmet",
        "Emily",
        "Oliver",
        "Fatima",
        "Rajesh"
    };
    private static final String[] FAMILY = {
        "Müller",
        "Schmidt",
        "O'Brien",
        "García López",
        "Rossi",
        "Dupont",
        "de Vries",
        "Nowak",
        "Yılmaz",
        "Smith",
        "Papadopoulos",
        "Okafor",
        "Lindqvist",
        "Haugland",
        "Brandstätter",
        "Featherstonehaugh",
        "Ionescu",
        "Tanaka"
    };
    private static final String[] STREETS = {
        "%d High Street",
        "%d Station Road",
        "Hauptstraße %d",
        "Lindenallee %d",
        "Am Kirchweg %d",
        "%d rue de la Paix",
        "Calle Mayor %d",
        "Via Garibaldi %d",
        "Keizersgracht %d",
        "Dorpsstraat %d",
        "%d Park Ave, Apt 4"
    };
    private static final String[] STORIES = {
        "Patient fell from the ladder on %s and could not work for %d days",
        "Kommt mit Schmerzen nach Autounfall am %s, seit %d Tagen krank",
        "Lives with her daughter since %s, uses a pillow and sleeps %d hours",
        "Douleur cervicale depuis le %s, arrêt de travail de %d jours",
        "Dolor desde el accidente del %s, ha tomado %d pastillas al día",
        "Dopo la caduta del %s ha dolore al collo da %d giorni"
    };

    private final Random dice;

    private Planted(long seed) {
        this.dice = new Random(seed);
    }

    /** Kinds that are told by a pattern or a check digit. */
    public static Map<String, List<String>> patterned(int each, long seed) {
        Planted p = new Planted(seed);
        Map<String, Function<Integer, String>> kinds = new LinkedHashMap<>();
        kinds.put(
                "email",
                i -> p.ascii(p.of(GIVEN)) + "." + p.ascii(p.of(FAMILY)) + i + "@example." + p.of("org", "co.uk", "de"));
        kinds.put("url", i -> p.of("https://", "http://", "www.") + "example.org/people/" + p.digits(6));
        kinds.put(
                "ip_address",
                i -> i % 4 == 0 ? "2001:db8::" + Integer.toHexString(i + 4096) + ":1" : "192.0." + i + "." + (i + 40));
        kinds.put(
                "mac_address",
                i -> p.hex() + ":" + p.hex() + ":" + p.hex() + ":" + p.hex() + ":" + p.hex() + ":" + p.hex());
        kinds.put("phone", p::phone);
        kinds.put("fax", i -> "+" + (30 + i) + " " + p.digits(3) + " " + p.digits(6));
        kinds.put("us_ssn", i -> String.format(Locale.ROOT, "%03d-%02d-%04d", 100 + i, 10 + i, 1000 + i));
        kinds.put("nhs_number", i -> p.spaced(i, p.checked("4" + p.digits(8), Planted::nhs), 3, 3, 4));
        kinds.put(
                "nino",
                i -> p.spaced(
                        i,
                        p.of("AB", "CE", "HJ", "LM", "PR", "ST") + p.digits(6) + p.of("A", "B", "C", "D"),
                        2,
                        2,
                        2,
                        2,
                        1));
        kinds.put("npi", i -> p.checked("1" + p.digits(8), n -> luhn("80840" + n)));
        kinds.put("sin", i -> p.spaced(i, p.checked("1" + p.digits(7), Planted::luhn), 3, 3, 3));
        kinds.put("kvnr", i -> p.checked((char) ('A' + i % 26) + p.digits(8), Planted::kvnr));
        kinds.put("personnummer", i -> dashed(p.checked(p.birth("yyMMdd") + p.digits(3), Planted::luhn)));
        kinds.put("cpr", i -> p.birth("ddMMyy") + "-" + p.digits(4));
        kinds.put("dni", i -> p.dni(p.digits(8)));
        kinds.put("codice_fiscale", i -> p.codice());
        kinds.put("nir", i -> p.nir());
        kinds.put("bsn", i -> p.checked("1" + p.digits(7), Planted::bsn));
        kinds.put("medicare_au", i -> p.checked("2" + p.digits(7), Planted::medicare) + "1");
        kinds.put("account_number", i -> p.iban());
        kinds.put(
                "postcode",
                i -> p.of("SW", "M", "LS", "EH") + (1 + i % 20) + " " + (i % 9 + 1) + p.of("AA", "BD", "XY"));
        kinds.put("record_number", i -> "H" + p.digits(7));
        return made(each, kinds);
    }

    /** Kinds that are told by words and spread. */
    public static Map<String, List<String>> worded(int each, long seed) {
        Planted p = new Planted(seed);
        Map<String, Function<Integer, String>> kinds = new LinkedHashMap<>();
        kinds.put("name", i -> p.of(GIVEN) + " " + p.of(FAMILY));
        kinds.put("name_comma", i -> p.of(FAMILY) + ", " + p.of(GIVEN));
        kinds.put("name_given", i -> p.of(GIVEN));
        kinds.put("name_capitals", i -> (p.of(GIVEN) + " " + p.of(FAMILY)).toUpperCase(Locale.ROOT));
        kinds.put("name_titled", i -> p.of("Mrs ", "Dr. ", "Herr ", "Frau ", "Mme ", "Sig. ", "Dhr. ") + p.of(FAMILY));
        kinds.put("birth_date", i -> p.birth("yyyy-MM-dd"));
        kinds.put("birth_date_german", i -> p.birth("dd.MM.yyyy"));
        kinds.put("birth_date_american", i -> p.birth("MM/dd/yyyy"));
        kinds.put("birth_date_short", i -> p.birth("dd/MM/yy"));
        kinds.put("birth_date_packed", i -> p.birth("yyyyMMdd"));
        kinds.put("birth_date_english", i -> p.birth("d MMM yyyy"));
        kinds.put("birth_date_timed", i -> p.birth("yyyy-MM-dd") + " 00:00:00");
        kinds.put("address", i -> String.format(Locale.ROOT, p.of(STREETS), 1 + p.dice.nextInt(200)));
        kinds.put("free_text", i -> String.format(Locale.ROOT, p.of(STORIES), p.birth("dd/MM/yyyy"), 2 + i));
        return made(each, kinds);
    }

    private static Map<String, List<String>> made(int each, Map<String, Function<Integer, String>> kinds) {
        Map<String, List<String>> made = new LinkedHashMap<>();
        kinds.forEach((kind, maker) -> {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                values.add(maker.apply(i));
            }
            made.put(kind, values);
        });
        return made;
    }

    private String of(String... choices) {
        return choices[dice.nextInt(choices.length)];
    }

    private String ascii(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    private String digits(int n) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < n; i++) {
            digits.append(dice.nextInt(10));
        }
        return digits.toString();
    }

    private String hex() {
        return String.format(Locale.ROOT, "%02x", dice.nextInt(256));
    }

    private String phone(int i) {
        String[] forms = {
            "+49 " + (30 + i) + " " + digits(7),
            "(" + (212 + i) + ") 555-" + digits(4),
            (212 + i) + "-555-" + digits(4),
            "020 7946 " + digits(4),
            "07700 900" + digits(3),
            "0" + (1 + i % 5) + " 42 68 53 " + (10 + i),
            "0" + (171 + i % 9) + "/" + digits(7),
            "+44 7700 900" + digits(3),
            "612 345 " + digits(3)
        };
        return forms[i % forms.length];
    }

    /** Every second one with spaces between groups of so many characters. */
    private String spaced(int i, String text, int... groups) {
        if (i % 2 == 0) {
            return text;
        }
        StringBuilder spaced = new StringBuilder();
        int at = 0;
        for (int group : groups) {
            spaced.append(at == 0 ? "" : " ").append(text, at, at + group);
            at += group;
        }
        return spaced.toString();
    }

    private static String dashed(String ten) {
        return ten.substring(0, 6) + "-" + ten.substring(6);
    }

    private String birth(String form) {
        java.time.LocalDate day = java.time.LocalDate.of(1930, 1, 1).plusDays(dice.nextInt(27_000));
        return day.format(java.time.format.DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
    }

    /** The first digit that the test takes; another body where none does. */
    private String checked(String body, java.util.function.Predicate<String> test) {
        String tried = body;
        while (true) {
            for (int digit = 0; digit < 10; digit++) {
                if (test.test(tried + digit)) {
                    return tried + digit;
                }
            }
            tried = tried.substring(0, tried.length() - 1) + dice.nextInt(10);
        }
    }

    private static int sum(String digits, IntPredicate counted, int factor) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += counted.test(i) ? factor * (digits.charAt(i) - '0') : 0;
        }
        return sum;
    }

    private static boolean nhs(String n) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * (n.charAt(i) - '0') + (i == 9 ? 0 : 0);
        }
        return sum % 11 == 0;
    }

    private static boolean luhn(String n) {
        int sum = 0;
        for (int i = 0; i < n.length(); i++) {
            int digit = n.charAt(i) - '0';
            sum += (n.length() - i) % 2 == 1 ? digit : digit / 5 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    private static boolean bsn(String n) {
        int sum = -(n.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (n.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    private static boolean medicare(String n) {
        return (sum(n.substring(0, 8), i -> i % 4 == 0, 1)
                                + sum(n.substring(0, 8), i -> i % 4 == 1, 3)
                                + sum(n.substring(0, 8), i -> i % 4 == 2, 7)
                                + sum(n.substring(0, 8), i -> i % 4 == 3, 9))
                        % 10
                == n.charAt(8) - '0';
    }

    private static boolean kvnr(String n) {
        String digits = String.format(Locale.ROOT, "%02d", n.charAt(0) - 64) + n.substring(1, 9);
        int sum = sum(digits, i -> i % 2 == 0, 1);
        for (int i = 1; i < digits.length(); i += 2) {
            int twice = 2 * (digits.charAt(i) - '0');
            sum += twice / 10 + twice % 10;
        }
        return sum % 10 == n.charAt(9) - '0';
    }

    private String dni(String number) {
        return number + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23);
    }

    private String nir() {
        String number = of("1", "2") + digits(2) + "0" + (1 + dice.nextInt(9)) + "75" + digits(6);
        return number + String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(number) % 97);
    }

    private String iban() {
        String account = digits(18);
        int check = 98
                - new java.math.BigInteger(account + "131400")
                        .mod(java.math.BigInteger.valueOf(97))
                        .intValue();
        return "DE" + String.format(Locale.ROOT, "%02d", check) + account;
    }

    private String codice() {
        String consonants = "BCDFGLMNPRSTV";
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            code.append(consonants.charAt(dice.nextInt(consonants.length())));
        }
        code.append(digits(2)).append("ABCDEHLMPRST".charAt(dice.nextInt(12)));
        code.append(dice.nextInt(3) + 1).append(dice.nextInt(9)).append("H501");
        String odd = "1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23";
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = code.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? Integer.parseInt(odd.split(" ")[value]) : value;
        }
        return code.append((char) ('A' + sum % 26)).toString();
    }
}
