package axial.ingest;

import axial.question.Coding;
import java.util.List;

/**
 * Scores of one clinic that look as if they were written in another way than their field says.
 *
 * @param coding how they look
 * @param n how many scores, or visits, show it
 * @param of how many could
 * @param refused whether the run stops for it, because any number from them would be wrong; else it warns
 */
record Fault(String clinic, List<String> fields, Coding coding, long n, long of, boolean refused) {}
