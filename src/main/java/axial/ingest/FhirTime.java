package axial.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A date or time of FHIR.
 *
 * @param day in the source's zone; null where only a year or month is said, or nothing
 * @param instant null where no time of day is said
 * @param wrong whether something is said that is neither a date nor a time with its offset from UTC
 */
record FhirTime(@Nullable LocalDate day, @Nullable Instant instant, boolean wrong) {
    static final FhirTime NONE = new FhirTime(null, null, false);
    private static final FhirTime WRONG = new FhirTime(null, null, true);
    private static final int DATE = "2024-03-04".length();

    /** Reads a date, or a time that becomes a date in the zone; a year or a month alone is no day. */
    static FhirTime of(@Nullable String written, ZoneId zone) {
        if (written == null) {
            return NONE;
        }
        try {
            if (written.length() < DATE) {
                return NONE;
            }
            if (written.length() == DATE) {
                return new FhirTime(LocalDate.parse(written), null, false);
            }
            Instant instant = OffsetDateTime.parse(written).toInstant();
            return new FhirTime(instant.atZone(zone).toLocalDate(), instant, false);
        } catch (DateTimeException neither) {
            return WRONG;
        }
    }

    FhirTime withoutInstant() {
        return new FhirTime(day, null, wrong);
    }
}
