package axial.synth;

/**
 * One course of treatment: how the patient was at the index visit, what was done, and how the patient is apt to do.
 *
 * @param start days from the person's first treated visit to this episode's
 * @param durationDays how long it had hurt; 0 where not known
 */
record Episode(Person person, int start, Stage stage, int durationDays, Start baseline, PlantedArm arm, Trait trait) {

    static Episode draw(Person person, int start, Scenario scenario, Dice dice) {
        Stage stage = Stage.draw(dice);
        int age = person.ageOn(start);
        Start baseline = Start.draw(stage, age, dice);
        PlantedArm arm = Choice.of(person, age, stage, baseline.score(Measure.PAIN), scenario, dice);
        return new Episode(person, start, stage, stage.days(dice), baseline, arm, Trait.draw(dice));
    }

    int age() {
        return person.ageOn(start);
    }
}
