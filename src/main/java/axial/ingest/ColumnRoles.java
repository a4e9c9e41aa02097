package axial.ingest;

import axial.privacy.Role;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.util.HashMap;
import java.util.Map;

/** What the columns of a source are declared as. */
final class ColumnRoles {
    private final Map<String, Role> roles = new HashMap<>();
    private final String date;

    ColumnRoles(Job job, Job.Source source) {
        for (String field : VisitsTable.fields(job)) {
            roles.merge(theirName(source, field), role(field), (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
        Role version = job.disclosure().keepsDates() ? Role.DATE : Role.MEASURE;
        Versions.columns(source).forEach(column -> roles.putIfAbsent(column, version));
        this.date = theirName(source, VisitsTable.VISIT_DATE);
    }

    private static String theirName(Job.Source source, String field) {
        return source.map().getOrDefault(field, field);
    }

    private static Role role(String field) {
        return switch (field) {
            case VisitsTable.VISIT_ID, VisitsTable.PATIENT_ID, VisitsTable.CLINIC_ID, VisitsTable.PRACTITIONER_ID ->
                Role.KEY;
            case VisitsTable.VISIT_DATE -> Role.DATE;
            case VisitsTable.TREATMENTS, VisitsTable.RED_FLAGS -> Role.TOKENS;
            default -> Role.MEASURE;
        };
    }

    Role of(String column) {
        return roles.getOrDefault(column, Role.UNDECLARED);
    }

    boolean isKnown(String column) {
        return roles.containsKey(column);
    }

    /** What the source calls the date of a visit. */
    String date() {
        return date;
    }
}
