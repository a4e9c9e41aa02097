package axial.walk;

import static axial.JobFixture.CERVICAL_MANIPULATION;
import static axial.JobFixture.CERVICAL_MOBILIZATION;
import static axial.JobFixture.job;
import static axial.walk.VisitFixture.POINT;
import static axial.walk.VisitFixture.on;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.clinic.Scaled;
import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract §4, rule by rule, and against a second reading of the same text. */
class PatientWalkTest {
    private static final int MANIPULATION = 0;
    private static final int MOBILIZATION = 1;
    private static final int MASSAGE_AND_HEAT = 2;
    private static final int IMMEDIATE = 0;
    private static final int SHORT = 1;

    private static VisitFixture manipulated(int day) {
        return on(day).treated(CERVICAL_MANIPULATION);
    }

    /** One patient walked. */
    private static final class Walk {
        final WalkPlan plan;
        final Cells cells;
        final List<Episode> episodes = new ArrayList<>();

        Walk(JobFixture fixture, VisitFixture... visits) {
            this(fixture.build(), List.of(visits));
        }

        Walk(Job job, List<VisitFixture> visits) {
            plan = WalkPlan.of(job);
            cells = new Cells(plan);
            EpisodeBlock block = new EpisodeBlock(plan);
            new PatientWalk(plan, cells, episode -> {
                        episodes.add(episode);
                        block.add(episode);
                    })
                    .walk(VisitFixture.asPatient(plan, visits));
            cells.addEpisodes(block, block.byClinicAndArm());
        }

        long step(String name) {
            return cells.flow()[Cells.STEPS.indexOf(name)];
        }

        Episode only() {
            assertEquals(1, episodes.size());
            return episodes.get(0);
        }

        @Nullable
        Integer baseline() {
            return points(only().baselines()[outcome()]);
        }

        @Nullable
        Integer followUp(int window) {
            return followUp(only(), window);
        }

        @Nullable
        Integer followUp(Episode episode, int window) {
            return points(episode.followUps()[outcome() * plan.windows().size() + window]);
        }

        int outcome() {
            return plan.outcomes().indexOf(JobFixture.PAIN);
        }

        long withBaseline(int arm) {
            return cells.of(List.of(arm), "").withBaseline(outcome());
        }

        long withFollowUp(int arm, int window) {
            return cells.of(List.of(arm), "").withFollowUp(at(window));
        }

        long analysed(int arm, int window) {
            return cells.of(List.of(arm), "").analysed(at(window));
        }

        ExactSums sums(int arm, int window) {
            ExactSums sums = cells.of(List.of(arm), "").sums(at(window)).get(new Cells.Unit("C1", ""));
            assertNotNull(sums);
            return sums;
        }

        int at(int window) {
            return outcome() * plan.windows().size() + window;
        }

        static @Nullable Integer points(int steps) {
            return steps == Scaled.MISSING ? null : steps / POINT;
        }
    }

    @Test
    void theFirstTreatedVisitStartsAnEpisodeAndAnAssessmentBeforeItDoesNot() {
        Walk walk = new Walk(job(), on(0).pain(8), manipulated(10).pain(6), on(20).pain(4));
        assertEquals(10, walk.only().indexDay());
        assertEquals(3, walk.step("visits"));
        assertEquals(1, walk.step("patients"));
    }

    @Test
    void assessmentsAloneAreNoEpisode() {
        Walk walk = new Walk(job(), on(0).pain(8), on(200).pain(7));
        assertEquals(0, walk.step("episodes"));
        assertEquals(0, walk.step("first_episodes"));
        assertEquals(1, walk.step("patients"));
    }

    @Test
    void aGapOfExactlyTheWashoutContinuesTheEpisode() {
        assertEquals(1, new Walk(job().allEpisodes(), manipulated(0), manipulated(90)).step("episodes"));
    }

    @Test
    void aGapOfOneDayMoreThanTheWashoutStartsANewEpisode() {
        assertEquals(2, new Walk(job().allEpisodes(), manipulated(0), manipulated(91)).step("episodes"));
    }

    @Test
    void theGapRunsFromTheLastTreatedVisitWhateverWasGivenThen() {
        Walk walk = new Walk(job().allEpisodes(), manipulated(0), on(60).treated("exercise"), manipulated(120));
        assertEquals(1, walk.step("episodes"));
    }

    @Test
    void anAssessmentDoesNotCloseAGap() {
        Walk walk = new Walk(job().allEpisodes(), manipulated(0), on(60).pain(3), manipulated(120));
        assertEquals(2, walk.step("episodes"));
    }

    @Test
    void ofTwoTreatedVisitsOnOneDayTheFirstIsTheIndexEvenWithoutWashout() {
        Walk walk = new Walk(
                job().allEpisodes().washoutDays(0),
                manipulated(0).pain(6),
                on(0).treated(CERVICAL_MOBILIZATION).pain(2));
        assertEquals(MANIPULATION, walk.only().arm());
        assertEquals(6, walk.baseline());
    }

    @Test
    void onlyTheFirstEpisodeIsKeptUnlessAllAreAsked() {
        VisitFixture[] visits = {
            manipulated(0), on(200).treated(CERVICAL_MOBILIZATION), on(400).treated(CERVICAL_MOBILIZATION)
        };
        Walk first = new Walk(job(), visits);
        assertEquals(MANIPULATION, first.only().arm());
        assertEquals(3, first.step("episodes"));
        assertEquals(1, first.step("first_episodes"));
        Walk all = new Walk(job().allEpisodes(), visits);
        assertEquals(
                List.of(MANIPULATION, MOBILIZATION, MOBILIZATION),
                all.episodes.stream().map(Episode::arm).toList());
        assertEquals(3, all.step("in_one_arm"));
    }

    @Test
    void aSecondEpisodeDoesNotStandInForAnIneligibleFirst() {
        Walk walk = new Walk(job(), manipulated(0).aged(17), manipulated(400).aged(18));
        assertEquals(0, walk.step("of_age"));
        assertEquals(List.of(), walk.episodes);
    }

    @Test
    void whoIsExactlyOldEnoughAtTheIndexVisitIsIn() {
        assertEquals(1, new Walk(job(), manipulated(0).aged(18)).step("of_age"));
        assertEquals(0, new Walk(job(), manipulated(0).aged(17), manipulated(9).aged(18)).step("of_age"));
    }

    @Test
    void aMissingAgeIsOutUnlessEverybodyIsOldEnough() {
        assertEquals(0, new Walk(job(), manipulated(0).aged(null)).step("of_age"));
        assertEquals(1, new Walk(job().minAge(0), manipulated(0).aged(null)).step("in_one_arm"));
    }

    @Test
    void aRedFlagBarsOnlyAtTheIndexVisit() {
        Walk barred = new Walk(job(), manipulated(0).redFlag());
        assertEquals(1, barred.step("of_age"));
        assertEquals(0, barred.step("no_red_flags"));
        Walk free =
                new Walk(job(), on(-3).redFlag(), manipulated(0), manipulated(7).redFlag());
        assertEquals(1, free.step("in_one_arm"));
    }

    @Test
    void tokensOfNoArmAreIgnored() {
        Walk walk = new Walk(job(), on(0).treated("exercise", CERVICAL_MANIPULATION, "advice"));
        assertEquals(MANIPULATION, walk.only().arm());
    }

    @Test
    void aCombinationThatIsNoArmIsInNoArm() {
        Walk walk = new Walk(job(), on(0).treated(CERVICAL_MANIPULATION, CERVICAL_MOBILIZATION));
        assertEquals(1, walk.step("no_red_flags"));
        assertEquals(0, walk.step("in_one_arm"));
        assertEquals(List.of(), walk.episodes);
    }

    @Test
    void anArmOfTwoTokensNeedsBothAndNothingElseThatIsInAnArm() {
        assertEquals(
                MASSAGE_AND_HEAT,
                new Walk(job(), on(0).treated("massage", "heat")).only().arm());
        assertEquals(0, new Walk(job(), on(0).treated("massage")).step("in_one_arm"));
        assertEquals(0, new Walk(job(), on(0).treated("massage", "heat", CERVICAL_MANIPULATION)).step("in_one_arm"));
    }

    @Test
    void anEpisodeOfTokensOfNoArmIsInNoArm() {
        Walk walk = new Walk(job(), on(0).treated("exercise"), manipulated(7));
        assertEquals(1, walk.step("episodes"));
        assertEquals(0, walk.step("in_one_arm"));
    }

    @Test
    void theBaselineIsTheScoreAtTheIndexVisitWhateverStoodBefore() {
        assertEquals(6, new Walk(job(), on(-1).pain(9), manipulated(0).pain(6)).baseline());
    }

    @Test
    void aMissingBaselineIsTheLatestScoreWithinTheBaselineDays() {
        Walk walk = new Walk(job(), on(-9).pain(9), on(-5).pain(7), on(-2), manipulated(0));
        assertEquals(7, walk.baseline());
        assertEquals(1, walk.withBaseline(MANIPULATION));
    }

    @Test
    void theBaselineDaysIncludeTheirLastDayAndNoMore() {
        assertEquals(8, new Walk(job(), on(-14).pain(8), manipulated(0)).baseline());
        assertEquals(null, new Walk(job(), on(-15).pain(8), manipulated(0)).baseline());
    }

    @Test
    void ofTwoEarlierScoresOnOneDayTheLaterVisitIsTheBaseline() {
        assertEquals(5, new Walk(job(), on(-3).pain(8), on(-3).pain(5), manipulated(0)).baseline());
    }

    @Test
    void aScoreRightAfterTreatmentIsNeverABaseline() {
        Walk walk = new Walk(job(), on(-3).painAfter(8), manipulated(0).painAfter(5));
        assertEquals(null, walk.baseline());
    }

    @Test
    void theScoreRightAfterTheIndexTreatmentIsTheFollowUpOfDayZero() {
        assertEquals(5, new Walk(job(), manipulated(0).pain(6).painAfter(5)).followUp(IMMEDIATE));
    }

    @Test
    void aLaterVisitOfTheIndexDayIsNoFollowUp() {
        Walk walk = new Walk(
                job(), manipulated(0).pain(6), on(0).treated("exercise").pain(2).painAfter(1), on(0).pain(3));
        assertEquals(null, walk.followUp(IMMEDIATE));
    }

    @Test
    void theScoreRightAfterALaterTreatmentIsNoFollowUp() {
        assertEquals(
                null, new Walk(job(), manipulated(0).pain(6), manipulated(1).painAfter(2)).followUp(IMMEDIATE));
    }

    @Test
    void theFollowUpIsTheOneNearestTheTarget() {
        Walk walk = new Walk(job(), manipulated(0).pain(6), on(14).pain(5), on(26).pain(4), on(31).pain(3));
        assertEquals(4, walk.followUp(SHORT));
    }

    @Test
    void ofTwoEquallyNearTheTargetTheLaterDayCounts() {
        Walk walk = new Walk(job(), manipulated(0).pain(6), on(26).pain(4), on(30).pain(3), on(40).pain(1));
        assertEquals(3, walk.followUp(SHORT));
    }

    @Test
    void ofTwoVisitsOnOneDayTheLaterCounts() {
        Walk walk = new Walk(job(), manipulated(0).pain(6), on(28).pain(4), on(28).pain(3));
        assertEquals(3, walk.followUp(SHORT));
    }

    @Test
    void dayOneBeatsDayZeroWhereTheTargetLiesBetweenOrPast() {
        JobFixture toDayOne = job().windows(new Job.Window("w", 0, 1, 1), new Job.Window("s", 2, 91, 28));
        assertEquals(4, new Walk(toDayOne, manipulated(0).painAfter(5), on(1).pain(4)).followUp(0));
        assertEquals(5, new Walk(job(), manipulated(0).painAfter(5), on(1).pain(4)).followUp(0));
    }

    @Test
    void bothEndsOfAWindowAreInIt() {
        assertEquals(3, new Walk(job(), manipulated(0).pain(6), on(2).pain(3)).followUp(SHORT));
        assertEquals(3, new Walk(job(), manipulated(0).pain(6), on(91).pain(3)).followUp(SHORT));
        assertEquals(null, new Walk(job(), manipulated(0).pain(6), on(1).pain(3)).followUp(SHORT));
        assertEquals(null, new Walk(job(), manipulated(0).pain(6), on(92).pain(3)).followUp(SHORT));
    }

    @Test
    void theNextEpisodesFirstVisitIsNoFollowUpOfTheOneBefore() {
        JobFixture far = job().allEpisodes().washoutDays(20).windows(new Job.Window("far", 10, 60, 40));
        Walk walk = new Walk(
                far, manipulated(0).pain(6), on(25).pain(5), manipulated(40).pain(2), on(70).pain(1));
        assertEquals(2, walk.episodes.size());
        assertEquals(5, walk.followUp(walk.episodes.get(0), 0));
        assertEquals(1, walk.followUp(walk.episodes.get(1), 0));
    }

    @Test
    void theNextEpisodeEndsAFirstEpisodeEvenWhereOnlyTheFirstIsKept() {
        JobFixture far = job().washoutDays(20).windows(new Job.Window("far", 10, 60, 40));
        assertEquals(null, new Walk(far, manipulated(0).pain(6), manipulated(40).pain(2)).followUp(0));
    }

    @Test
    void theChangeIsFollowUpMinusBaseline() {
        Walk walk = new Walk(job(), manipulated(0).pain(6), on(28).pain(2));
        assertEquals(
                -4 * POINT,
                walk.sums(MANIPULATION, SHORT)
                        .product(ExactSums.ONE, ExactSums.CHANGE)
                        .intValueExact());
        assertEquals(
                6 * POINT,
                walk.sums(MANIPULATION, SHORT)
                        .product(ExactSums.ONE, ExactSums.BASELINE)
                        .intValueExact());
    }

    @Test
    void withoutABaselineAFollowUpIsNotCounted() {
        Walk walk = new Walk(job(), manipulated(0), on(28).pain(2));
        assertEquals(0, walk.withBaseline(MANIPULATION));
        assertEquals(0, walk.withFollowUp(MANIPULATION, SHORT));
        assertEquals(0, walk.analysed(MANIPULATION, SHORT));
    }

    @Test
    void aMissingNumberCovariateCountsWithFollowUpButIsNotAnalysed() {
        JobFixture byAge = job().minAge(0).adjustFor("baseline", "age_years");
        Walk without = new Walk(byAge, manipulated(0).pain(6).aged(null), on(28).pain(2));
        assertEquals(1, without.withFollowUp(MANIPULATION, SHORT));
        assertEquals(0, without.analysed(MANIPULATION, SHORT));
        assertEquals(1, new Walk(byAge, manipulated(0).pain(6).aged(40), on(28).pain(2)).analysed(MANIPULATION, SHORT));
    }

    @Test
    void anUnknownCategoryIsALevelLikeOthers() {
        Walk walk = new Walk(job().adjustFor("baseline", "sex"), manipulated(0).pain(6), on(28).pain(2));
        assertEquals(1, walk.analysed(MANIPULATION, SHORT));
        assertTrue(walk.cells.levels().containsKey("sex=unknown"));
    }

    @Test
    void harmsAreCountedAtEveryVisitThatIsExactlyAnArmAndOnlyWhereAsked() {
        Walk walk = new Walk(
                job(),
                manipulated(0).aged(12).askedAboutHarm(-1),
                manipulated(3).askedAboutHarm(0),
                manipulated(5).askedAboutHarm(4),
                manipulated(7).harmNobodyAskedAbout(3),
                on(9).treated(CERVICAL_MANIPULATION, CERVICAL_MOBILIZATION).askedAboutHarm(3),
                on(11).treated("exercise").askedAboutHarm(3),
                on(13).askedAboutHarm(3),
                on(15).treated(CERVICAL_MOBILIZATION, "exercise").askedAboutHarm(1));
        Cells.Harms thrust = walk.cells.harmsByArm().get(MANIPULATION);
        assertNotNull(thrust);
        assertEquals(4, thrust.visits);
        assertEquals(3, thrust.asked);
        assertArrayEquals(new long[] {1, 0, 0, 0, 1, 2}, thrust.events);
        Cells.Harms gentle = walk.cells.harmsByArm().get(MOBILIZATION);
        assertNotNull(gentle);
        assertArrayEquals(new long[] {0, 1, 0, 0, 0, 1}, gentle.events);
        assertEquals(2, walk.cells.harmsByArm().size());
    }

    @Test
    void aSecondReadingOfTheContractFindsTheSameInTwoThousandPatients() {
        Random dice = new Random(20150923);
        int inArms = 0;
        int followedUp = 0;
        for (int patient = 0; patient < 2000; patient++) {
            Job job = anyJob(dice);
            List<VisitFixture> visits = anyVisits(dice);
            Walk walk = new Walk(job, visits);
            NaiveWalk naive = new NaiveWalk(job, visits);
            List<NaiveWalk.Found> expected = naive.episodes();
            assertEquals(expected, found(walk, job), "patient " + patient);
            assertEquals(naive.episodesStarted(), walk.step("episodes"), "patient " + patient);
            assertEquals(naive.ofAge, walk.step("of_age"), "patient " + patient);
            assertEquals(naive.withoutRedFlag, walk.step("no_red_flags"), "patient " + patient);
            assertEquals(expected.size(), walk.step("in_one_arm"), "patient " + patient);
            long changes = expected.stream()
                    .filter(e -> e.baseline() != null)
                    .flatMap(e -> e.followUps().stream())
                    .filter(f -> f != null)
                    .count();
            assertEquals(changes, changesCounted(walk), "patient " + patient);
            inArms += expected.size();
            followedUp += (int) changes;
        }
        assertTrue(
                inArms > 1000 && followedUp > 500,
                "the random patients reach the rules: " + inArms + ", " + followedUp);
    }

    private static Job anyJob(Random dice) {
        int from = dice.nextInt(3);
        int middle = from + dice.nextInt(15);
        int end = middle + 1 + dice.nextInt(40);
        JobFixture fixture = job().washoutDays(dice.nextInt(4) * 10)
                .baselineDays(dice.nextInt(8))
                .minAge(dice.nextInt(2) * 18)
                .windows(
                        new Job.Window("a", from, middle, from + dice.nextInt(middle - from + 1)),
                        new Job.Window("b", middle + 1, end, middle + 1 + dice.nextInt(end - middle)));
        return (dice.nextBoolean() ? fixture : fixture.allEpisodes()).build();
    }

    private static List<VisitFixture> anyVisits(Random dice) {
        List<String> given = List.of(
                CERVICAL_MANIPULATION, CERVICAL_MANIPULATION, CERVICAL_MOBILIZATION, "massage", "heat", "exercise");
        List<VisitFixture> visits = new ArrayList<>();
        int day = dice.nextInt(100) - 50;
        for (int left = 1 + dice.nextInt(12); left > 0; left--) {
            VisitFixture visit = on(day).aged(dice.nextInt(8) == 0 ? null : 15 + dice.nextInt(50));
            for (int tokens = dice.nextInt(3); tokens > 0; tokens--) {
                visit.tokens.add(given.get(dice.nextInt(given.size())));
            }
            visit.redFlag = dice.nextInt(12) == 0;
            visit.pain = dice.nextInt(3) == 0 ? null : dice.nextInt(11);
            visit.painAfter = dice.nextInt(3) == 0 ? null : dice.nextInt(11);
            visits.add(visit);
            day += dice.nextInt(4) == 0 ? dice.nextInt(60) : dice.nextInt(6);
        }
        return visits;
    }

    private static List<NaiveWalk.Found> found(Walk walk, Job job) {
        List<NaiveWalk.Found> found = new ArrayList<>();
        for (Episode episode : walk.episodes) {
            List<@Nullable Integer> followUps = new ArrayList<>();
            followUps.add(walk.followUp(episode, 0));
            followUps.add(walk.followUp(episode, 1));
            found.add(new NaiveWalk.Found(
                    job.arms().get(episode.arm()).id(),
                    episode.indexDay(),
                    Walk.points(episode.baselines()[walk.outcome()]),
                    followUps));
        }
        return found;
    }

    private static long changesCounted(Walk walk) {
        long changes = 0;
        for (int arm = 0; arm < walk.plan.arms().size(); arm++) {
            for (int at = 0;
                    at < walk.plan.outcomes().size() * walk.plan.windows().size();
                    at++) {
                changes += walk.cells.of(List.of(arm), "").analysed(at);
            }
        }
        return changes;
    }
}
