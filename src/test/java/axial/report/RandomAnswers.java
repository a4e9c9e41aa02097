package axial.report;

import axial.clinic.Instrument;
import axial.question.Job;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Seeded results of every kind: wide and narrow, large and small, adjusted or not, withheld or not there. */
final class RandomAnswers {
    private static final List<String> VERDICTS =
            List.of("superior", "non-inferior", "equivalent", "inconclusive", "inferior");
    private final Random random;
    private final Job job = Fixture.job();

    RandomAnswers(long seed) {
        random = new Random(seed);
    }

    Job job() {
        return job;
    }

    Comparison comparison() {
        Job.Question question = job.questions().get(random.nextInt(2));
        List<Answer> answers = new ArrayList<>();
        for (String outcome : question.outcomes()) {
            for (String window : question.windows()) {
                answers.add(answer(question, outcome, window));
            }
        }
        return new Comparison(question, answers, Optional.empty());
    }

    private Answer answer(Job.Question question, String outcome, String window) {
        Followed followed = new Followed(random.nextDouble(), random.nextDouble() / 5, 500, "", "");
        return new Answer(
                question,
                job.outcome(outcome),
                job.window(window),
                effects(job.outcome(outcome).instrument()),
                random.nextBoolean() ? new Followed(0.9, 0.01, 500, "", "") : followed,
                Trust.UNKNOWN,
                graded(),
                false);
    }

    private Optional<Grade> graded() {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Grade(Certainty.LOW, List.of("grade.start")));
            case 2 -> Optional.of(new Grade(Certainty.MODERATE, List.of("grade.start", "grade.domain.large_effect")));
            default -> Optional.of(new Grade(Certainty.VERY_LOW, List.of("grade.start", "grade.domain.imprecision")));
        };
    }

    private Map<String, Effect> effects(Instrument instrument) {
        BigDecimal mcid = instrument.mcid();
        double scale = mcid == null ? 1 : mcid.doubleValue();
        Map<String, Effect> effects = new TreeMap<>();
        int kind = random.nextInt(12);
        if (kind == 0) {
            return effects;
        }
        if (kind == 1) {
            put(effects, new Effect("none", "withheld", -1, -1, -1, nan(), nan(), nan(), nan(), "withheld", "few", ""));
            return effects;
        }
        estimated(effects, scale, kind != 2);
        return effects;
    }

    private void estimated(Map<String, Effect> effects, double scale, boolean adjusted) {
        double estimate = random.nextGaussian() * 1.5 * scale;
        double half = Math.abs(random.nextGaussian()) * scale;
        add(effects, "unadjusted", "mean_difference", estimate * 1.1, half);
        add(effects, "unadjusted", "hedges_g", estimate / scale, half / scale);
        add(effects, "arm", "mean_change", estimate, half);
        if (adjusted) {
            add(effects, "ancova", "adjusted_difference", estimate, half);
            add(effects, "ancova", "adjusted_smd", estimate / scale, half / scale);
            add(effects, "ancova", "noninferiority", estimate, half);
            add(effects, "responder", "risk_ratio", 0.5 + random.nextDouble(), 0.2);
        }
        add(effects, "clinics_pooled", "prediction_interval", estimate / scale, 2 * half / scale);
    }

    private void add(Map<String, Effect> effects, String estimator, String metric, double estimate, double half) {
        String reason = metric.equals("noninferiority") ? VERDICTS.get(random.nextInt(VERDICTS.size())) : "";
        long n = 20 + random.nextInt(400);
        put(
                effects,
                new Effect(
                        estimator,
                        metric,
                        n,
                        n + 7,
                        9,
                        estimate,
                        half / 2,
                        estimate - half,
                        estimate + half,
                        "estimated",
                        reason,
                        estimator + "/" + metric));
    }

    private static void put(Map<String, Effect> effects, Effect effect) {
        effects.put(effect.key(), effect);
    }

    private static double nan() {
        return Double.NaN;
    }
}
