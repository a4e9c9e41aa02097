package axial.report;

import axial.tables.CsvTable;
import axial.tables.FunnelRow;
import axial.tables.SpcRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        writeClinics(dir, List.of("C01", "C02", "C03", "C04"));
        Files.writeString(dir.resolve("harms.csv"), HARMS);
    }

    /** Where clinics stand, and how they did over time; the last has too few people. */
    private static void writeClinics(Path dir, List<String> clinics) throws IOException {
        List<List<String>> places = new ArrayList<>();
        List<List<String>> points = new ArrayList<>();
        for (int c = 0; c < clinics.size(); c++) {
            boolean few = c == clinics.size() - 1;
            places.add(List.of(("pain_nprs,short," + clinics.get(c)
                            + (few
                                    ? ",7,,,,,,,,,,,,too few to say,not_estimable"
                                    : "," + (100 + 20 * c) + "," + (c == 0 ? "-3.9" : "-2." + c)
                                            + ",0.2,-2.1,0.04,-2.9,-1.3,-3.6,-0.6,-2.2,0.15,0.0" + c + ","
                                            + (c == 0 ? "far lower" : "usual variation") + ",estimated"))
                    .split(",", -1)));
            for (int p = 0; p < (few ? 5 : 14); p++) {
                boolean limits = !few;
                points.add(List.of(String.format(
                                Locale.ROOT,
                                "pain_nprs,short,%s,mean_change,%d-%02d,%d-%02d,%d,-%d.%d,1,%s,,%s,%s,%s,,estimated",
                                clinics.get(c),
                                2023 + p / 12,
                                p % 12 + 1,
                                2023 + p / 12,
                                p % 12 + 1,
                                15 + p,
                                p == 13 && c == 0 ? 5 : 2,
                                p % 7,
                                limits ? "-2.3,-3.4,-1.2" : ",,",
                                p == 13 && c == 0 ? "outside" : "",
                                few ? "too few points for limits" : c == 0 ? "better than before" : "usual variation",
                                "")
                        .split(",", -1)));
            }
        }
        new CsvTable(FunnelRow.COLUMNS, places).write(dir.resolve("funnel.csv"));
        new CsvTable(SpcRow.COLUMNS, points).write(dir.resolve("spc.csv"));
    }

    private static final String HARMS = """
            measure,arm,comparator,group,window_days,events,exposure,unit,estimate,ci_low,ci_high,p_value,status,words
            per_patient,cervical_manipulation,,any,,150,495,per 1000 asked patients,303.03,262.8,345.6,,estimated,Garwood
            upper_limit,cervical_manipulation,,serious,,0,1453,per 1000 asked visits,,,2.0617,,estimated,none seen
            rate_ratio_clustered,cervical_manipulation,cervical_mobilization,any,,,,ratio,1.52,1.2,1.9,0.002,estimated,
            vascular,thrust,,under_45,1,0,1140,per 100000,0,0,323.6,,estimated,
            protopathic,,,,,,,,,,,,said,A torn artery hurts before it causes a stroke.
            screened,thrust,,,,,,percent of thrusts of the neck,,,,,not_answerable,no field
            despite_red_flag,thrust,,,,40,3221,percent of thrusts of the neck,1.24,0.9,1.7,,estimated,
            despite_red_flag,thrust,,C01,,,900,percent of thrusts of the neck,,,,,withheld,
            despite_red_flag,thrust,,C02,,20,700,percent of thrusts of the neck,2.86,1.8,4.4,,estimated,
            """;
}
