package axial.evidence;

/**
 * How the patients of a clinic did whose index visit was in one month.
 *
 * @param period by {@link axial.tables.Period}
 * @param eligible who has a baseline and every number that is adjusted for
 * @param followed who of these has a score in the window
 * @param change the sum of their changes, in steps
 */
public record ClinicMonth(String outcome, String clinic, int period, long eligible, long followed, long change) {
    ClinicMonth and(ClinicMonth later) {
        return new ClinicMonth(
                outcome, clinic, period, eligible + later.eligible, followed + later.followed, change + later.change);
    }
}
