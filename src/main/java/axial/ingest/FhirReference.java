package axial.ingest;

import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What FHIR references point to. */
final class FhirReference {
    private FhirReference() {}

    static String id(Reference reference, String type) {
        return id(reference.getReference(), type);
    }

    /**
     * The id in {@code Patient/1}, {@code https://server/fhir/Patient/1} or {@code Patient/1/_history/2}; empty where the
     * reference points into its own resource, or to another type than the wanted one. An empty type is any.
     */
    static String id(@Nullable String reference, String type) {
        if (reference == null || reference.startsWith("#")) {
            return "";
        }
        int history = reference.indexOf("/_history/");
        String whole = history < 0 ? reference : reference.substring(0, history);
        int last = whole.lastIndexOf('/');
        String before = last < 0 ? "" : whole.substring(whole.lastIndexOf('/', last - 1) + 1, last);
        boolean wanted = type.isEmpty() || before.isEmpty() || before.equals(type);
        return wanted ? whole.substring(last + 1) : "";
    }

    /** A canonical address without its {@code |version}. */
    static String withoutVersion(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }
}
