package axial.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.InstrumentCatalogue;
import axial.question.VisitFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of columns say, in six languages, and what they do not say. */
class HeaderWordsTest {
    @ParameterizedTest
    @CsvSource({
        "NAME, Patient Name",
        "NAME, lastName",
        "NAME, first_name",
        "NAME, Vorname",
        "NAME, NACHNAME",
        "NAME, Prénom",
        "NAME, Nom de famille",
        "NAME, Apellidos",
        "NAME, cognome",
        "NAME, achternaam",
        "BIRTH_DATE, DOB",
        "BIRTH_DATE, date_of_birth",
        "BIRTH_DATE, Geburtsdatum",
        "BIRTH_DATE, geb. Datum",
        "BIRTH_DATE, date de naissance",
        "BIRTH_DATE, fecha_de_nacimiento",
        "BIRTH_DATE, data di nascita",
        "BIRTH_DATE, geboortedatum",
        "PHONE, phone_2",
        "PHONE, Home Phone",
        "PHONE, Telefonnummer",
        "PHONE, téléphone",
        "PHONE, móvil",
        "PHONE, cellulare",
        "PHONE, telefoon",
        "PHONE, Fax-Nr.",
        "EMAIL, E-Mail",
        "EMAIL, patientEmail",
        "EMAIL, courriel",
        "EMAIL, correo electrónico",
        "POSTCODE, PLZ",
        "POSTCODE, zip_code",
        "POSTCODE, Code postal",
        "POSTCODE, código postal",
        "POSTCODE, CAP",
        "ADDRESS, Home address",
        "ADDRESS, Straße",
        "ADDRESS, rue",
        "ADDRESS, dirección",
        "ADDRESS, indirizzo",
        "ADDRESS, woonplaats",
        "RECORD_NUMBER, MRN",
        "RECORD_NUMBER, medical_record_no",
        "RECORD_NUMBER, hospital number",
        "PATIENT_NUMBER, Patienten-Nr.",
        "KVNR, Versichertennummer",
        "NHS_NUMBER, nhs_no",
        "BSN, Burgerservicenummer",
        "US_SSN, SSN",
        "NATIONAL_NUMBER, passport no",
        "FREE_TEXT, notes",
        "FREE_TEXT, Bemerkungen",
        "FREE_TEXT, commentaires",
        "FREE_TEXT, observaciones",
        "FREE_TEXT, osservazioni",
        "FREE_TEXT, opmerkingen",
        "VEHICLE, license_plate",
        "DEVICE, device serial number",
        "BIOMETRIC, photo"
    })
    void aPlainNameIsUnderstood(IdentifierKind kind, String column) {
        assertEquals(kind, HeaderWords.kind(column));
        assertTrue(ColumnJudge.mayShow(column));
    }

    @Test
    void noFieldAndNoInstrumentIsTakenForOne() {
        for (String field : VisitFields.of(InstrumentCatalogue.builtIn().keySet(), List.of())) {
            assertNull(HeaderWords.kind(field), field);
            assertTrue(ColumnJudge.mayShow(field), field);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "clinic_name",
        "drug name",
        "name_of_scale",
        "email_consent",
        "phone_followup",
        "address_verified",
        "number",
        "patient",
        "visit_number",
        "item 4",
        "insurance_type",
        "diagnosis",
        "age",
        "birth_year",
        "contact",
        "home",
        "next",
        "doctor",
        "treatment_site",
        "region",
        "record_version",
        "episode_no",
        "physio",
        "NRS",
        "Datum",
        "Alter"
    })
    void aNameThatOnlyMentionsOneIsNot(String column) {
        assertNull(HeaderWords.kind(column), column);
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Müller",
        "943 476 5919",
        "anna@example.org",
        "1970-03-04",
        "+49 30 1234567",
        "P123456",
        "Patient fell from the ladder and hurt the neck"
    })
    void aNameThatTellsIsNotShown(String column) {
        assertFalse(ColumnJudge.mayShow(column), column);
    }
}
