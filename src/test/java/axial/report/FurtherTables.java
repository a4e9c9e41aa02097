package axial.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Small tables of the kinds that a run may lack, so that every figure is drawn. */
final class FurtherTables {
    private static final String WHERE = "mobilization-vs-manipulation,pain_nprs,short,";

    private FurtherTables() {}

    static void write(Path dir) throws IOException {
        Files.writeString(
                dir.resolve("balance.csv"),
                "question,outcome,window,covariate,level,n_arm,n_comparator,smd_unweighted,smd_overlap_weighted,"
                        + "clinic_max_smd,status\n"
                        + WHERE + "age_years,,52,18,0.31,0.02,0.5,estimated\n"
                        + WHERE + "baseline,,52,18,-0.12,0.01,0.4,estimated\n"
                        + WHERE + "sex,male,20,,0.08,-0.04,,withheld\n");
        StringBuilder overlap = new StringBuilder("question,outcome,window,side,measure,from,to,n,share,status\n");
        for (int bin = 0; bin < 10; bin++) {
            for (String side : new String[] {"arm", "comparator"}) {
                double share = bin < 2 || bin > 7 ? Double.NaN : bin < 5 ? 0.1 : 0.2;
                overlap.append(String.format(
                        Locale.ROOT,
                        "%s%s,propensity,%.1f,%.1f,,%s,%s%n",
                        WHERE,
                        side,
                        bin / 10.0,
                        (bin + 1) / 10.0,
                        Double.isNaN(share) ? "" : Double.toString(share),
                        Double.isNaN(share) ? "withheld" : "counted"));
            }
        }
        overlap.append(WHERE).append("arm,preference,0.3,0.7,47,0.9,counted\n");
        overlap.append(WHERE).append("comparator,preference,0.3,0.7,,,withheld\n");
        Files.writeString(dir.resolve("overlap.csv"), overlap.toString());
        StringBuilder tipping = new StringBuilder(
                "question,outcome,window,delta_arm,delta_comparator,estimate,ci_low,ci_high,p_value,verdict\n");
        for (int arm = -1; arm <= 1; arm++) {
            for (int comparator = -1; comparator <= 1; comparator++) {
                double estimate = 0.5 + 0.2 * arm - 0.2 * comparator;
                tipping.append(String.format(
                        Locale.ROOT,
                        "%s%d,%d,%.2f,%.2f,%.2f,0.2,inconclusive%n",
                        WHERE,
                        arm,
                        comparator,
                        estimate,
                        estimate - 0.5,
                        estimate + 0.5));
            }
        }
        Files.writeString(dir.resolve("tipping.csv"), tipping.toString());
    }
}
