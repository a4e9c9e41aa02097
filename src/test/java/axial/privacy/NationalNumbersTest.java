package axial.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers printed by those who issue them, as examples; one digit changed, they no longer hold. */
class NationalNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "NHS, 943 476 5919",
        "NHS, 9434765919",
        "NHS, 401-023-2137",
        "NINO, AB123456C",
        "NINO, AB 12 34 56 C",
        "NPI, 1234567893",
        "SIN, 046 454 286",
        "SIN, 130692544",
        "KVNR, A123456780",
        "KVNR, X110411675",
        "PERSONNUMMER, 811228-9874",
        "PERSONNUMMER, 198112289874",
        "PERSONNUMMER, 670919-9530",
        "CPR, 070761-4285",
        "DNI, 12345678Z",
        "DNI, 12.345.678-Z",
        "DNI, X1234567L",
        "CODICE_FISCALE, RSSMRA85T10A562S",
        "CODICE_FISCALE, MRTMTT91D08F205J",
        "NIR, 255081416802538",
        "NIR, 2 55 08 14 168 025 38",
        "NIR, 1 84 12 2A 451 089 33",
        "BSN, 111222333",
        "BSN, 123456782",
        "MEDICARE_AU, 2123456701",
        "MEDICARE_AU, 2123 45670 1",
        "PESEL, 44051401359",
        "PESEL, 02070803628",
        "TCKN, 10000000146",
        "IBAN, DE89370400440532013000",
        "IBAN, GB82 WEST 1234 5698 7654 32"
    })
    void aPrintedExampleHolds(Sign sign, String text) {
        assertTrue(sign.holdsIn(SignReader.signs(new Cell(text))), text);
    }

    @ParameterizedTest
    @CsvSource({
        "NHS, 9434765918",
        "NHS, 1111111111",
        "NINO, QQ123456C",
        "NINO, AB123456E",
        "NPI, 1234567890",
        "SIN, 046454287",
        "KVNR, A123456781",
        "PERSONNUMMER, 811328-9874",
        "CPR, 320761-4285",
        "DNI, 12345678A",
        "CODICE_FISCALE, RSSMRA85T10A562T",
        "NIR, 255081416802539",
        "BSN, 123456783",
        "MEDICARE_AU, 7123456701",
        "PESEL, 44051401358",
        "TCKN, 10000000147",
        "IBAN, DE89370400440532013001"
    })
    void withAWrongDigitItOnlyLooksSo(Sign sign, String text) {
        long signs = SignReader.signs(new Cell(text));
        assertTrue(!sign.holdsIn(signs), text);
    }

    @Test
    void randomCodesHoldAsOftenAsTheChanceSays() {
        java.util.Random dice = new java.util.Random(7);
        int n = 20_000;
        int[] held = new int[Sign.values().length];
        for (int i = 0; i < n; i++) {
            for (int length : new int[] {9, 10}) {
                StringBuilder code = new StringBuilder();
                for (int d = 0; d < length; d++) {
                    code.append(dice.nextInt(10));
                }
                long signs = SignReader.signs(new Cell(code.toString()));
                for (Sign sign : Sign.values()) {
                    held[sign.ordinal()] += sign.holdsIn(signs) ? 1 : 0;
                }
            }
        }
        assertEquals(1 / 11.0, held[Sign.NHS.ordinal()] / (double) n, 0.01);
        assertEquals(1 / 11.0, held[Sign.BSN.ordinal()] / (double) n, 0.01);
        for (Sign sign : Sign.values()) {
            assertTrue(!sign.hasCheckDigit() || held[sign.ordinal()] <= (sign.chance() + 0.01) * n, sign.name());
        }
    }
}
