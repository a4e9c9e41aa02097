package axial.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the scores of each clinic of a file lie on their scales: what shows that one is in another unit, or has its sides
 * or its direction exchanged. Scores that the job converts, or declares right, are not counted.
 */
final class UnitTally implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_CLINICS = 5_000;

    private final TreeMap<String, ClinicTally> clinics = new TreeMap<>();
    private boolean crowded = false;
    private transient @Nullable String lastClinic;
    private transient @Nullable ClinicTally lastTally;

    /** Counts one record; {@code visit} holds what of it could be read. */
    void add(Watch watch, VisitRules rules, RawRecord record, @Nullable Object[] visit, List<Reason> reasons) {
        if (visit.length <= watch.clinicAt()) {
            return;
        }
        ClinicTally tally = clinic(watch, visit[watch.clinicAt()] instanceof String clinic ? clinic : "");
        @Nullable Integer[] scores = new Integer[watch.fields().size()];
        for (int f = 0; f < scores.length; f++) {
            WatchedField field = watch.fields().get(f);
            if (visit[field.at()] instanceof Integer steps
                    && (!rules.scores().converts() || rules.scores().conversion(field.name(), record) == null)) {
                scores[f] = steps;
            }
        }
        tally.add(watch, scores);
        for (Reason reason : reasons) {
            if (reason.code().equals("outside_range")) {
                addOutside(watch, rules, record, reason.field(), tally);
            }
        }
    }

    private ClinicTally clinic(Watch watch, String clinic) {
        if (lastTally != null && clinic.equals(lastClinic)) {
            return lastTally;
        }
        lastClinic = clinic;
        lastTally = tally(watch, clinic);
        return lastTally;
    }

    private ClinicTally tally(Watch watch, String clinic) {
        if (clinics.size() >= MOST_CLINICS && !clinics.containsKey(clinic)) {
            crowded = true;
            clinics.clear();
        }
        return clinics.computeIfAbsent(clinic, c -> new ClinicTally(watch));
    }

    private static void addOutside(Watch watch, VisitRules rules, RawRecord record, String name, ClinicTally tally) {
        for (int f = 0; f < watch.fields().size(); f++) {
            WatchedField field = watch.fields().get(f);
            if (field.name().equals(name) && rules.scores().conversion(name, record) == null) {
                BigDecimal number = rules.scores().written(name, record);
                String text = rules.cells().text(name, record);
                boolean sentinel = text != null && Sentinels.contain(text);
                if (number != null && !sentinel && field.isOtherUnit(number)) {
                    tally.field(f).addAbove(field, number);
                }
            }
        }
    }

    /** Whether there were more clinics than can be told apart; then none are. */
    boolean isCrowded() {
        return crowded || clinics.size() > MOST_CLINICS;
    }

    Map<String, ClinicTally> clinics() {
        return isCrowded() ? Map.of() : clinics;
    }

    void addAll(Watch watch, UnitTally other) {
        crowded |= other.crowded;
        other.clinics.forEach((clinic, tally) ->
                clinics.computeIfAbsent(clinic, c -> new ClinicTally(watch)).addAll(tally, 1));
    }
}
