package axial.report;

import axial.question.Job;

/** What is said of a clinic's place and of its charts: a mark, a word, never a colour alone. */
final class ClinicWords {
    private ClinicWords() {}

    /** Higher and lower become better and worse by which scores are good for the patient. */
    static String place(ClinicPlace place, Job.Outcome outcome, Texts texts) {
        if (!place.stands()) {
            return texts.say(place.status().equals("withheld") ? "place.withheld" : "place.few");
        }
        String state = place.state();
        if (!state.endsWith("higher") && !state.endsWith("lower")) {
            return texts.say("place.usual");
        }
        boolean up = state.endsWith("higher");
        boolean better = up == (outcome.instrument().better().benefitSign() > 0);
        return texts.say((state.startsWith("far") ? "place.far_" : "place.") + (better ? "better" : "worse"));
    }

    /** What stands over the upright axis of a measure of {@code spc.csv}. */
    static String axis(String measure, Job.Outcome outcome, Texts texts) {
        return texts.say(
                "spc.axis." + measure,
                "unit",
                texts.names().unit(outcome.instrument()),
                "better",
                texts.say("better." + outcome.instrument().better().word()));
    }

    /** What the chart over time says of now beside before. */
    static String variation(SpcSeries series, Texts texts) {
        return texts.sayOr("spc.variation.", series.variation());
    }

    /** What it says of the target; empty where nothing is aimed at. */
    static String assurance(SpcSeries series, Texts texts) {
        return series.assurance().isEmpty() ? "" : texts.sayOr("spc.assurance.", series.assurance());
    }
}
