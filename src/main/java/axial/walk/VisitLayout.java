package axial.walk;

import axial.question.VisitFields;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of the stored visits the walkers of a job read, each once, and where each thing they ask for stands.
 *
 * @param categories place of each category of {@link WalkPlan#categories}; a symptom stage lies where its
 *     duration does, an age band where the age does
 * @param numbers place of each number of {@link WalkPlan#numbers}
 * @param before place of each outcome's score before treatment
 * @param after place of each outcome's score right after treatment
 * @param scores place of each further score, in the order asked for
 * @param screenings place of each field that documents a screening: see {@link #SCREENED}
 * @param cluster place of what the standard errors are clustered by, where it is not the clinic; else -1
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop, never compared
public record VisitLayout(
        List<Column> columns,
        int day,
        int treatments,
        int redFlags,
        int clinic,
        int practitioner,
        int age,
        int asked,
        int event,
        int severity,
        int[] categories,
        int[] numbers,
        int[] before,
        int[] after,
        int[] scores,
        int[] screenings,
        int cluster)
        implements Serializable {

    /** What the id of a declared category field begins with that documents a screening. */
    public static final String SCREENED = "screened_";

    /** How a column is stored; all of them are read as whole numbers. */
    public enum Type {
        /** Steps or days; missing is {@link axial.clinic.Scaled#MISSING}. */
        WHOLE,
        /** 1 for true; 0 for false and not recorded. */
        YES_NO,
        /** The number of a word in {@link Words}; {@link Words#NONE} for not recorded. */
        WORD
    }

    /** A stored column. */
    public record Column(String name, Type type) implements Serializable {}

    /** The layout for a plan, with further scores that other walkers of the job look at. */
    public static VisitLayout of(WalkPlan plan, List<String> furtherScores) {
        return of(plan, furtherScores, List.of());
    }

    /** The same with category fields that document screening. */
    public static VisitLayout of(WalkPlan plan, List<String> furtherScores, List<String> screenings) {
        Places at = new Places();
        return new VisitLayout(
                at.columns,
                at.of("visit_day", Type.WHOLE),
                at.of("treatments", Type.WORD),
                at.of("red_flags", Type.WORD),
                at.of("clinic_id", Type.WORD),
                at.of("practitioner_id", Type.WORD),
                at.of(WalkPlan.AGE, Type.WHOLE),
                at.of("adverse_events_asked", Type.YES_NO),
                at.of("adverse_event", Type.WORD),
                at.of("adverse_event_severity", Type.WORD),
                at.all(plan.categories(), Type.WORD),
                at.all(plan.numbers(), Type.WHOLE),
                at.all(plan.outcomes(), Type.WHOLE),
                at.all(plan.outcomes().stream().map(o -> o + VisitFields.AFTER).toList(), Type.WHOLE),
                at.all(furtherScores, Type.WHOLE),
                at.all(screenings, Type.WORD),
                cluster(plan, at));
    }

    private static int cluster(WalkPlan plan, Places at) {
        return switch (plan.clusterBy()) {
            case CLINIC -> -1;
            case CATEGORY -> at.of(plan.clusterColumn(), Type.WORD);
            case NUMBER -> at.of(plan.clusterColumn(), Type.WHOLE);
        };
    }

    /** Gives out places as columns are asked for. */
    private static final class Places {
        final List<Column> columns = new ArrayList<>();

        int of(String name, Type type) {
            Column column = switch (name) {
                case WalkPlan.STAGE -> new Column(WalkPlan.DURATION, Type.WHOLE);
                case Bands.AGE -> new Column(WalkPlan.AGE, Type.WHOLE);
                default -> new Column(name, type);
            };
            if (!columns.contains(column)) {
                columns.add(column);
            }
            return columns.indexOf(column);
        }

        int[] all(List<String> names, Type type) {
            return names.stream().mapToInt(name -> of(name, type)).toArray();
        }
    }
}
