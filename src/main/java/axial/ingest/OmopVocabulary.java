package axial.ingest;

import java.util.Map;

/** Names of code systems, as people and other standards write them, in OMOP's words. */
final class OmopVocabulary {
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "CPT", "CPT4",
            "http://www.ama-assn.org/go/cpt", "CPT4",
            "http://snomed.info/sct", "SNOMED",
            "http://loinc.org", "LOINC",
            "ICD-10-CM", "ICD10CM",
            "http://hl7.org/fhir/sid/icd-10-cm", "ICD10CM",
            "ICD-10", "ICD10",
            "http://hl7.org/fhir/sid/icd-10", "ICD10",
            "ICD-10-PCS", "ICD10PCS");

    private OmopVocabulary() {}

    /** Whether the code names its vocabulary: {@code CPT4|98940}. */
    static boolean isNamed(String code) {
        return code.indexOf('|') > 0;
    }

    /** The code with its vocabulary named as the table of concepts names it. */
    static String named(String code) {
        int bar = code.lastIndexOf('|');
        String system = code.substring(0, bar);
        return OTHER_NAMES.getOrDefault(system, system) + code.substring(bar);
    }
}
