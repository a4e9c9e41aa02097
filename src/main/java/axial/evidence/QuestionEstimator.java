package axial.evidence;

import axial.tables.EstimateRow;
import java.util.List;

/**
 * One way to answer over several outcomes, windows or subgroups of a question at once. A new one is a file here and a
 * line in {@link Estimators}.
 */
interface QuestionEstimator {
    /** The rows it adds, in the order they are written; none for what is withheld. */
    List<EstimateRow> rows(Inquiry inquiry);
}
