package axial.privacy;

/**
 * Numbers by which states and health services know people, told by their check digits. The texts are packed: capitals
 * and digits without spaces, dots and dashes.
 */
final class NationalNumbers {
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String NINO_NEVER_FIRST = "DFIQUV";
    private static final String NINO_NEVER_SECOND = "DFIOQUV";
    private static final String NINO_NEVER_BOTH = "BG GB KN NK NT TN ZZ";
    private static final String CODICE_MONTHS = "ABCDEHLMPRST";
    private static final String CODICE_FOR_DIGITS = "LMNPQRSTUV";
    private static final int[] CODICE_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    private static final int[] NHS_WEIGHTS = {10, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] BSN_WEIGHTS = {9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    private static final int[] MEDICARE_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9};

    private NationalNumbers() {}

    /** The signs of a packed text with so many letters. */
    static long signs(String packed, int letters) {
        int length = packed.length();
        if (letters == 0) {
            return switch (length) {
                case 9 -> sign(Sign.SIN, isSin(packed)) | sign(Sign.BSN, isBsn(packed));
                case 10 ->
                    sign(Sign.NHS, isNhs(packed))
                            | sign(Sign.NPI, isNpi(packed))
                            | sign(Sign.MEDICARE_AU, isMedicare(packed))
                            | sign(Sign.PERSONNUMMER, isPersonnummer(packed));
                case 11 ->
                    sign(Sign.MEDICARE_AU, isMedicare(packed))
                            | sign(Sign.PESEL, isPesel(packed))
                            | sign(Sign.TCKN, isTckn(packed));
                case 12 -> sign(Sign.PERSONNUMMER, isPersonnummer(packed.substring(2)));
                case 15 -> sign(Sign.NIR, isNir(packed));
                default -> 0;
            };
        }
        return lettered(packed, letters);
    }

    private static long lettered(String packed, int letters) {
        int length = packed.length();
        boolean first = isLetter(packed, 0);
        boolean last = isLetter(packed, length - 1);
        long signs = 0;
        if (length == 10 && letters == 1 && first) {
            signs |= sign(Sign.KVNR, isKvnr(packed));
        } else if (length == 9 && last && (letters == 1 || (letters == 2 && first))) {
            signs |= sign(Sign.DNI, isDni(packed));
        } else if (length == 9 && letters == 3 && first && isLetter(packed, 1) && last) {
            signs |= sign(Sign.NINO, isNino(packed));
        } else if (length == 15 && letters == 1 && isLetter(packed, 6)) {
            signs |= sign(Sign.NIR, isNir(packed));
        } else if (length == 16 && letters >= 9 && isCodiceShape(packed)) {
            signs |= sign(Sign.CODICE_FISCALE, isCodiceFiscale(packed));
        }
        if (length >= 15 && length <= 34 && isIbanShape(packed)) {
            signs |= sign(Sign.IBAN, remainder97(packed.substring(4) + packed.substring(0, 4)) == 1);
        }
        return signs;
    }

    private static long sign(Sign sign, boolean holds) {
        return holds ? sign.holds() : sign.looks();
    }

    private static boolean isLetter(String text, int at) {
        return text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    /** Luhn's sum of all digits, the last one counted once, the one before it doubled, and so on. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, odd = 0; i >= 0; i--, odd ^= 1) {
            int twice = digit(digits, i) << odd;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum;
    }

    /** United Kingdom: modulus 11 with the weights 10 to 2; ten times the same digit is nobody's. */
    private static boolean isNhs(String digits) {
        int check = 11 - weighted(digits, NHS_WEIGHTS) % 11;
        boolean same = digits.chars().allMatch(c -> c == digits.charAt(0));
        return !same && check != 10 && check % 11 == digit(digits, 9);
    }

    /** United States, of a provider: Luhn with the prefix 80840, whose digits add 24. */
    private static boolean isNpi(String digits) {
        return (digits.charAt(0) == '1' || digits.charAt(0) == '2') && (luhn(digits) + 24) % 10 == 0;
    }

    /** Canada: Luhn. */
    private static boolean isSin(String digits) {
        return luhn(digits) % 10 == 0;
    }

    /** Netherlands: the test by eleven, the last digit counted negatively. */
    private static boolean isBsn(String digits) {
        int sum = weighted(digits, BSN_WEIGHTS) - digit(digits, 8);
        return sum != 0 && sum % 11 == 0;
    }

    /** Australia: the ninth digit checks the first eight; an issue number follows. */
    private static boolean isMedicare(String digits) {
        return digits.charAt(0) >= '2'
                && digits.charAt(0) <= '6'
                && weighted(digits, MEDICARE_WEIGHTS) % 10 == digit(digits, 8);
    }

    /** Poland: the last digit complements the sum with the weights 1, 3, 7, 9 to a ten; month and day within bounds. */
    private static boolean isPesel(String digits) {
        int month = Integer.parseInt(digits, 2, 4, 10) % 20;
        int day = Integer.parseInt(digits, 4, 6, 10);
        int sum = weighted(digits, PESEL_WEIGHTS);
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 && (10 - sum % 10) % 10 == digit(digits, 10);
    }

    /** Turkey: the tenth digit checks the first nine, the eleventh is the sum of the first ten. */
    private static boolean isTckn(String digits) {
        int odd = 0;
        int even = 0;
        for (int i = 0; i < 9; i++) {
            odd += i % 2 == 0 ? digit(digits, i) : 0;
            even += i % 2 == 1 ? digit(digits, i) : 0;
        }
        int tenth = Math.floorMod(7 * odd - even, 10);
        return digits.charAt(0) != '0' && tenth == digit(digits, 9) && (odd + even + tenth) % 10 == digit(digits, 10);
    }

    /** Sweden: a date of birth, perhaps with 60 added to the day, and Luhn over all ten digits. */
    private static boolean isPersonnummer(String digits) {
        int month = Integer.parseInt(digits, 2, 4, 10);
        int day = Integer.parseInt(digits, 4, 6, 10) % 60;
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhn(digits) % 10 == 0;
    }

    /** Denmark: day, month and year of birth, a dash, four digits; numbers since 2007 have no check digit. */
    static long cpr(String text) {
        if (text.length() != 11 || text.charAt(6) != '-') {
            return 0;
        }
        int day = Integer.parseInt(text, 0, 2, 10);
        int month = Integer.parseInt(text, 2, 4, 10);
        return sign(Sign.CPR, day >= 1 && day <= 31 && month >= 1 && month <= 12);
    }

    /** Germany: the letter as two digits, then weights 1 and 2 in turn, cross sums, the last digit checks. */
    private static boolean isKvnr(String text) {
        int letter = text.charAt(0) - 'A' + 1;
        String digits = (letter < 10 ? "0" : "") + letter + text.substring(1, 9);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = digit(digits, i) << (i & 1);
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == digit(text, 9);
    }

    /** Spain: eight digits, or X, Y, Z for 0, 1, 2 and seven digits; the letter is the remainder by 23. */
    private static boolean isDni(String text) {
        char first = text.charAt(0);
        boolean foreign = first >= 'X' && first <= 'Z';
        if (!foreign && first > '9') {
            return false;
        }
        int number =
                Integer.parseInt((foreign ? String.valueOf(first - 'X') : "") + text.substring(foreign ? 1 : 0, 8));
        return DNI_LETTERS.charAt(number % 23) == text.charAt(8);
    }

    /** United Kingdom: two letters of those in use, six digits, A to D. */
    private static boolean isNino(String text) {
        return NINO_NEVER_FIRST.indexOf(text.charAt(0)) < 0
                && NINO_NEVER_SECOND.indexOf(text.charAt(1)) < 0
                && !NINO_NEVER_BOTH.contains(text.substring(0, 2))
                && text.charAt(8) <= 'D';
    }

    /** France: sex, year and month of birth, department (2A as 19, 2B as 18), order; 97 minus the remainder by 97 stands at the end. */
    private static boolean isNir(String text) {
        boolean corsica = text.charAt(6) > '9';
        if (corsica && text.charAt(6) > 'B') {
            return false;
        }
        String number = corsica
                ? text.substring(0, 5) + (text.charAt(6) == 'A' ? "19" : "18") + text.substring(7, 13)
                : text.substring(0, 13);
        boolean born = text.charAt(0) >= '1' && text.charAt(0) <= '8';
        return born && Long.parseLong(number) % 97 == 97 - Integer.parseInt(text, 13, 15, 10);
    }

    private static boolean isCodiceShape(String text) {
        for (int i = 0; i < 16; i++) {
            boolean digitPlace = (i >= 6 && i != 8 && i != 11 && i != 15);
            boolean letter = isLetter(text, i);
            if (digitPlace ? letter && CODICE_FOR_DIGITS.indexOf(text.charAt(i)) < 0 : !letter) {
                return false;
            }
        }
        return CODICE_MONTHS.indexOf(text.charAt(8)) >= 0;
    }

    /** Italy: the last letter checks the fifteen before it, those at odd places by a table. */
    private static boolean isCodiceFiscale(String text) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = isLetter(text, i) ? text.charAt(i) - 'A' : digit(text, i);
            sum += i % 2 == 0 ? CODICE_ODD[value] : value;
        }
        return 'A' + sum % 26 == text.charAt(15);
    }

    private static boolean isIbanShape(String text) {
        return isLetter(text, 0) && isLetter(text, 1) && !isLetter(text, 2) && !isLetter(text, 3);
    }

    private static int remainder97(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
