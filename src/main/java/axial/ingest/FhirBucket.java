package axial.ingest;

import axial.ingest.FhirPart.Complaint;
import axial.ingest.FhirPart.Form;
import axial.ingest.FhirPart.Person;
import axial.ingest.FhirPart.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources of some of the patients, laid out by what they belong to; records that are no visit stand apart. */
final class FhirBucket {
    /** What refuses a resource that belongs to no visit. */
    static final Reason NO_ENCOUNTER = Reason.of(
            "",
            "no_encounter",
            "it names no encounter of its patient that is in these files; a visit is made of an encounter and what"
                    + " names it",
            "");

    private final FhirVersions versions = new FhirVersions();
    private final List<FhirEntry> visits = new ArrayList<>();
    private final List<RawRecord> apart = new ArrayList<>();
    private final Map<String, String> patientOfEncounter = new HashMap<>();
    private final Map<String, List<FhirEntry>> byEncounter = new HashMap<>();
    private final Map<String, FhirEntry> persons = new HashMap<>();
    private final Map<String, List<FhirEntry>> complaints = new HashMap<>();
    private final Map<String, Form> forms = new HashMap<>();

    /** Keeps one version of a resource. */
    void add(String type, String id, FhirEntry entry) {
        versions.add(type, id, entry);
    }

    /** Keeps a record that is no visit. */
    void addApart(RawRecord record) {
        apart.add(record);
    }

    /** Decides among versions and lays out what remains. */
    void settle() {
        versions.settle(this::place, apart);
    }

    private void place(FhirEntry entry) {
        FhirPart part = entry.parts().get(0);
        if (part instanceof Visit visit) {
            patientOfEncounter.put(visit.id(), visit.patient());
        }
        if (!entry.isUsed()) {
            apart.add(entry.refused(entry.reasons().get(0)));
        } else if (part instanceof Visit) {
            visits.add(entry);
        } else if (part instanceof Person person) {
            persons.put(person.id(), entry);
        } else if (part instanceof Complaint complaint) {
            complaints
                    .computeIfAbsent(complaint.patient(), id -> new ArrayList<>())
                    .add(entry);
        } else if (part instanceof Form form) {
            forms.put(form.url(), form);
        } else {
            byEncounter
                    .computeIfAbsent(part.encounter(), id -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** Records that are no visit and never will be. */
    List<RawRecord> apart() {
        return apart;
    }

    /** The finished encounters; one that was exported twice stands here twice. */
    List<FhirEntry> visits() {
        return visits;
    }

    /** What names the encounter and is of the same patient. */
    List<FhirEntry> of(Visit visit) {
        return byEncounter.getOrDefault(visit.id(), List.of()).stream()
                .filter(entry -> entry.parts().get(0).patient().equals(visit.patient()))
                .toList();
    }

    /** What names no encounter that is here, or one of another patient. */
    List<FhirEntry> orphans() {
        List<FhirEntry> orphans = new ArrayList<>();
        byEncounter.forEach((encounter, entries) -> entries.stream()
                .filter(entry -> !entry.parts().get(0).patient().equals(patientOfEncounter.get(encounter)))
                .forEach(orphans::add));
        return orphans;
    }

    @Nullable
    FhirEntry person(String patient) {
        return persons.get(patient);
    }

    List<FhirEntry> complaints(String patient) {
        return complaints.getOrDefault(patient, List.of());
    }

    /** What an item of a questionnaire asks for, or null where the questionnaire is not here or does not say. */
    @Nullable
    Coding asked(String questionnaire, String item) {
        Form form = forms.get(questionnaire);
        return form == null ? null : form.items().get(item);
    }
}
