package axial.ingest;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a row of an OMOP table says about a visit.
 *
 * @param visit its id, or {@link OmopVisitRow#NO_ID}
 * @param line where the row starts in its file, or its number in the database
 * @param field of ours, with {@code _after} where the code itself says so
 * @param byTime whether the time tells before from after treatment
 * @param value as text, or the code that a table of codes translates
 * @param day since 1970-01-01, or {@link OmopTimes#NO_DAY}
 * @param second since 1970-01-01T00:00, or {@link OmopTimes#NO_TIME}
 * @param problem why it cannot be used, or null
 */
record OmopFact(
        long visit,
        OmopTable table,
        long line,
        String field,
        boolean byTime,
        String value,
        int day,
        long second,
        @Nullable Reason problem) {
    boolean isTimed() {
        return second != OmopTimes.NO_TIME;
    }
}
