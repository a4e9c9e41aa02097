package axial.ingest;

import axial.question.Coding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds scores that are plainly in another unit, on the other side or of the other direction. Each rule asks for so much
 * that data without the fault do not meet it by chance: at least {@value #FEWEST} scores and a majority of them, or a
 * relation that lies {@value #FAR} standard errors on one side of zero in the clinic and as far on the other side in all
 * other clinics together.
 */
final class FaultFinder {
    private static final int FEWEST = 20;
    private static final int FEWEST_ALONE = 50;
    private static final int FEWEST_ZEROS = 10;
    private static final double FAR = 4;
    private static final int SPREAD_OF_UNIT = 4;
    private static final int SPREAD_OF_CODES = 3;

    private final Watch watch;
    private final Map<String, ClinicTally> pool;
    private final ClinicTally all;

    /**
     * A finder that holds each clinic against all others.
     *
     * @param pool all clinics there are, over all files
     */
    FaultFinder(Watch watch, Map<String, ClinicTally> pool) {
        this.watch = watch;
        this.pool = pool;
        this.all = new ClinicTally(watch);
        pool.values().forEach(tally -> all.addAll(tally, 1));
    }

    /** The faults of one clinic, in the order of its fields, as some of its visits show them. */
    List<Fault> find(String clinic, ClinicTally tally) {
        ClinicTally others = new ClinicTally(watch);
        others.addAll(all, 1);
        ClinicTally own = pool.get(clinic);
        if (own != null) {
            others.addAll(own, -1);
        }
        List<Fault> faults = new ArrayList<>();
        for (int f = 0; f < tally.fields.length; f++) {
            FieldTally field = tally.fields[f];
            if (field != null) {
                unit(clinic, watch.fields().get(f), field, others.field(f)).ifPresent(faults::add);
            }
        }
        directions(clinic, tally, others, faults);
        sides(clinic, tally, others, faults);
        leftAndRight(clinic, tally, others, faults);
        return faults;
    }

    /** What the scores of one field look like, if not like scores of it. */
    private static Optional<Fault> unit(String clinic, WatchedField field, FieldTally tally, FieldTally others) {
        List<String> fields = List.of(field.name());
        boolean enough = tally.all() >= FEWEST;
        boolean mostlyAbove = 2 * tally.above >= tally.all() && tally.isSpreadAbove(SPREAD_OF_UNIT);
        if (enough && mostlyAbove && Coding.VAS_MM.fits(field.instrument())) {
            return Optional.of(new Fault(clinic, fields, Coding.VAS_MM, tally.above, tally.all(), true));
        }
        boolean fromOne = 5 * tally.above >= tally.all() && tally.negative == 0 && tally.isSpreadAbove(SPREAD_OF_CODES);
        if (enough && fromOne && Coding.CODED_1_15.fits(field.instrument())) {
            Coding coding = tally.zero > 0 ? Coding.CODED_0_14 : Coding.CODED_1_15;
            return Optional.of(new Fault(clinic, fields, coding, tally.above, tally.all(), true));
        }
        if (enough && field.isMotion() && 2 * tally.beyond >= tally.all()) {
            return Optional.of(new Fault(clinic, fields, Coding.FULL_CYCLE, tally.beyond, tally.all(), true));
        }
        if (enough && Coding.RAW_0_50.fits(field.instrument()) && looksRaw(tally)) {
            boolean othersAreEven =
                    others.within >= FEWEST && others.upper > 0 && 5 * (others.odd + others.broken) <= others.within;
            return othersAreEven || tally.within >= FEWEST_ALONE
                    ? Optional.of(new Fault(clinic, fields, Coding.RAW_0_50, tally.odd, tally.within, othersAreEven))
                    : Optional.empty();
        }
        return enough && field.min() >= 0 && hasSpike(tally)
                ? Optional.of(
                        new Fault(clinic, fields, Coding.ZERO_IS_MISSING, tally.zero, tally.within, field.isMotion()))
                : Optional.empty();
    }

    private static boolean hasSpike(FieldTally tally) {
        return tally.zero >= FEWEST_ZEROS && 20 * tally.zero >= tally.within && tally.zero >= 5 * tally.low;
    }

    /** Sums of ten whole items are odd as often as even; percentages of all ten answered are even. */
    private static boolean looksRaw(FieldTally tally) {
        return tally.upper == 0 && tally.above == 0 && tally.broken == 0 && 4 * tally.odd >= tally.within;
    }

    private void directions(String clinic, ClinicTally tally, ClinicTally others, List<Fault> faults) {
        for (int s = 0; s < tally.scales.length; s++) {
            if (opposed(tally.scales[s].z(), others.scales[s].z())) {
                long n = tally.scales[s].all();
                faults.add(new Fault(clinic, List.of(name(watch.scales()[s])), Coding.REVERSED, n, n, true));
            }
        }
    }

    private void sides(String clinic, ClinicTally tally, ClinicTally others, List<Fault> faults) {
        int[] blamed = new int[watch.fields().size()];
        List<Integer> opposed = new ArrayList<>();
        for (int s = 0; s < tally.sides.length; s++) {
            if (opposed(tally.sides[s].z(), others.sides[s].z())) {
                opposed.add(s);
                blamed[watch.sides()[s][0]]++;
                blamed[watch.sides()[s][2]]++;
            }
        }
        List<List<String>> named = new ArrayList<>();
        for (int s : opposed) {
            int[] at = watch.sides()[s];
            int pair = blamed[at[2]] > blamed[at[0]] ? 2 : 0;
            List<String> fields = List.of(name(at[pair]), name(at[pair + 1]));
            if (!named.contains(fields)) {
                named.add(fields);
                SignCount count = tally.sides[s];
                faults.add(new Fault(
                        clinic, fields, Coding.OTHER_SIDE, count.minus(), count.plus() + count.minus(), true));
            }
        }
    }

    /** Where one side is larger everywhere else and smaller here; a habit of measuring could do that too. */
    private void leftAndRight(String clinic, ClinicTally tally, ClinicTally others, List<Fault> faults) {
        for (int s = 0; s < tally.leftAndRight.length; s++) {
            SignCount here = tally.leftAndRight[s];
            if (opposed(here.z(), others.leftAndRight[s].z())) {
                int[] at = watch.leftAndRight()[s];
                List<String> fields = List.of(name(at[0]), name(at[1]));
                boolean known = faults.stream().anyMatch(f -> f.fields().equals(fields));
                if (!known) {
                    long n = here.z() > 0 ? here.plus() : here.minus();
                    faults.add(new Fault(clinic, fields, Coding.OTHER_SIDE, n, here.plus() + here.minus(), false));
                }
            }
        }
    }

    private String name(int place) {
        return Objects.requireNonNull(watch.fields().get(place)).name();
    }

    private static boolean opposed(double here, double elsewhere) {
        return Math.abs(here) >= FAR && Math.abs(elsewhere) >= FAR && here * elsewhere < 0;
    }
}
