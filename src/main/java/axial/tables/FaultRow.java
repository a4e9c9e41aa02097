package axial.tables;

import java.util.List;

/**
 * Scores of one clinic in one file that look as if they were written in another way than their field says: a row of
 * {@code faults.csv}.
 *
 * @param file as the job names it; empty where only the files of the source together show it
 * @param field the field, or the fields, joined by {@code ;}
 * @param fault the word of {@code convert} that mends it, or {@code undeclared_missing}
 * @param n how many scores or visits show it; below zero where too few to be shown
 * @param of how many could
 * @param verdict {@code refused} where the run stops for it, else {@code warned}
 * @param fix what to write into the job file
 */
public record FaultRow(
        String source,
        String file,
        String clinic,
        String field,
        String fault,
        long n,
        long of,
        String verdict,
        String fix) {
    public static final String REFUSED = "refused";
    public static final String WARNED = "warned";
    public static final List<String> COLUMNS =
            List.of("source", "file", "clinic_id", "field", "fault", "n", "of", "verdict", "fix");

    public List<String> cells() {
        return List.of(source, file, clinic, field, fault, Numbers.count(n), Numbers.count(of), verdict, fix);
    }

    public boolean isRefused() {
        return verdict.equals(REFUSED);
    }
}
