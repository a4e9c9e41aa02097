package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Scaled;
import axial.ingest.LocalSpark;
import axial.tables.EstimateRow;
import axial.walk.CovariatePatterns;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodeRow;
import axial.walk.PatternsOfOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** Few episodes are passed over on the driver, many where they lie: what is asked is sent there, what is found comes back. */
class SentPassesTest {
    @Test
    void modelsAreTheSameWhetherTheirPassesAreSentOrNot() throws Exception {
        var job = MadePatients.job("clinic_id");
        InMemory patients = InMemory.of(job, MadePatients.visits(job, MadePatients.rows(new Random(3), 900, 3, 0.2)));
        List<EstimateRow> here = patients.evidence().estimates();
        assertTrue(here.stream()
                .anyMatch(row ->
                        row.estimator().equals("overlap_weighted") && row.status() == EstimateRow.Status.ESTIMATED));
        assertEquals(here, patients.evidence(new Sent(patients)).estimates());
    }

    @Test
    void modelsAreTheSameWhereTheEngineBringsEqualPatternsTogether() throws Exception {
        var job = MadePatients.job("clinic_id");
        InMemory patients = InMemory.of(job, MadePatients.visits(job, MadePatients.rows(new Random(3), 900, 3, 0.2)));
        List<EstimateRow> here = patients.evidence().estimates();
        JavaSparkContext engine =
                JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
        for (int parts : List.of(1, 3)) {
            JavaRDD<EpisodeBlock> blocks = engine.parallelize(patients.inEach(block -> block), parts);
            assertEquals(here, patients.evidence(new OnEngine(blocks)).estimates());
        }
    }

    private static final int PARTS = 5;

    @Test
    void patternsCountEachEpisodeOnceWhereverItsPatternGoes() throws Exception {
        var job = MadePatients.job("clinic_id");
        InMemory patients = InMemory.of(job, MadePatients.visits(job, MadePatients.rows(new Random(4), 900, 3, 0.2)));
        Map<List<Object>, Long> counted = new HashMap<>();
        for (EpisodeBlock block : patients.inEach(block -> block)) {
            for (EpisodeRow row : block) {
                if (row.baselines()[0] != Scaled.MISSING) {
                    counted.merge(pattern(row), 1L, Long::sum);
                }
            }
        }
        assertTrue(counted.size() > 100, "only " + counted.size() + " patterns");
        assertTrue(counted.values().stream().anyMatch(n -> n > 1), "no two episodes are alike");
        for (Parts<CovariatePatterns> parts : List.of(patients.patterns(), new Sent(patients).patterns())) {
            Map<List<Object>, Long> found = new HashMap<>();
            parts.inEach(part -> new ArrayList<>(patterns(part)))
                    .forEach(some -> some.forEach(pattern -> found.merge(
                            List.copyOf(pattern.subList(1, pattern.size())), (Long) pattern.get(0), Long::sum)));
            assertEquals(counted, found);
        }
        assertEquals(
                counted.size(),
                new Sent(patients)
                        .patterns().inEach(part -> part.ofOutcome(0).size()).stream()
                                .mapToInt(Integer::intValue)
                                .sum());
    }

    private static List<Object> pattern(EpisodeRow row) {
        return List.of(row.arm(), List.of(row.categories()), row.numbers()[0], row.baselines()[0]);
    }

    /** Each pattern after how many episodes it is of. */
    private static List<List<Object>> patterns(CovariatePatterns part) {
        PatternsOfOutcome of = part.ofOutcome(0);
        return IntStream.range(0, of.size())
                .<List<Object>>mapToObj(p -> List.of(
                        (long) of.episodes(p),
                        of.arm(p),
                        List.of(of.combinations().get(of.combination(p))),
                        of.number(0, p),
                        of.baseline(p)))
                .toList();
    }

    private record OnEngine(JavaRDD<EpisodeBlock> episodes) implements Episodes {
        @Override
        public <T extends Serializable> List<T> inEach(Finder<EpisodeBlock, T> finder) {
            return episodes.map(finder::find).collect();
        }

        @Override
        public Parts<CovariatePatterns> patterns() {
            JavaRDD<CovariatePatterns> patterns = PatternShuffle.of(episodes).cache();
            return new Parts<>() {
                @Override
                public <T extends Serializable> List<T> inEach(Finder<CovariatePatterns, T> finder) {
                    return patterns.map(finder::find).collect();
                }
            };
        }
    }

    private record Sent(Episodes parts) implements Episodes {
        @Override
        public <T extends Serializable> List<T> inEach(Finder<EpisodeBlock, T> finder) {
            return parts.inEach(part -> copy(copy(finder).find(part)));
        }

        /** Regrouped as over a network, so that equal patterns of several parts meet in one. */
        @Override
        public Parts<CovariatePatterns> patterns() {
            List<CovariatePatterns> counted = inEach(CovariatePatterns::of);
            List<CovariatePatterns> together = new ArrayList<>();
            for (int part = 0; part < PARTS; part++) {
                CovariatePatterns all = counted.get(0).none();
                for (CovariatePatterns some : counted) {
                    all.addAll(copy(some.inParts(PARTS).get(part)));
                }
                together.add(copy(all));
            }
            return new PartsAtHand<>(together);
        }

        @SuppressWarnings("unchecked") // a copy is of the class of its original
        private static <T extends Serializable> T copy(T original) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(original);
                out.flush();
                return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (IOException | ClassNotFoundException failed) {
                throw new UncheckedIOException(new IOException(failed));
            }
        }
    }
}
