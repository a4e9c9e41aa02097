package axial.ingest;

import java.util.List;

/**
 * A resource as it is kept: where it stands, its version, and what a visit needs of it.
 *
 * @param version seconds since 1970 by {@code meta.lastUpdated}, or empty
 * @param parts at least one
 * @param reasons why it is not used; empty where it is
 * @param conflict why a visit that needs it is refused; empty where it is not
 */
record FhirEntry(
        String file,
        long line,
        String version,
        List<? extends FhirPart> parts,
        List<Reason> reasons,
        List<Reason> conflict) {

    FhirEntry inConflict(Reason reason) {
        return new FhirEntry(file, line, version, parts, isVisit() ? List.of(reason) : reasons, List.of(reason));
    }

    boolean isUsed() {
        return reasons.isEmpty();
    }

    boolean isVisit() {
        return parts.get(0) instanceof FhirPart.Visit;
    }

    boolean saysTheSame(FhirEntry other) {
        return parts.equals(other.parts) && reasons.equals(other.reasons);
    }

    /** A fault of it, with its place. */
    Reason at(Reason reason) {
        return reason.at(file, line);
    }

    /** The record that it becomes where it is refused, or a later version replaces it, for this reason. */
    RawRecord refused(Reason reason) {
        return new RawRecord(line, List.of(), name -> null, reason.code(), List.of(at(reason)));
    }
}
