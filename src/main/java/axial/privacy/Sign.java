package axial.privacy;

/**
 * What a single text may show. One text proves little, since digits agree with a check digit by chance; the verdict is
 * the column's ({@link ColumnJudge}).
 */
enum Sign {
    EMAIL(IdentifierKind.EMAIL),
    URL(IdentifierKind.URL),
    IP(IdentifierKind.IP_ADDRESS),
    MAC(IdentifierKind.MAC_ADDRESS),
    US_SSN(IdentifierKind.US_SSN),
    PHONE(IdentifierKind.PHONE),
    NHS(IdentifierKind.NHS_NUMBER, 1 / 11.0),
    NINO(IdentifierKind.NINO, 0.1),
    NPI(IdentifierKind.NPI, 0.1),
    SIN(IdentifierKind.SIN, 0.1),
    KVNR(IdentifierKind.KVNR, 0.1),
    PERSONNUMMER(IdentifierKind.PERSONNUMMER, 0.1),
    CPR(IdentifierKind.CPR, 0.04),
    DNI(IdentifierKind.DNI, 1 / 23.0),
    CODICE_FISCALE(IdentifierKind.CODICE_FISCALE, 1 / 26.0),
    NIR(IdentifierKind.NIR, 1 / 97.0),
    BSN(IdentifierKind.BSN, 1 / 11.0),
    MEDICARE_AU(IdentifierKind.MEDICARE_AU, 0.1),
    PESEL(IdentifierKind.PESEL, 0.1),
    TCKN(IdentifierKind.TCKN, 0.01),
    IBAN(IdentifierKind.ACCOUNT_NUMBER, 1 / 97.0),
    POSTCODE(IdentifierKind.POSTCODE),
    STREET(IdentifierKind.ADDRESS),
    /** A common given or family name among few words. */
    NAME(IdentifierKind.NAME),
    /** A person beyond doubt: a title before a name, or a given name with another word. */
    FULL_NAME(IdentifierKind.NAME),
    /** A capitalised word, or two to four in capitals or small letters, and nothing else. */
    NAME_SHAPE(IdentifierKind.NAME),
    /** A date of the calendar; it only looks so where the date stands inside a code. */
    DATE(IdentifierKind.DATE),
    /** Letters and digits without a space, several of them digits. */
    CODE(IdentifierKind.RECORD_NUMBER),
    /** A hash or a UUID: no sign of a person. */
    TECHNICAL(IdentifierKind.RECORD_NUMBER),
    /** Seconds or milliseconds since 1970, of 2008 to 2033. */
    INSTANT(IdentifierKind.DATE),
    /** Several words. */
    TEXT(IdentifierKind.FREE_TEXT);

    private final IdentifierKind kind;
    private final double chance;

    Sign(IdentifierKind kind) {
        this(kind, 1);
    }

    Sign(IdentifierKind kind, double chance) {
        this.kind = kind;
        this.chance = chance;
    }

    IdentifierKind kind() {
        return kind;
    }

    /** How often a text of this shape, made at random, agrees with the check digit; 1 where there is none. */
    double chance() {
        return chance;
    }

    boolean hasCheckDigit() {
        return chance < 1;
    }

    /** The bit of a text that has the shape. */
    long looks() {
        return 1L << ordinal();
    }

    /** The bits of a text that has the shape and agrees with the check digit, where there is one. */
    long holds() {
        return looks() | 1L << (ordinal() + Integer.SIZE);
    }

    boolean looksIn(long signs) {
        return (signs & looks()) != 0;
    }

    boolean holdsIn(long signs) {
        return (signs & holds()) == holds();
    }
}
