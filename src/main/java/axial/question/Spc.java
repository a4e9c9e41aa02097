package axial.question;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How each clinic is charted over time.
 *
 * @param outcomes ids of the outcomes whose mean change is charted
 * @param window id of the window; empty where the job has none
 * @param baselinePoints how many points of each phase the limits come from
 * @param targets per outcome id the mean improvement aimed at, positive, in the instrument's unit
 * @param followUpTarget percent of patients to be measured again; null where nothing is aimed at
 * @param rebases when limits begin anew, and why
 */
public record Spc(
        List<String> outcomes,
        String window,
        int baselinePoints,
        Map<String, BigDecimal> targets,
        @Nullable BigDecimal followUpTarget,
        List<Rebase> rebases)
        implements Serializable {
    /** Limits of fewer points are not drawn. */
    public static final int FEWEST_POINTS = 12;

    /** The first outcome, in the first window that begins after the index day; no target. */
    public static Spc standard(List<Job.Outcome> outcomes, List<Job.Window> windows) {
        String window = windows.stream()
                .filter(w -> w.fromDay() > 0)
                .findFirst()
                .or(() -> windows.stream().findFirst())
                .map(Job.Window::id)
                .orElse("");
        List<String> first = outcomes.stream().limit(1).map(Job.Outcome::id).toList();
        return new Spc(first, window, FEWEST_POINTS, Map.of(), null, List.of());
    }

    /**
     * From when on limits begin anew.
     *
     * @param from first month, as {@code 2024-03}
     * @param clinics whose; empty for all
     */
    public record Rebase(String from, String reason, List<String> clinics) implements Serializable {
        public boolean concerns(String clinic) {
            return clinics.isEmpty() || clinics.contains(clinic);
        }
    }
}
