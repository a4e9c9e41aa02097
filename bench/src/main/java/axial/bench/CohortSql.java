package axial.bench;

import axial.clinic.Scaled;
import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cohort of a job and its plain sums, as SQL over stored visits: window functions for the episodes, one aggregate
 * for baselines and follow-ups, one for the sums by arm and clinic. First episodes only.
 */
record CohortSql(Job job) {
    /** Count, and sums of change, its square, baseline, its square and their product, by arm and clinic. */
    String sums(String visits) {
        List<String> sums = new ArrayList<>();
        forEachCell((outcome, window) -> {
            String b = "base_" + outcome;
            String c = "(" + follow(outcome, window) + " - " + b + ")";
            String both = " FILTER (WHERE " + c + " IS NOT NULL)";
            sums.add("count(" + c + ") AS n_" + sums.size());
            for (String term : List.of(c, c + " * " + c, b, b + " * " + b, b + " * " + c)) {
                sums.add("sum((" + term + ")::HUGEINT)" + both + " AS s_" + sums.size());
            }
        });
        return "WITH " + steps(visits) + " SELECT arm, clinic_id, " + String.join(", ", sums)
                + " FROM followed GROUP BY arm, clinic_id";
    }

    private String steps(String visits) {
        String order = " OVER (PARTITION BY patient_id ORDER BY visit_day, visit_id";
        return "treated AS (SELECT *, treatments <> '' AS is_treated, row_number()" + order + ") AS rn,"
                + " max(CASE WHEN treatments <> '' THEN visit_day END)" + order
                + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS last_treated FROM " + visits + "),"
                + " episodes AS (SELECT *, sum(CASE WHEN is_treated AND (last_treated IS NULL OR visit_day - last_treated > "
                + job.cohort().washoutDays() + ") THEN 1 ELSE 0 END)" + order + ") AS episode FROM treated),"
                + " indexes AS (SELECT patient_id, clinic_id, rn AS rn0, visit_day AS day0, " + arm()
                + " AS arm FROM episodes WHERE episode = 1 AND is_treated"
                + " QUALIFY row_number() OVER (PARTITION BY patient_id ORDER BY rn) = 1"
                + " AND age_years >= " + Scaled.steps(job.cohort().minAge(), Scaled.AGE_DECIMALS)
                + " AND red_flags = '' AND arm IS NOT NULL),"
                + " followed AS (SELECT i.patient_id, any_value(i.clinic_id) AS clinic_id, any_value(i.arm) AS arm, "
                + scores() + " FROM indexes i JOIN episodes e ON e.patient_id = i.patient_id AND e.episode <= 1"
                + " GROUP BY i.patient_id)";
    }

    private String scores() {
        List<String> scores = new ArrayList<>();
        for (Job.Outcome outcome : job.outcomes()) {
            String id = outcome.id();
            scores.add("arg_max(" + id + ", rn) FILTER (WHERE " + id
                    + " IS NOT NULL AND rn <= rn0 AND day0 - visit_day <= "
                    + job.cohort().baselineDays() + ") AS base_" + id);
        }
        forEachCell((outcome, window) -> {
            String day = "(visit_day - day0)";
            String score = "(CASE WHEN rn = rn0 THEN " + outcome + "_after ELSE " + outcome + " END)";
            String nearest =
                    "(abs(" + day + " - " + window.targetDay() + ") * 10000000000 - " + day + " * 1000000 - rn)";
            scores.add("arg_min(" + score + ", " + nearest + ") FILTER (WHERE " + score
                    + " IS NOT NULL AND (rn = rn0 OR rn > rn0 AND " + day + " >= 1) AND " + day + " BETWEEN "
                    + window.fromDay() + " AND " + window.toDay() + ") AS " + follow(outcome, window));
        });
        return String.join(", ", scores);
    }

    private String arm() {
        String tokens = job.arms().stream()
                .flatMap(arm -> arm.tokens().stream())
                .distinct()
                .map(token -> "'" + token + "'")
                .collect(Collectors.joining(", "));
        String found =
                "array_to_string(list_filter(string_split(treatments, ';'), lambda x: x IN (" + tokens + ")), ';')";
        StringBuilder arm = new StringBuilder("CASE " + found);
        job.arms()
                .forEach(a -> arm.append(" WHEN '")
                        .append(a.tokens().stream().sorted().collect(Collectors.joining(";")))
                        .append("' THEN '")
                        .append(a.id())
                        .append("'"));
        return arm + " END";
    }

    private static String follow(String outcome, Job.Window window) {
        return "follow_" + outcome + "_" + window.id();
    }

    private void forEachCell(java.util.function.BiConsumer<String, Job.Window> cell) {
        for (Job.Outcome outcome : job.outcomes()) {
            job.windows().forEach(window -> cell.accept(outcome.id(), window));
        }
    }
}
