package axial.ingest;

import axial.ingest.FhirPart.Treatment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The treatments of a visit: what was given, and from when to when. */
final class FhirTreatments {
    /** Columns that rules of the job may ask for: codes joined by {@code ;}. */
    static final String DIAGNOSIS = "diagnosis";

    static final String BODY_SITE = "body_site";

    private final TreatmentCodes treatmentCodes;
    private final FhirCodes codes;
    private final FhirComplaints complaints;
    private final Set<String> tokens = new TreeSet<>();
    private boolean any = false;
    private boolean timed = true;
    private @Nullable Instant start;
    private @Nullable Instant end;

    FhirTreatments(TreatmentCodes treatmentCodes, FhirCodes codes, FhirComplaints complaints) {
        this.treatmentCodes = treatmentCodes;
        this.codes = codes;
        this.complaints = complaints;
    }

    /** Adds one procedure; returns why it cannot be told what it is. A procedure that is no treatment changes nothing. */
    List<Reason> add(Treatment treatment) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> given = treatmentCodes.of(
                treatment.codes(), regions(treatment.sites(), codes), column -> column(column, treatment), reasons);
        if (given.isEmpty() && reasons.isEmpty()) {
            return reasons;
        }
        tokens.addAll(given);
        any = true;
        Instant began = treatment.start().instant();
        Instant ended = treatment.end().instant();
        timed &= began != null && ended != null;
        start = start == null || (began != null && began.isBefore(start)) ? began : start;
        end = end == null || (ended != null && ended.isAfter(end)) ? ended : end;
        return reasons;
    }

    private static Set<String> regions(List<Coding> sites, FhirCodes codes) {
        return sites.stream()
                .map(site -> codes.meaning("region", List.of(site)))
                .filter(region -> !region.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable String column(String name, Treatment treatment) {
        if (name.equals(DIAGNOSIS)) {
            List<Coding> diagnoses = new ArrayList<>(treatment.reasons());
            diagnoses.addAll(complaints.diagnoses(treatment.complaints()));
            return joined(diagnoses);
        }
        return name.equals(BODY_SITE) ? joined(treatment.sites()) : null;
    }

    private static String joined(List<Coding> codings) {
        return codings.stream()
                .map(coding -> coding.code() + ";" + coding.key())
                .collect(Collectors.joining(";"));
    }

    Set<String> tokens() {
        return tokens;
    }

    /** Whether anything was given. */
    boolean any() {
        return any;
    }

    /** Whether the time was before the first treatment began; false also where that is not known. */
    boolean areAfter(@Nullable Instant time) {
        return timed && time != null && start != null && time.isBefore(start);
    }

    /** Whether the time was after the last treatment ended; false also where that is not known. */
    boolean areBefore(@Nullable Instant time) {
        return timed && time != null && end != null && time.isAfter(end);
    }
}
