package axial.walk;

import axial.question.Job;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The cells of levels that are not a word of the visit: how bad the outcome was at the start, and how many sessions were
 * given until a landmark.
 */
public final class LevelSums implements WalkSums {
    private static final long serialVersionUID = 1;

    private final WalkPlan plan;
    private final boolean bySeverity;
    private final List<Job.Dose> doses;
    private final Cells cells;

    public LevelSums(Job job, WalkPlan plan) {
        this.plan = plan;
        this.bySeverity = job.questions().stream().anyMatch(q -> q.subgroups().contains(Bands.SEVERITY));
        this.doses = job.questions().stream()
                .map(Job.Question::dose)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        this.cells = new Cells(plan);
    }

    /** The cells; the steps of the flow are not in them. */
    public Cells cells() {
        return cells;
    }

    @Override
    public void add(PatientVisits patient) {}

    @Override
    public void addEpisode(Episode episode) {
        if (!bySeverity && doses.isEmpty()) {
            return;
        }
        List<String> sessions =
                doses.stream().flatMap(dose -> sessions(dose, episode)).toList();
        for (int o = 0; o < plan.outcomes().size(); o++) {
            if (bySeverity) {
                Bands bands = plan.severityBands().get(o);
                String band = bands.word(bands.index(episode.baselines()[o]));
                cells.addTo(Bands.SEVERITY + "=" + band, episode.row(), o);
            }
            for (String level : sessions) {
                cells.addTo(level, episode.row(), o);
            }
        }
    }

    /** The class of a dose, and none where no class holds the number of sessions. */
    private static Stream<String> sessions(Job.Dose dose, Episode episode) {
        int given = episode.treatedVisits(dose.landmarkDay());
        return dose.classes().stream()
                .filter(sessions -> sessions.contains(given))
                .map(sessions -> dose.category() + "=" + sessions.word());
    }

    @Override
    public void addAll(WalkSums other) {
        cells.addAll(((LevelSums) other).cells);
    }
}
