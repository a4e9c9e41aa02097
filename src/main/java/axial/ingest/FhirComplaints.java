package axial.ingest;

import axial.clinic.Vocabulary;
import axial.ingest.FhirPart.Complaint;
import axial.ingest.FhirPart.Visit;
import axial.tables.VisitsTable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a visit: those that the encounter names or that name it; where none of these is of the neck, those of
 * the patient that hold on its day.
 */
final class FhirComplaints {
    private static final String NONSPECIFIC = "nonspecific";

    private final FhirCodes codes;
    private final Visit visit;
    private final List<FhirEntry> all;
    private final List<FhirEntry> named;
    private final List<FhirEntry> ofTheNeck;

    private FhirComplaints(Visit visit, List<FhirEntry> all, FhirCodes codes) {
        this.codes = codes;
        this.visit = visit;
        this.all = all;
        this.named = those(
                one -> visit.complaints().contains(one.id()) || one.encounter().equals(visit.id()));
        List<FhirEntry> namedOfTheNeck = named.stream()
                .filter(entry -> !disorder(complaint(entry)).isEmpty())
                .toList();
        this.ofTheNeck = namedOfTheNeck.isEmpty()
                ? those(one ->
                        !disorder(one).isEmpty() && holds(one, visit.start().day()))
                : namedOfTheNeck;
    }

    static FhirComplaints of(Visit visit, FhirBucket bucket, FhirCodes codes) {
        return new FhirComplaints(visit, bucket.complaints(visit.patient()), codes);
    }

    private List<FhirEntry> those(Predicate<Complaint> wanted) {
        return all.stream().filter(entry -> wanted.test(complaint(entry))).toList();
    }

    private static Complaint complaint(FhirEntry entry) {
        return (Complaint) entry.parts().get(0);
    }

    private String disorder(Complaint complaint) {
        return codes.meaning(VisitsTable.DISORDER, complaint.codes());
    }

    private static boolean holds(Complaint complaint, @Nullable LocalDate day) {
        LocalDate since = complaint.onset().day() == null
                ? complaint.recorded().day()
                : complaint.onset().day();
        LocalDate until = complaint.abated().day();
        boolean over = until == null ? complaint.over() : day != null && until.isBefore(day);
        return day != null && since != null && !since.isAfter(day) && !over;
    }

    /** The entries that say something of the visit. */
    List<FhirEntry> used() {
        return ofTheNeck;
    }

    /** What is wrong with the onsets that would count. */
    List<Reason> reasons() {
        return ofTheNeck.stream()
                .filter(entry -> complaint(entry).onset().wrong())
                .map(entry -> entry.at(FhirMoments.wrongTime(VisitsTable.DURATION)))
                .toList();
    }

    /** The diagnosis codes of the encounter, and of the conditions that are named. */
    List<Coding> diagnoses(List<String> furtherNamed) {
        List<Coding> diagnoses = new ArrayList<>(visit.reasons());
        named.forEach(entry -> diagnoses.addAll(complaint(entry).codes()));
        those(one -> furtherNamed.contains(one.id()))
                .forEach(entry -> diagnoses.addAll(complaint(entry).codes()));
        return diagnoses;
    }

    /**
     * Puts the disorder and the duration. Of several disorders a specific one goes before nonspecific pain; two specific
     * ones are unknown. The duration counts from the earliest onset that is a whole date.
     */
    void describe(Map<String, String> cells) {
        Set<String> disorders = new TreeSet<>();
        LocalDate onset = null;
        for (FhirEntry entry : ofTheNeck) {
            disorders.add(disorder(complaint(entry)));
            LocalDate began = complaint(entry).onset().day();
            onset = onset == null || (began != null && began.isBefore(onset)) ? began : onset;
        }
        disorders.remove(Vocabulary.UNKNOWN);
        if (disorders.size() > 1) {
            disorders.remove(NONSPECIFIC);
        }
        cells.put(
                VisitsTable.DISORDER,
                disorders.size() == 1 ? disorders.iterator().next() : Vocabulary.UNKNOWN);
        LocalDate day = visit.start().day();
        if (onset != null && day != null) {
            cells.put(VisitsTable.DURATION, Long.toString(ChronoUnit.DAYS.between(onset, day)));
        }
    }
}
