package axial.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** FHIR resources written by hand, all of patient P1, at visits of clinic C1. */
final class Bundle {
    static final String LOINC = "http://loinc.org";
    static final String CPT = "http://www.ama-assn.org/go/cpt";
    static final String SNOMED = "http://snomed.info/sct";
    static final String OURS = "urn:ours";
    static final String PAIN = "72514-3";
    static final String MANIPULATION = "399010004";
    static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new ArrayList<>();
    private int ids = 0;

    /** A patient born on 1980-05-20 with one finished visit, V1, from 9 to 10 in the morning of 2024-03-04. */
    static Bundle oneVisit() {
        Bundle bundle = new Bundle();
        ObjectNode patient = resource("Patient", "P1").put("gender", "female").put("birthDate", "1980-05-20");
        patient.putArray("name").addObject().put("family", "Nobody");
        bundle.add(patient);
        bundle.add(bundle.visit("V1", "2024-03-04T09:00:00Z", "2024-03-04T10:00:00Z"));
        return bundle;
    }

    static ObjectNode resource(String type, String id) {
        return JSON.createObjectNode().put("resourceType", type).put("id", id);
    }

    ObjectNode visit(String id, String start, String end) {
        ObjectNode visit = resource("Encounter", id).put("status", "finished");
        visit.putObject("class").put("code", "AMB");
        reference(visit, "subject", "Patient/P1");
        reference(visit, "serviceProvider", "Organization/C1");
        reference(visit.putArray("participant").addObject(), "individual", "Practitioner/D1");
        visit.putObject("period").put("start", start).put("end", end);
        return visit;
    }

    /** A resource that names visit V1. */
    ObjectNode at(String type) {
        ids++;
        ObjectNode resource = resource(type, type + ids);
        reference(resource, "subject", "Patient/P1");
        reference(resource, "encounter", "Encounter/V1");
        return resource;
    }

    static ObjectNode reference(ObjectNode at, String name, String to) {
        at.putObject(name).put("reference", to);
        return at;
    }

    static void coding(ArrayNode at, String system, String code) {
        at.addObject().put("system", system).put("code", code);
    }

    ObjectNode treatment(String system, String code) {
        ObjectNode procedure = at("Procedure").put("status", "completed");
        coding(procedure.putObject("code").putArray("coding"), system, code);
        return procedure.put("performedDateTime", "2024-03-04T09:30:00Z");
    }

    /** An observation before the treatment of half past nine. */
    ObjectNode observation(String system, String code) {
        ObjectNode observation = at("Observation").put("status", "final");
        coding(observation.putObject("code").putArray("coding"), system, code);
        return observation.put("effectiveDateTime", "2024-03-04T09:10:00Z");
    }

    ObjectNode pain(int score) {
        return observation(LOINC, PAIN).put("valueInteger", score);
    }

    ObjectNode quantity(String system, String code, String value, String unit) {
        ObjectNode observation = observation(system, code);
        observation
                .putObject("valueQuantity")
                .put("value", new java.math.BigDecimal(value))
                .put("system", "http://unitsofmeasure.org")
                .put("code", unit);
        return observation;
    }

    Bundle add(ObjectNode resource) {
        lines.add(resource.toString());
        return this;
    }

    Bundle line(String line) {
        lines.add(line);
        return this;
    }

    /** All in one file. */
    Intake in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("fhir"));
        Files.write(folder.resolve("fhir/all.ndjson"), lines);
        return Intake.there(folder, "fhir/*.ndjson")
                .format("fhir")
                .option("record_version", FhirJoin.VERSION)
                .value("treatments", "SNOMED|" + MANIPULATION, "manipulation:cervical")
                .value("treatments", "massage-code", "massage");
    }
}
