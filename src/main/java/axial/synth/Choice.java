package axial.synth;

/** Which treatment: habit of the house and the hand, steered by what is known of the patient. */
final class Choice {
    private static final double PER_YEAR = -0.015;
    private static final double PER_POINT = 0.08;

    private Choice() {}

    /** Only what stands in the row steers: age, stage, pain, disorder. So adjusting for it is enough. */
    static PlantedArm of(Person person, int age, Stage stage, int pain, Scenario scenario, Dice dice) {
        double indication = PER_YEAR * (age - Person.MEAN_AGE) + stage.thrust + PER_POINT * (pain - Measure.PAIN.mean);
        double thrust = person.practitioner().thrust() + scenario.confounding() * indication;
        double thoracic = person.clinic().thoracic() + (person.radiculopathy() ? 0.6 : 0);
        double[] totals = new double[PlantedArm.ALL.size()];
        double total = 0;
        for (PlantedArm arm : PlantedArm.ALL) {
            total += StrictMath.exp(arm.logShare + (arm.thrust * thrust - arm.region * thoracic) / 2);
            totals[arm.ordinal()] = total;
        }
        return PlantedArm.ALL.get(dice.place(totals));
    }
}
