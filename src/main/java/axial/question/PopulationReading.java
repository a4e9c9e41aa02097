package axial.question;

import axial.question.Job.Cluster;
import axial.question.Job.Cohort;
import axial.question.Job.Disclosure;
import axial.question.Job.Field;
import axial.question.Job.Profile;
import axial.question.Job.RedFlags;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads who is in, who treats alike, and what may be shown. */
final class PopulationReading {
    private static final BigDecimal OLDEST = BigDecimal.valueOf(90);
    private static final int FEWEST_IN_PUBLIC = 5;

    private PopulationReading() {}

    static Cohort cohort(Mapping mapping, Problems problems) {
        BigDecimal minAge = Values.decimal(mapping, "min_age");
        if (minAge != null && minAge.compareTo(OLDEST) > 0) {
            add(
                    mapping,
                    "min_age",
                    "\"min_age\" is above 90, but ages over 89 are kept as 90, so nobody would be in.",
                    problems);
        }
        return new Cohort(
                Values.whole(mapping, "washout_days", 90),
                Values.text(mapping, "episodes", "first").equals("first"),
                minAge == null ? BigDecimal.valueOf(18) : minAge,
                Values.whole(mapping, "baseline_days", 14),
                redFlags(Values.block(mapping, "exclude")));
    }

    private static RedFlags redFlags(Mapping exclude) {
        Node node = exclude.get("red_flags");
        if (node instanceof Sequence) {
            return new RedFlags(false, Values.texts(Values.words(node)));
        }
        return node == null ? RedFlags.NONE : RedFlags.ANY;
    }

    static Cluster cluster(Mapping root, List<Field> fields, Problems problems) {
        String word = Values.text(root, "cluster", Cluster.CLINIC_ID.word());
        List<String> known = new ArrayList<>(Cluster.BUILT_IN);
        fields.forEach(field -> known.add(field.id()));
        Node node = root.get("cluster");
        if (node instanceof Scalar) {
            Ids.isKnown(word, node.place(), "cluster", known, problems);
        }
        return new Cluster(word);
    }

    static Disclosure disclosure(Mapping mapping, Problems problems) {
        Profile profile = switch (Values.text(mapping, "profile", "public")) {
            case "trusted" -> Profile.TRUSTED;
            case "safe-harbor" -> Profile.SAFE_HARBOR;
            default -> Profile.PUBLIC;
        };
        boolean trusted = profile == Profile.TRUSTED;
        int minCell = Values.whole(mapping, "min_cell", trusted ? 10 : 11);
        if (!trusted && minCell < FEWEST_IN_PUBLIC && minCell >= 1) {
            add(
                    mapping,
                    "min_cell",
                    "\"min_cell\" is " + minCell + ", but fewer than " + FEWEST_IN_PUBLIC
                            + " patients may be recognised when anybody can read the results. Raise it, or set the"
                            + " profile to trusted.",
                    problems);
        }
        return new Disclosure(profile, minCell, null);
    }

    private static void add(Mapping mapping, String key, String what, Problems problems) {
        Node node = mapping.get(key);
        problems.add(node == null ? mapping.place() : node.place(), what);
    }
}
