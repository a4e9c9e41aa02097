package axial.evidence;

import axial.tables.EstimateRow;
import java.util.List;

/** One way to answer: from an analysis to its rows. A new one is a file here and a line in {@link Estimators}. */
public interface Estimator {
    /** The rows it adds, in the order they are written. */
    List<EstimateRow> rows(Analysis analysis);
}
