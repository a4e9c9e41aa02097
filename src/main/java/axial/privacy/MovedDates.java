package axial.privacy;

import axial.question.DateKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Days and years in the place of dates. Each patient has a number of days of their own, which only the key tells
 * (HMAC-SHA-256 of the patient's pseudonym); all their dates move by it. So the days between visits stay true, whatever
 * files and runs the visits come in, and nothing says where on the calendar they lie.
 */
public final class MovedDates {
    /** Days move by one of so many, 180 thousand years, so that the few years of an export do not show at the ends. */
    private static final int REACH = 1 << 26;

    /** The least that days move by: beyond any calendar, so that nobody takes a moved day for a date. */
    private static final int LEAST = 1 << 20;

    /** The year is that of a day up to half a year away: true years beside true intervals would tell dates. */
    private static final int HALF_A_YEAR = 182;

    private final SecretKeySpec key;

    public MovedDates(DateKey key) {
        this.key = new SecretKeySpec(key.secret(), "HmacSHA256");
    }

    /** The day of a patient's visit, counted from a secret day. */
    public int day(String patient, LocalDate date) {
        int moved = LEAST + Math.floorMod(hmac("day", patient).getLong(0), REACH);
        return Math.toIntExact(date.toEpochDay() + moved);
    }

    /** About the year of a patient's visit: right to half a year. */
    public int year(String patient, LocalDate date) {
        int moved = Math.floorMod(hmac("year", patient).getLong(0), 2 * HALF_A_YEAR + 1) - HALF_A_YEAR;
        return date.plusDays(moved).getYear();
    }

    /** By what two keys are told apart without telling them. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hmac("fingerprint", "").array(), 0, 8);
    }

    private ByteBuffer hmac(String purpose, String patient) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal((purpose + "\n" + patient).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
