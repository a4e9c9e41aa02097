package axial.walk;

import java.util.List;

/** Rows of covariates in whole numbers, as the columns of a {@link Design} read them, and how many episodes each is of. */
public interface CovariateRows {
    /** How many rows there are. */
    int size();

    int arm(int row);

    /** The levels of each combination of levels of all categories that turned up. */
    List<String[]> combinations();

    /** The number of a row's combination. */
    int combination(int row);

    /** A number covariate, in steps. */
    int number(int which, int row);

    /** The baseline of an outcome, in steps. */
    int baseline(int outcome, int row);

    /** How many episodes there are. */
    int episodes(int row);

    /** How many of them were followed, by outcome × window, outcome first. */
    int followed(int outcomeWindow, int row);

    /** The sum of their changes, in steps. */
    long changes(int outcomeWindow, int row);

    /** The sum of the squares of their changes, in steps. */
    long squares(int outcomeWindow, int row);
}
