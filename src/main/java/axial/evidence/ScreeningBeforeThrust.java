package axial.evidence;

import axial.question.Job;
import axial.stats.ExactProportion;
import axial.tables.HarmRow;
import axial.tables.SmallCells;
import axial.walk.HarmSums;
import axial.walk.HarmSums.Screening;
import java.util.ArrayList;
import java.util.List;

/** Whether the neck was screened before it was thrust, by clinic, as far as visits record it. */
final class ScreeningBeforeThrust {
    private static final String UNRECORDED =
            "not answerable: the job declares no category field whose id begins with screened_, so no visit says whether"
                    + " instability and myelopathy were looked for";

    private ScreeningBeforeThrust() {}

    static List<HarmRow> rows(Job job, HarmSums sums) {
        List<HarmRow> rows = new ArrayList<>();
        Screening all = new Screening();
        sums.screening().values().forEach(all::addAll);
        add(rows, job, sums, "", all);
        sums.screening().forEach((clinic, counts) -> add(rows, job, sums, clinic, counts));
        return rows;
    }

    private static void add(List<HarmRow> rows, Job job, HarmSums sums, String clinic, Screening counts) {
        if (sums.screeningRecorded()) {
            rows.add(share(job, line("screened", clinic), counts.screened, counts.thrusts));
            rows.add(share(job, line("screened_first", clinic), counts.firstScreened, counts.firstThrusts));
        } else if (clinic.isEmpty()) {
            rows.add(line("screened", "").said("not_answerable", UNRECORDED));
        }
        rows.add(share(job, line("despite_red_flag", clinic), counts.despiteRedFlag, counts.thrusts));
    }

    private static HarmLine line(String measure, String clinic) {
        String unit = measure.equals("screened_first") ? "percent of first thrusts" : "percent of thrusts of the neck";
        return HarmLine.of(measure, "thrust", clinic, unit);
    }

    /** In other profiles it is told from all counts together which may be shown. */
    private static boolean isSmall(Job job, long events, long of) {
        int minCell = job.disclosure().minCell();
        return of < minCell || SmallCells.isSmall(events, of, minCell);
    }

    private static HarmRow share(Job job, HarmLine line, long events, long of) {
        if (of == 0) {
            return line.said("not_estimable", "no thrust of the neck");
        }
        if (job.disclosure().trusted() && isSmall(job, events, of)) {
            return line.withheld(of);
        }
        double[] limits = ExactProportion.clopperPearson(events, of, 0.95);
        return line.counted(
                events, of, 100.0 * events / of, 100 * limits[0], 100 * limits[1], "Clopper and Pearson 1934");
    }
}
