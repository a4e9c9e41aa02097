package axial.sums;

/** Patterns whose moments are summed run by run, and taken group by group. */
interface SummedRows extends ModelPart.Rows {
    Moments moments();

    /** Takes what the group at hand adds. */
    void take(int side);

    @Override
    default void endRun(int numbers) {
        moments().endRun(numbers);
    }

    @Override
    default void endGroup(int side, int kind) {
        moments().endGroup(kind);
        take(side);
        moments().clear();
    }
}
