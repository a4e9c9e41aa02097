package axial.walk;

import axial.clinic.Scaled;
import axial.question.Dose;
import axial.question.Job;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The cells of levels that are not a word of the visit: how bad the outcome was at the start, and how many sessions were
 * given until a landmark. Only what some question asks is added up: of its arms, its outcomes and its windows.
 */
public final class LevelSums implements WalkSums {
    private static final long serialVersionUID = 2;

    /**
     * A class of sessions until a landmark.
     *
     * @param landmark its place in {@link WalkPlan#landmarks}
     * @param asked for each arm and outcome a bit for each window
     */
    @SuppressWarnings("ArrayRecordComponent") // read in an inner loop, never compared
    private record Class(String level, int landmark, Dose.Sessions sessions, long[][] asked) implements Serializable {}

    private final WalkPlan plan;
    private final String[][] severities;

    /** For each arm and outcome a bit for each window that a question asks by severity. */
    private final long[][] bySeverity;

    private final List<Class> classes = new ArrayList<>();
    private final Cells cells;
    private transient boolean taken;

    public LevelSums(Job job, WalkPlan plan) {
        this.plan = plan;
        this.cells = new Cells(plan);
        this.severities =
                job.questions().stream().anyMatch(LevelSums::isBySeverity) ? severities(plan) : new String[0][];
        this.bySeverity = asked(
                plan,
                job.questions().stream().filter(q -> isBySeverity(q) && q.notAnswerable() == null && q.dose() == null));
        Map<String, Class> found = new TreeMap<>();
        job.questions().stream()
                .map(Job.Question::dose)
                .filter(Objects::nonNull)
                .forEach(dose -> {
                    for (Dose.Sessions sessions : dose.classes()) {
                        String level = dose.category() + "=" + sessions.word();
                        Stream<Job.Question> by = job.questions().stream()
                                .filter(q -> q.dose() != null && q.dose().has(level));
                        found.put(
                                level,
                                new Class(
                                        level,
                                        Arrays.binarySearch(plan.landmarks(), dose.landmarkDay()),
                                        sessions,
                                        asked(plan, by)));
                    }
                });
        classes.addAll(found.values());
    }

    /** The level of each band of each outcome; that of no baseline comes first. */
    private static String[][] severities(WalkPlan plan) {
        String[][] levels = new String[plan.outcomes().size()][];
        for (int o = 0; o < levels.length; o++) {
            Bands bands = plan.severityBands().get(o);
            levels[o] = new String[1 + bands.words().size()];
            Arrays.setAll(levels[o], band -> Bands.SEVERITY + "=" + bands.word(band - 1));
        }
        return levels;
    }

    private static boolean isBySeverity(Job.Question question) {
        return question.subgroups().contains(Bands.SEVERITY);
    }

    private static long[][] asked(WalkPlan plan, Stream<Job.Question> questions) {
        long[][] asked = new long[plan.arms().size()][plan.outcomes().size()];
        for (Job.Question question : questions.toList()) {
            long windows = 0;
            for (int w = 0; w < plan.windows().size(); w++) {
                windows |= question.windows().contains(plan.windows().get(w).id()) ? 1L << w : 0;
            }
            for (int arm = 0; arm < asked.length; arm++) {
                String id = plan.arms().get(arm);
                boolean either =
                        question.arm().contains(id) || question.comparator().contains(id);
                for (int o = 0; o < asked[arm].length; o++) {
                    boolean of = either
                            && question.outcomes().contains(plan.outcomes().get(o));
                    asked[arm][o] |= of ? windows : 0;
                }
            }
        }
        return asked;
    }

    /** The cells; the steps of the flow are not in them. */
    public Cells cells() {
        return cells;
    }

    @Override
    public void add(PatientVisits patient) {}

    @Override
    public void addEpisodes(EpisodeBlock episodes, int[] order) {
        EpisodeWords.Here here = cells.here(episodes);
        int[][] codes = new int[severities.length][];
        Arrays.setAll(codes, o -> new int[severities[o].length]);
        for (int e : order) {
            taken = false;
            for (int o = 0; o < severities.length; o++) {
                int band = 1 + plan.severityBands().get(o).index(episodes.baseline(o, e));
                if (codes[o][band] == 0) {
                    codes[o][band] = 1 + cells.level(severities[o][band]);
                }
                add(codes[o][band] - 1, episodes, e, here, o, bySeverity);
            }
            for (Class sessions : classes) {
                if (sessions.sessions().contains(episodes.sessions(sessions.landmark(), e))) {
                    int code = cells.level(sessions.level());
                    for (int o = 0; o < plan.outcomes().size(); o++) {
                        add(code, episodes, e, here, o, sessions.asked());
                    }
                }
            }
        }
    }

    private void add(int level, EpisodeBlock episodes, int e, EpisodeWords.Here here, int outcome, long[][] windows) {
        long inWindows = windows[episodes.arm(e)][outcome];
        if (inWindows != 0 && episodes.baseline(outcome, e) != Scaled.MISSING) {
            if (!taken) {
                cells.take(episodes, e, here);
                taken = true;
            }
            cells.addTo(level, episodes, e, outcome, inWindows);
        }
    }

    @Override
    public void addAll(WalkSums other) {
        cells.addAll(((LevelSums) other).cells);
    }
}
