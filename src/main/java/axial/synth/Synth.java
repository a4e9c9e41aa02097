package axial.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes visits of people who never lived, with a truth to be found. */
public final class Synth {
    private Synth() {}

    /**
     * Writes {@code visits.csv}, {@code truth.csv} and {@code TRUTH.md} into the directory, which is made if need be.
     * Patients are written one after the other, so memory does not grow with them.
     *
     * @return how many visits were written
     */
    public static long write(SynthPlan plan, Path dir) throws IOException {
        Files.createDirectories(dir);
        Scenario scenario = Scenario.named(plan.scenario());
        Truth truth = new Truth(plan, scenario);
        truth.table().write(dir.resolve("truth.csv"));
        Files.write(dir.resolve("TRUTH.md"), truth.words().getBytes(StandardCharsets.UTF_8));
        try (Sheet sheet = new Sheet(Files.newOutputStream(dir.resolve("visits.csv")))) {
            return visits(plan, scenario, sheet);
        }
    }

    /** Writes the visits alone. */
    static long visits(SynthPlan plan, OutputStream out) throws IOException {
        try (Sheet sheet = new Sheet(out)) {
            return visits(plan, Scenario.named(plan.scenario()), sheet);
        }
    }

    private static long visits(SynthPlan plan, Scenario scenario, Sheet sheet) throws IOException {
        Rows.columns().forEach(sheet::text);
        sheet.endRow();
        List<Clinic> clinics = Clinic.all(plan, scenario);
        double[] shares = runningTotals(clinics);
        long visits = 0;
        for (long number = 1; number <= plan.patients(); number++) {
            Dice dice = Dice.of(plan.seed(), number);
            Person person = Person.draw(number, clinics.get(dice.place(shares)), dice);
            Screening screening = Screening.of(plan, number, person.clinic().id());
            visits += Rows.write(person, scenario, dice, screening, sheet);
        }
        return visits;
    }

    private static double[] runningTotals(List<Clinic> clinics) {
        double[] totals = new double[clinics.size()];
        double total = 0;
        for (int place = 0; place < totals.length; place++) {
            total += clinics.get(place).share();
            totals[place] = total;
        }
        return totals;
    }
}
