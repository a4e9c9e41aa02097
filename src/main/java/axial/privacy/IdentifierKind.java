package axial.privacy;

import java.util.Locale;

/** What may tell who somebody is; after the eighteen kinds of 45 CFR 164.514(b)(2), and national numbers one by one. */
public enum IdentifierKind {
    EMAIL("e-mail addresses"),
    URL("web addresses"),
    IP_ADDRESS("internet addresses of devices"),
    MAC_ADDRESS("hardware addresses of devices"),
    PHONE("telephone or fax numbers"),
    US_SSN("United States social security or taxpayer numbers"),
    NHS_NUMBER("NHS numbers (United Kingdom)"),
    NINO("National Insurance numbers (United Kingdom)"),
    NPI("NPI numbers (United States)"),
    SIN("social insurance numbers (Canada)"),
    KVNR("health insurance numbers (Germany)"),
    PERSONNUMMER("personal identity numbers (Sweden)"),
    CPR("personal identity numbers (Denmark)"),
    DNI("identity numbers DNI or NIE (Spain)"),
    CODICE_FISCALE("tax codes (Italy)"),
    NIR("social security numbers (France)"),
    BSN("citizen service numbers (Netherlands)"),
    MEDICARE_AU("Medicare numbers (Australia)"),
    PESEL("personal identity numbers (Poland)"),
    TCKN("personal identity numbers (Turkey)"),
    NATIONAL_NUMBER("national, insurance or licence numbers"),
    ACCOUNT_NUMBER("bank or customer account numbers"),
    RECORD_NUMBER("medical record numbers"),
    PATIENT_NUMBER("patients' numbers"),
    VEHICLE("vehicle numbers or plates"),
    DEVICE("serial numbers of devices"),
    BIOMETRIC("biometric marks or pictures of people"),
    NAME("names of people"),
    BIRTH_DATE("dates of birth"),
    DEATH_DATE("dates of death"),
    DATE("dates"),
    POSTCODE("postcodes"),
    ADDRESS("addresses or places of residence"),
    FREE_TEXT("free text");

    private final String words;

    IdentifierKind(String words) {
        this.words = words;
    }

    /** What it is, in the plural. */
    public String words() {
        return words;
    }

    /** The word that {@code axial explain} knows it by. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
