package axial.ingest;

import axial.clinic.Vocabulary;
import axial.ingest.FhirPart.Answers;
import axial.ingest.FhirPart.Harm;
import axial.ingest.FhirPart.Person;
import axial.ingest.FhirPart.Score;
import axial.ingest.FhirPart.Treatment;
import axial.ingest.FhirPart.Visit;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One visit, made of an encounter and of what belongs to it. */
final class FhirJoin {
    /** The column that says which version of a visit a record is: the latest of its resources. */
    static final String VERSION = "meta.lastUpdated";

    private static final int MIDDLE_MONTH = 7;
    private static final int MIDDLE_DAY = 15;

    private final FhirEntry entry;
    private final Visit visit;
    private final FhirBucket bucket;
    private final FhirCodes codes;
    private final Map<String, String> cells = new TreeMap<>();
    private final List<Reason> reasons = new ArrayList<>();
    private BigDecimal version = BigDecimal.ZERO;

    private FhirJoin(FhirEntry entry, FhirBucket bucket, FhirCodes codes) {
        this.entry = entry;
        this.visit = (Visit) entry.parts().get(0);
        this.bucket = bucket;
        this.codes = codes;
    }

    /** The visit of a finished encounter. */
    static RawRecord of(
            FhirEntry entry,
            FhirBucket bucket,
            FhirCodes codes,
            TreatmentCodes treatmentCodes,
            Map<String, String> options) {
        FhirJoin join = new FhirJoin(entry, bucket, codes);
        join.use(entry);
        join.encounter();
        join.person();
        FhirComplaints complaints = FhirComplaints.of(join.visit, bucket, codes);
        complaints.used().forEach(join::use);
        complaints.describe(join.cells);
        join.reasons.addAll(complaints.reasons());
        List<FhirEntry> belonging = bucket.of(join.visit);
        belonging.forEach(join::use);
        FhirTreatments treatments = new FhirTreatments(treatmentCodes, codes, complaints);
        FhirMoments moments = new FhirMoments(join.visit, codes, treatments, options);
        join.treatments(belonging, treatments);
        join.scores(belonging, moments);
        join.harms(belonging);
        return join.record();
    }

    /** Counts an entry's version, and its conflict where it has one. */
    private void use(FhirEntry used) {
        used.conflict().forEach(reason -> reasons.add(used.at(reason)));
        if (!used.version().isEmpty()) {
            version = version.max(new BigDecimal(used.version()));
        }
    }

    private void encounter() {
        cells.put(VisitsTable.VISIT_ID, visit.id());
        cells.put(VisitsTable.PATIENT_ID, visit.patient());
        cells.put(VisitsTable.CLINIC_ID, visit.clinic());
        cells.put(VisitsTable.PRACTITIONER_ID, visit.practitioner());
        LocalDate day = visit.start().day();
        if (day != null) {
            cells.put(VisitsTable.VISIT_DATE, day.toString());
        } else if (visit.start().wrong()) {
            reasons.add(FhirMoments.wrongTime(VisitsTable.VISIT_DATE).at(entry.file(), entry.line()));
        }
    }

    private void person() {
        FhirEntry found = bucket.person(visit.patient());
        if (found == null) {
            return;
        }
        use(found);
        Person person = (Person) found.parts().get(0);
        cells.put(VisitsTable.SEX, person.sex());
        LocalDate day = visit.start().day();
        LocalDate born = born(person.born());
        if (day != null && born != null) {
            cells.put(
                    VisitsTable.AGE, Integer.toString(Period.between(born, day).getYears()));
        }
    }

    /** A month or a year alone is taken at its middle. */
    private static @Nullable LocalDate born(String date) {
        return switch (date.length()) {
            case 0 -> null;
            case 4 -> LocalDate.of(Integer.parseInt(date), MIDDLE_MONTH, 1);
            case 7 -> LocalDate.parse(date + "-" + MIDDLE_DAY);
            default -> LocalDate.parse(date);
        };
    }

    private void treatments(List<FhirEntry> belonging, FhirTreatments treatments) {
        for (FhirEntry one : belonging) {
            if (one.parts().get(0) instanceof Treatment treatment) {
                treatments.add(treatment).forEach(reason -> reasons.add(one.at(reason)));
            }
        }
        cells.put(VisitsTable.TREATMENTS, String.join(";", treatments.tokens()));
    }

    private void scores(List<FhirEntry> belonging, FhirMoments moments) {
        for (FhirEntry one : belonging) {
            if (one.parts().get(0) instanceof Answers answers) {
                moments.add(answers, FhirNdi.of(answers, bucket, codes)).forEach(reason -> reasons.add(one.at(reason)));
            }
        }
        for (FhirEntry one : belonging) {
            for (FhirPart part : one.parts()) {
                if (part instanceof Score score) {
                    moments.add(score).forEach(reason -> reasons.add(one.at(reason)));
                }
            }
        }
        cells.putAll(moments.cells());
    }

    private void harms(List<FhirEntry> belonging) {
        TreeSet<String> events = new TreeSet<>();
        int worst = -1;
        for (FhirEntry one : belonging) {
            if (one.parts().get(0) instanceof Harm harm) {
                events.add(harm.event());
                int severity = Vocabulary.SEVERITY.indexOf(harm.severity());
                worst = Math.max(worst, severity);
                if (severity < 0 && !harm.severity().isEmpty()) {
                    reasons.add(one.at(Reason.of(
                            VisitsTable.SEVERITY,
                            "unknown_word",
                            "not a known severity; map it with  values: { " + VisitsTable.SEVERITY + ": { … } }",
                            harm.severity())));
                }
            }
        }
        events.remove("");
        cells.put(VisitsTable.ADVERSE_EVENT, String.join(";", events));
        cells.put(VisitsTable.SEVERITY, worst < 0 ? "" : Vocabulary.SEVERITY.get(worst));
    }

    private RawRecord record() {
        if (version.signum() > 0) {
            cells.put(VERSION, version.toPlainString());
        }
        cells.values().removeIf(String::isEmpty);
        return new RawRecord(
                entry.line(), List.copyOf(cells.keySet()), name -> cells.get(codes.fieldOf(name)), "", reasons);
    }
}
