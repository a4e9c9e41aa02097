package axial.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All versions of each resource. The latest by {@code meta.lastUpdated} counts and earlier ones are listed as superseded.
 * Where several latest ones differ, all are refused, and so is every visit that would have used them.
 */
final class FhirVersions {
    private static final Reason SUPERSEDED =
            Reason.of("", Versions.SUPERSEDED_CODE, "a later version of this resource replaces it", "");
    private static final Reason CONFLICT = Reason.of(
            "",
            "conflicting_versions",
            "a resource with the same id stands elsewhere with other content, and meta.lastUpdated does not say which is"
                    + " newer; correct the export",
            "");
    private static final Comparator<FhirEntry> LATEST_FIRST = Comparator.comparing(
                    FhirVersions::number, Comparator.reverseOrder())
            .thenComparing(FhirEntry::file)
            .thenComparing(FhirEntry::line);

    private final Map<String, List<FhirEntry>> versions = new LinkedHashMap<>();

    void add(String type, String id, FhirEntry entry) {
        String key = id.isEmpty() ? entry.file() + " " + entry.line() : type + "/" + id;
        List<FhirEntry> others = versions.get(key);
        if (others == null) {
            versions.put(key, List.of(entry));
        } else {
            List<FhirEntry> all = new ArrayList<>(others);
            all.add(entry);
            versions.put(key, all);
        }
    }

    /** Gives on what counts, and what is replaced or refused as records apart; keeps nothing. */
    void settle(Consumer<FhirEntry> counts, List<RawRecord> apart) {
        versions.values().forEach(all -> settle(all, counts, apart));
        versions.clear();
    }

    private static void settle(List<FhirEntry> all, Consumer<FhirEntry> counts, List<RawRecord> apart) {
        List<FhirEntry> sorted = new ArrayList<>(all);
        sorted.sort(LATEST_FIRST);
        FhirEntry latest = sorted.get(0);
        List<FhirEntry> others = sorted.subList(1, sorted.size());
        boolean conflict = others.stream().anyMatch(other -> isAsNew(other, latest) && !other.saysTheSame(latest));
        if (conflict) {
            counts.accept(latest.inConflict(CONFLICT));
            others.forEach(other -> apart.add(other.refused(CONFLICT)));
            return;
        }
        counts.accept(latest);
        for (FhirEntry other : others) {
            if (!isAsNew(other, latest)) {
                apart.add(other.refused(SUPERSEDED));
            } else if (other.isVisit()) {
                counts.accept(other);
            }
        }
    }

    private static boolean isAsNew(FhirEntry other, FhirEntry latest) {
        return number(other).compareTo(number(latest)) == 0;
    }

    private static BigDecimal number(FhirEntry entry) {
        return entry.version().isEmpty() ? BigDecimal.valueOf(Long.MIN_VALUE) : new BigDecimal(entry.version());
    }
}
