package axial.synth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes all visits of one patient. */
final class Rows {
    private static final int NO_CHANGE_YET = 0;
    private static final double SECOND_EPISODE = 0.10;
    private static final int WASHOUT = 90;
    private static final int LATEST_RETURN = 240;
    private static final String[] RED_FLAGS = {
        "myelopathy_signs", "instability_suspected", "fracture_suspected", "myelopathy_signs;vascular_signs"
    };

    private final Sheet sheet;
    private final Scenario scenario;
    private final Dice dice;
    private final Person person;
    private final Screening screening;
    private int written;

    private Rows(Sheet sheet, Scenario scenario, Dice dice, Person person, Screening screening) {
        this.screening = screening;
        this.sheet = sheet;
        this.scenario = scenario;
        this.dice = dice;
        this.person = person;
    }

    /** Returns how many visits were written. */
    static int write(Person person, Scenario scenario, Dice dice, Screening screening, Sheet sheet) throws IOException {
        Rows rows = new Rows(sheet, scenario, dice, person, screening);
        rows.episodes();
        return rows.written;
    }

    private void episodes() throws IOException {
        List<Visit> first = Schedule.treatments(dice);
        int returns = first.get(first.size() - 1).day() + WASHOUT + 1 + dice.below(LATEST_RETURN);
        boolean comesAgain = dice.chance(SECOND_EPISODE);
        episode(0, first, comesAgain ? returns : Integer.MAX_VALUE);
        if (comesAgain) {
            episode(returns, Schedule.treatments(dice), Integer.MAX_VALUE);
        }
    }

    private void episode(int start, List<Visit> treatments, int until) throws IOException {
        Episode episode = Episode.draw(person, start, scenario, dice);
        List<Visit> visits = new ArrayList<>(Schedule.whole(treatments, episode, scenario, dice));
        visits.removeIf(visit -> visit.day() >= until);
        Outlook outlook = new Outlook(episode, scenario);
        String tokens = dice.chance(0.30) ? episode.arm().tokens + ";exercise" : episode.arm().tokens;
        boolean intake = visits.get(0).purpose() == Visit.Purpose.INTAKE;
        for (Visit visit : visits) {
            row(visit, outlook, tokens, Scores.of(visit, outlook, intake, dice));
        }
    }

    private void row(Visit visit, Outlook outlook, String tokens, Scores scores) throws IOException {
        who(visit, outlook.episode());
        String treatments = visit.treated() ? given(visit, tokens) : "";
        sheet.text(treatments);
        for (Measure measure : Measure.ALL) {
            sheet.number(scores.before(measure));
            if (measure.hasAfter) {
                sheet.number(scores.after(measure));
            }
        }
        opinions(visit, outlook.episode(), scores);
        Harm harm = Harm.at(visit, outlook.episode().arm(), dice);
        sheet.text(harm.event());
        sheet.text(harm.severity());
        sheet.text(harm.asked());
        sheet.text(redFlags(visit));
        screening.write(visit, treatments, sheet);
        sheet.endRow();
    }

    private void who(Visit visit, Episode episode) {
        written++;
        sheet.numbered(person.id(), written);
        sheet.text(person.id());
        sheet.text(person.clinic().id());
        sheet.text(
                person.practitionerKnown() && visit.treated()
                        ? person.practitioner().id()
                        : "");
        int day = episode.start() + visit.day();
        sheet.date(person.firstDay() + day);
        sheet.number(person.ageKnown() ? person.ageOn(Math.max(0, day)) : Sheet.NONE);
        sheet.text(person.sexWord());
        sheet.text(person.disorderWord());
        boolean asked = visit.purpose() == Visit.Purpose.INDEX && episode.durationDays() > 0;
        sheet.number(asked ? episode.durationDays() : Sheet.NONE);
    }

    /** At later visits one in ten gets something gentler. */
    private String given(Visit visit, String tokens) {
        return visit.purpose() == Visit.Purpose.TREATMENT && dice.chance(0.10) ? "massage;exercise" : tokens;
    }

    /** Global change, quality of life and satisfaction follow the pain of the day; no truth is planted for them. */
    private void opinions(Visit visit, Episode episode, Scores scores) {
        int pain = scores.before(Measure.PAIN);
        boolean followUp = visit.purpose() == Visit.Purpose.FOLLOW_UP && pain != Sheet.NONE;
        boolean asked = followUp || (visit.purpose() == Visit.Purpose.INDEX && pain != Sheet.NONE);
        int gain = followUp ? episode.baseline().score(Measure.PAIN) - pain : 0;
        int unasked = visit.purpose() == Visit.Purpose.INDEX ? NO_CHANGE_YET : Sheet.NONE;
        sheet.number(followUp && dice.chance(0.8) ? near(1.1 * gain + 1.5 * dice.bell(), -7, 7) : unasked);
        sheet.thousandths(
                asked && dice.chance(0.5) ? near(900 - 42 * pain + 70 * dice.bell(), -200, 1000) : Sheet.NONE);
        sheet.number(followUp && dice.chance(0.7) ? near(6.5 + 0.4 * gain + 1.5 * dice.bell(), 0, 10) : Sheet.NONE);
    }

    private int near(double number, int least, int most) {
        return Math.max(least, Math.min(most, dice.whole(number)));
    }

    private String redFlags(Visit visit) {
        boolean flagged = visit.purpose() == Visit.Purpose.INDEX && dice.chance(0.02);
        return flagged ? RED_FLAGS[dice.below(RED_FLAGS.length)] : "";
    }

    /** The header, in the order in which the cells are written. */
    static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "visit_id",
                "patient_id",
                "clinic_id",
                "practitioner_id",
                "visit_date",
                "age_years",
                "sex",
                "disorder",
                "symptom_duration_days",
                "treatments"));
        for (Measure measure : Measure.ALL) {
            columns.add(measure.column);
            if (measure.hasAfter) {
                columns.add(measure.column + "_after");
            }
        }
        columns.addAll(List.of(
                "groc",
                "eq5d_index",
                "satisfaction",
                "adverse_event",
                "adverse_event_severity",
                "adverse_events_asked",
                "red_flags"));
        columns.addAll(Screening.COLUMNS);
        return columns;
    }
}
