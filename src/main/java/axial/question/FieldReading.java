package axial.question;

import axial.question.Job.Field;
import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the declared fields, and what may be adjusted for and split by. */
final class FieldReading {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final List<String> CATEGORIES =
            List.of("sex", "disorder", "symptom_stage", "age_band", "baseline_severity");

    private FieldReading() {}

    /** The declared fields, none of them named as something that a visit has already. */
    static List<Field> read(Mapping definitions, Collection<String> instruments, Problems problems) {
        List<String> columns = VisitFields.of(instruments, List.of());
        List<Field> fields = new ArrayList<>();
        for (Entry entry : definitions.entries()) {
            String id = entry.key();
            if (!ID.matcher(id).matches()) {
                problems.add(
                        entry.place(),
                        "The field \"" + id + "\" is also a column name, so it must begin with a letter and go on with"
                                + " letters, digits and _.");
            } else if (columns.contains(id) || VisitFields.isTaken(id)) {
                problems.add(
                        entry.place(),
                        "\"" + id + "\" means something in every visit already and cannot be declared. Remove it, or"
                                + " choose another name.");
            }
            fields.add(new Field(
                    id, entry.value() instanceof Scalar scalar && scalar.text().equals("number")));
        }
        return List.copyOf(fields);
    }

    /** The covariates as listed; the baseline first where it is not, for it is in every model. */
    static List<String> adjustFor(Mapping root, List<Field> fields, Problems problems) {
        if (root.get("adjust_for") == null) {
            return JobKeys.ADJUST_FOR;
        }
        List<String> known = new ArrayList<>(JobKeys.ADJUST_FOR);
        known.add("symptom_duration_days");
        fields.forEach(field -> known.add(field.id()));
        List<String> listed = Ids.known(Values.words(root, "adjust_for"), "covariate", known, problems);
        String baseline = JobKeys.ADJUST_FOR.get(0);
        return listed.contains(baseline)
                ? listed
                : Stream.concat(Stream.of(baseline), listed.stream()).toList();
    }

    /** What subgroups may be made of: categories, built in and declared. */
    static List<String> categories(List<Field> fields) {
        List<String> categories = new ArrayList<>(CATEGORIES);
        fields.stream().filter(field -> !field.number()).forEach(field -> categories.add(field.id()));
        return List.copyOf(categories);
    }
}
