package axial.ingest;

import axial.question.Coding;
import axial.question.Conversion;
import axial.question.Job;
import axial.question.QualityCheck;
import axial.tables.Period;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each record of a source is checked for as it is read, beyond what it may be refused for. */
final class RecordChecks {
    private static final BigDecimal ROUNDING = BigDecimal.ONE;
    private static final String NDI = "ndi_percent";

    private final VisitRules rules;
    private final Set<String> columns = new HashSet<>();
    private final String extractTime;
    private final int clinicAt;
    private final int dayAt;
    private final int ndiAt;

    RecordChecks(Job job, Job.Source source, VisitRules rules) {
        this.rules = rules;
        VisitsTable.fields(job).forEach(field -> columns.add(source.map().getOrDefault(field, field)));
        source.conversions().forEach(conversion -> columns.addAll(conversion.columns()));
        this.extractTime = source.options().getOrDefault("extract_time", "");
        columns.add(extractTime);
        columns.add(source.options().getOrDefault("record_version", ""));
        List<String> stored = Arrays.asList(VisitsTable.schema(job).fieldNames());
        this.clinicAt = stored.indexOf(VisitsTable.CLINIC_ID);
        this.dayAt = stored.indexOf(VisitsTable.VISIT_DAY);
        this.ndiAt = stored.indexOf(NDI);
    }

    VisitRules rules() {
        return rules;
    }

    /** Whether the job says what the column is. */
    boolean reads(String column) {
        return columns.contains(column);
    }

    /** The clinic of a record, empty where it does not say. */
    String clinic(@Nullable Object[] visit) {
        return !isBroken(visit) && visit[clinicAt] instanceof String text ? text : "";
    }

    /** The period of a record, {@link Period#NONE} where it does not say. */
    int period(@Nullable Object[] visit) {
        return !isBroken(visit) && visit[dayAt] instanceof Integer day ? Period.of(day) : Period.NONE;
    }

    private boolean isBroken(@Nullable Object[] visit) {
        return visit.length <= Math.max(clinicAt, dayAt);
    }

    /** The check that a refused record fails. */
    QualityCheck of(Reason reason, RawRecord record) {
        String text = reason.field().isEmpty() ? null : rules.cells().text(reason.field(), record);
        if (text != null && Sentinels.contain(text)) {
            return QualityCheck.C11;
        }
        return switch (reason.code()) {
            case "number_not_understood", "too_large", "broken_record" -> QualityCheck.C5;
            case "date_not_understood" -> QualityCheck.C6;
            case "missing_required" -> QualityCheck.M4;
            case "outside_range" -> QualityCheck.P1;
            default -> QualityCheck.C7;
        };
    }

    /** Checks that this record can be put to, and whether it fails them. */
    Map<QualityCheck, Boolean> further(RawRecord record, @Nullable Object[] visit) {
        if (!rules.scores().converts() && extractTime.isEmpty()) {
            return Map.of();
        }
        Map<QualityCheck, Boolean> found = new EnumMap<>(QualityCheck.class);
        if (visit.length > Math.max(dayAt, ndiAt)) {
            totalDiffers(record, visit, found);
            afterExtract(record, visit, found);
        }
        return found;
    }

    /** C9: the index scored of its items against the total that stands beside them. */
    private void totalDiffers(RawRecord record, @Nullable Object[] visit, Map<QualityCheck, Boolean> found) {
        Conversion conversion = ndiAt < 0 ? null : rules.scores().conversion(NDI, record);
        if (conversion != null && conversion.from() == Coding.ITEMS && visit[ndiAt] instanceof Integer steps) {
            BigDecimal supplied = rules.scores().written(NDI, record);
            if (supplied != null) {
                BigDecimal difference =
                        rules.scores().unscaled(NDI, steps).subtract(supplied).abs();
                found.put(QualityCheck.C9, difference.compareTo(ROUNDING) >= 0);
            }
        }
    }

    /** T1: the visit's date against the day of the export, where the record says both. */
    private void afterExtract(RawRecord record, @Nullable Object[] visit, Map<QualityCheck, Boolean> found) {
        String extract = extractTime.isEmpty() ? null : record.cells().apply(extractTime);
        if (extract != null && extract.strip().length() >= 10 && visit[dayAt] instanceof Integer day) {
            try {
                long extracted =
                        LocalDate.parse(extract.strip().substring(0, 10)).toEpochDay();
                if (Period.isCalendar(Period.of(day))) {
                    found.put(QualityCheck.T1, day > extracted);
                }
            } catch (DateTimeException otherForm) {
                return; // a version by another form of time: there is nothing to compare
            }
        }
    }
}
