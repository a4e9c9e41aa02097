package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Job;
import axial.tables.EstimateRow;
import axial.walk.EpisodeBlock;
import axial.walk.WalkVisit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows are compared to the last digit, for a run elsewhere must not differ by one. */
class InfluencePassTest {
    private static final List<String> WEIGHTED = List.of(
            "overlap_weighted",
            "overlap_weighted_all_arms",
            "inverse_probability",
            "treated_weighted",
            "augmented",
            "followed_weighted");

    /** The same episodes in parts that come the other way round, so that the last cluster turns up first. */
    private record OtherWayRound(Episodes episodes) implements Episodes {
        @Override
        public <T extends Serializable> List<T> inEach(Finder<EpisodeBlock, T> finder) {
            List<T> found = new ArrayList<>(episodes.inEach(finder));
            Collections.reverse(found);
            return found;
        }
    }

    private static List<EstimateRow> weighted(InMemory patients, Episodes episodes) {
        return patients.evidence(episodes).estimates().stream()
                .filter(row -> WEIGHTED.contains(row.estimator()))
                .toList();
    }

    @Test
    void errorsOfWeightedEstimatesAreTheSameInWhateverOrderClustersTurnUp() throws Exception {
        Job job = MadePatients.job("clinic_id");
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            List<List<WalkVisit>> visits = MadePatients.visits(job, MadePatients.rows(random, 300, 3, 0.2));
            InMemory patients = InMemory.of(job, visits);
            List<EstimateRow> once = weighted(patients, patients);
            WEIGHTED.forEach(estimator -> assertTrue(
                    once.stream().anyMatch(row -> row.estimator().equals(estimator) && row.estimated()), estimator));
            assertEquals(once, weighted(patients, new OtherWayRound(patients)), "parts the other way round");
            Collections.shuffle(visits, random);
            InMemory shuffled = InMemory.of(job, visits);
            assertEquals(once, weighted(shuffled, shuffled), "patients shuffled");
        }
    }
}
