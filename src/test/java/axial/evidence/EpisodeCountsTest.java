package axial.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Scaled;
import axial.question.Job;
import axial.sums.InMemory;
import axial.sums.MadePatients;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodeRow;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strata are counted by combination of levels; here beside one look at each episode. */
class EpisodeCountsTest {
    private static final int STEPS_PER_POINT = 1_000_000;

    private final List<EpisodeRow> episodes = new ArrayList<>();
    private WalkPlan plan;
    private EpisodeCounts counts;

    @BeforeEach
    void count() throws Exception {
        Job job = MadePatients.job("clinic_id");
        plan = WalkPlan.of(job);
        InMemory patients = InMemory.of(job, MadePatients.visits(job, MadePatients.rows(new Random(5), 900, 3, 0.3)));
        counts = patients.sumsOnly().nobody();
        for (EpisodeBlock block : patients.inEach(part -> part)) {
            EpisodeCounts some = counts.none();
            some.add(block);
            counts.addAll(some);
            block.forEach(episodes::add);
        }
        assertTrue(episodes.size() > 100);
    }

    private List<String> strata(EpisodeRow episode) {
        List<String> strata = new ArrayList<>();
        int points = episode.baselines()[0] / STEPS_PER_POINT;
        strata.add("baseline="
                + (episode.baselines()[0] == Scaled.MISSING
                        ? "unknown"
                        : points <= 3 ? "mild" : points <= 6 ? "moderate" : "severe"));
        for (int c = 0; c < plan.categories().size(); c++) {
            strata.add(plan.categories().get(c) + "=" + episode.categories()[c]);
        }
        return strata;
    }

    private static String age(EpisodeRow episode) {
        int age = episode.numbers()[0];
        if (age == Scaled.MISSING) {
            return "age_years=unknown";
        }
        int years = age / 10_000;
        return "age_years="
                + (years < 30
                        ? "under 30"
                        : years < 45 ? "30 to 44" : years < 60 ? "45 to 59" : years < 75 ? "60 to 74" : "75 and over");
    }

    @Test
    void ofEachStratumThoseWithABaselineAndThoseFollowedAreCounted() {
        for (int arm = 0; arm < 2; arm++) {
            Map<String, List<Long>> byHand = new TreeMap<>();
            for (EpisodeRow episode : episodes) {
                if (episode.arm() == arm && episode.baselines()[0] != Scaled.MISSING) {
                    long followed = episode.changes()[0] == Scaled.MISSING ? 0 : 1;
                    strata(episode)
                            .forEach(s -> byHand.merge(
                                    s,
                                    List.of(1L, followed),
                                    (n, m) -> List.of(n.get(0) + m.get(0), n.get(1) + m.get(1))));
                }
            }
            Map<String, List<Long>> found = new TreeMap<>();
            counts.followed(List.of(arm), 0, 0).forEach((level, n) -> found.put(level.toString(), List.of(n[0], n[1])));
            assertEquals(byHand, found);
        }
    }

    @Test
    void everyPairOfStrataOfAnEpisodeIsCounted() {
        Map<String, Long> byHand = new TreeMap<>();
        for (EpisodeRow episode : episodes) {
            List<String> strata = new ArrayList<>(List.of(age(episode)));
            strata.addAll(strata(episode));
            for (int i = 0; i < strata.size(); i++) {
                for (int j = i + 1; j < strata.size(); j++) {
                    byHand.merge(episode.arm() + " " + strata.get(i) + " " + strata.get(j), 1L, Long::sum);
                }
            }
        }
        Map<String, Long> found = new TreeMap<>();
        counts.pairs().forEach((pair, n) -> found.put(pair.arm() + " " + pair.one() + " " + pair.other(), n[0]));
        assertEquals(byHand, found);
    }

    @Test
    void baselinesAreSummedByArm() {
        for (int arm = 0; arm < 2; arm++) {
            long sum = 0;
            for (EpisodeRow episode : episodes) {
                boolean counted = episode.arm() == arm && episode.baselines()[0] != Scaled.MISSING;
                sum += counted ? episode.baselines()[0] : 0;
            }
            assertEquals(sum, counts.baselines(List.of(arm), 0));
        }
    }
}
