package axial.evidence;

import axial.evidence.EpisodeCounts.Pair;
import axial.evidence.Strata.Level;
import axial.question.Job;
import axial.tables.PositivityRow;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which kinds of people only one side of a question has, by pairs of covariates. */
final class PositivityMap {
    /** How many of a kind are on each side. */
    @SuppressWarnings("ArrayRecordComponent") // added up, never compared
    private record Kind(Pair pair, long[] n) {}

    private PositivityMap() {}

    static List<PositivityRow> rows(Job job, WalkPlan plan, Job.Question question, Map<Pair, long[]> pairs) {
        Map<String, Kind> kinds = new TreeMap<>();
        pairs.forEach((pair, n) -> {
            String arm = plan.arms().get(pair.arm());
            int side = question.arm().contains(arm) ? 0 : question.comparator().contains(arm) ? 1 : -1;
            if (side >= 0) {
                kinds.computeIfAbsent(pair.one() + "\n" + pair.other(), k -> new Kind(pair, new long[2])).n[side] +=
                        n[0];
            }
        });
        int enough = job.disclosure().minCell();
        List<PositivityRow> rows = new ArrayList<>();
        kinds.values().forEach(kind -> {
            long[] n = kind.n;
            int lacking = n[0] < enough && n[1] >= enough ? 0 : n[1] < enough && n[0] >= enough ? 1 : -1;
            if (lacking >= 0) {
                rows.add(row(question, kind.pair, lacking, n[lacking], n[1 - lacking], enough));
            }
        });
        return rows;
    }

    private static PositivityRow row(Job.Question question, Pair kind, int lacking, long n, long other, int enough) {
        String arm = Job.Question.together(lacking == 0 ? question.arm() : question.comparator());
        String who = n == 0 ? "nobody" : "fewer than " + enough + " people";
        return new PositivityRow(
                question.id(),
                kind.one().covariate(),
                kind.one().level(),
                kind.other().covariate(),
                kind.other().level(),
                lacking == 0 ? "arm" : "comparator",
                n == 0 ? 0 : -1,
                other,
                who + " with " + words(kind.one()) + " and " + words(kind.other()) + " got " + plain(arm),
                n == 0 ? "counted" : "withheld");
    }

    private static String words(Level level) {
        return plain(level.covariate()) + " " + plain(level.level());
    }

    private static String plain(String word) {
        return word.replace('_', ' ').replace("+", " or ");
    }
}
