package axial.walk;

import axial.question.Job;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Contract §4 once more, sentence by sentence and as slow as it likes; shares nothing with the walk but the job. */
final class NaiveWalk {
    /** What an episode in an arm comes to; {@code followUps} by window, null where there is none. */
    record Found(String arm, int indexDay, @Nullable Integer baseline, List<@Nullable Integer> followUps) {}

    private record Candidate(int day, int place, int score) {}

    private final Job job;
    private final List<VisitFixture> visits;
    private int counted;
    int ofAge = 0;
    int withoutRedFlag = 0;

    NaiveWalk(Job job, List<VisitFixture> visits) {
        this.job = job;
        this.visits = visits;
        this.counted = 0;
    }

    List<Found> episodes() {
        List<Found> found = new ArrayList<>();
        for (int v = 0; v < visits.size(); v++) {
            if (startsEpisode(v) && (counted++ == 0 || !job.cohort().firstEpisodeOnly())) {
                String arm = armOfEligible(visits.get(v));
                if (arm != null) {
                    found.add(new Found(arm, visits.get(v).day, baseline(v), followUps(v)));
                }
            }
        }
        return found;
    }

    int episodesStarted() {
        return counted;
    }

    /** A treated visit with no treated visit in the washout days before it. */
    private boolean startsEpisode(int v) {
        if (visits.get(v).tokens.isEmpty()) {
            return false;
        }
        for (int earlier = 0; earlier < v; earlier++) {
            int gap = visits.get(v).day - visits.get(earlier).day;
            if (!visits.get(earlier).tokens.isEmpty() && gap <= job.cohort().washoutDays()) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String armOfEligible(VisitFixture index) {
        int minAge = job.cohort().minAge().intValueExact();
        Integer age = index.age;
        if (minAge > 0 && (age == null || age < minAge)) {
            return null;
        }
        ofAge++;
        if (index.redFlag) {
            return null;
        }
        withoutRedFlag++;
        Set<String> relevant = new TreeSet<>();
        for (Job.Arm arm : job.arms()) {
            arm.tokens().stream().filter(index.tokens::contains).forEach(relevant::add);
        }
        for (Job.Arm arm : job.arms()) {
            if (relevant.equals(new TreeSet<>(arm.tokens()))) {
                return arm.id();
            }
        }
        return null;
    }

    private @Nullable Integer baseline(int index) {
        for (int v = index; v >= 0; v--) {
            boolean near =
                    visits.get(index).day - visits.get(v).day <= job.cohort().baselineDays();
            if (near && visits.get(v).pain != null) {
                return visits.get(v).pain;
            }
        }
        return null;
    }

    private List<@Nullable Integer> followUps(int index) {
        List<Candidate> candidates = new ArrayList<>();
        Integer after = visits.get(index).painAfter;
        if (after != null) {
            candidates.add(new Candidate(0, index, after));
        }
        for (int v = index + 1; v < visits.size() && !startsEpisode(v); v++) {
            Integer score = visits.get(v).pain;
            int day = visits.get(v).day - visits.get(index).day;
            if (score != null && day >= 1) {
                candidates.add(new Candidate(day, v, score));
            }
        }
        List<@Nullable Integer> chosen = new ArrayList<>();
        for (Job.Window window : job.windows()) {
            chosen.add(candidates.stream()
                    .filter(c -> c.day() >= window.fromDay() && c.day() <= window.toDay())
                    .min(Comparator.comparingInt((Candidate c) -> Math.abs(c.day() - window.targetDay()))
                            .thenComparing(
                                    Comparator.comparingInt(Candidate::day).reversed())
                            .thenComparing(
                                    Comparator.comparingInt(Candidate::place).reversed()))
                    .map(Candidate::score)
                    .orElse(null));
        }
        return chosen;
    }
}
