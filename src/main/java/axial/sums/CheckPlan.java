package axial.sums;

import axial.clinic.Instrument;
import axial.question.Job;
import axial.question.QualityCheck;
import axial.walk.WalkPlan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which checks are made of the stored visits of a job.
 *
 * @param slots what is counted; a slot's place is that of its count of failing rows, halved
 * @param fields the scores that are looked at: those of the outcomes, and every range of motion
 */
record CheckPlan(List<Slot> slots, List<ScoreField> fields) implements Serializable {
    /** Degrees between which a neck in use moves in one direction: wide limits, outside of which a score is flagged. */
    private static final Map<String, int[]> PLAUSIBLE_DEGREES = Map.of(
            "rom_flexion_deg", new int[] {10, 90},
            "rom_extension_deg", new int[] {10, 110},
            "rom_lateral_left_deg", new int[] {5, 70},
            "rom_lateral_right_deg", new int[] {5, 70},
            "rom_rotation_left_deg", new int[] {15, 110},
            "rom_rotation_right_deg", new int[] {15, 110});

    /** What is counted. */
    record Slot(QualityCheck check, String field, String window) implements Serializable {}

    /**
     * A field of scores before treatment.
     *
     * @param low lowest plausible score of a motion, in steps
     * @param high highest plausible score of a motion, in steps
     * @param unit how many steps make one unit
     * @param centred whether zero is the middle of the scale, as where no change is zero
     */
    record ScoreField(String name, boolean isMotion, long low, long high, long unit, boolean centred)
            implements Serializable {
        static ScoreField of(Instrument instrument) {
            int[] degrees = PLAUSIBLE_DEGREES.get(instrument.id());
            long unit = instrument.stepsPerUnit();
            return new ScoreField(
                    instrument.id(),
                    degrees != null,
                    degrees == null ? Long.MIN_VALUE : degrees[0] * unit,
                    degrees == null ? Long.MAX_VALUE : degrees[1] * unit,
                    unit,
                    instrument.min().signum() < 0);
        }
    }

    static CheckPlan of(Job job) {
        WalkPlan walk = WalkPlan.of(job);
        List<ScoreField> fields = fields(job);
        List<Slot> slots = new ArrayList<>();
        for (String outcome : walk.outcomes()) {
            slots.add(new Slot(QualityCheck.C4, outcome, ""));
            slots.add(new Slot(QualityCheck.M1, outcome, ""));
            walk.windows().forEach(window -> slots.add(new Slot(QualityCheck.M2, outcome, window.id())));
        }
        covariates(walk).forEach(covariate -> slots.add(new Slot(QualityCheck.M5, covariate, "")));
        for (ScoreField field : fields) {
            if (field.isMotion()) {
                slots.add(new Slot(QualityCheck.M3, field.name(), ""));
                slots.add(new Slot(QualityCheck.P2, field.name(), ""));
            }
            slots.add(new Slot(QualityCheck.P3, field.name(), ""));
        }
        slots.add(new Slot(QualityCheck.P4, "", ""));
        slots.add(new Slot(QualityCheck.T2, "age_years", ""));
        slots.add(new Slot(QualityCheck.T3, "", ""));
        return new CheckPlan(List.copyOf(slots), fields);
    }

    private static List<ScoreField> fields(Job job) {
        Map<String, ScoreField> fields = new LinkedHashMap<>();
        job.outcomes().forEach(outcome -> fields.put(outcome.id(), ScoreField.of(outcome.instrument())));
        job.instruments().values().stream()
                .filter(instrument -> PLAUSIBLE_DEGREES.containsKey(instrument.id()))
                .forEach(instrument -> fields.putIfAbsent(instrument.id(), ScoreField.of(instrument)));
        return List.copyOf(fields.values());
    }

    /** What the models adjust for, the baseline apart. */
    static List<String> covariates(WalkPlan walk) {
        List<String> covariates = new ArrayList<>();
        for (int c = 0; c < walk.categories().size(); c++) {
            if (walk.modelCategories()[c]) {
                covariates.add(walk.categories().get(c));
            }
        }
        covariates.addAll(walk.numbers());
        return covariates;
    }

    /** The place of a slot. */
    int slot(QualityCheck check, String field, String window) {
        return slots.indexOf(new Slot(check, field, window));
    }
}
