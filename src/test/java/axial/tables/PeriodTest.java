package axial.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static String label(String date) {
        return Period.label(Period.of((int) LocalDate.parse(date).toEpochDay()));
    }

    @Test
    void aDateIsInItsCalendarMonth() {
        assertEquals("2024-02", label("2024-02-29"));
        assertEquals("2024-03", label("2024-03-01"));
        assertEquals("2023-12", label("2023-12-31"));
        assertEquals("1990-01", label("1990-01-01"));
    }

    @Test
    void aDayOfTreatmentIsInAPeriodOfThirtyDays() {
        assertEquals("P0", Period.label(Period.of(0)));
        assertEquals("P0", Period.label(Period.of(29)));
        assertEquals("P1", Period.label(Period.of(30)));
        assertEquals("P-1", Period.label(Period.of(-1)));
    }

    @Test
    void noDayHasNoPeriod() {
        assertEquals("", Period.label(Period.NONE));
        assertEquals(Period.NONE, Period.of(Period.SECRET));
    }
}
