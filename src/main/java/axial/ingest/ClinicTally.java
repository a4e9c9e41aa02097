package axial.ingest;

import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is counted of one clinic's scores, by the places of a {@link Watch}. */
final class ClinicTally implements Serializable {
    private static final long serialVersionUID = 1;
    final @Nullable FieldTally[] fields;
    final Crosstab[] scales;
    final SignCount[] sides;
    final SignCount[] leftAndRight;

    ClinicTally(Watch watch) {
        fields = new FieldTally[watch.fields().size()];
        scales = fresh(watch.scales().length, Crosstab::new).toArray(Crosstab[]::new);
        sides = fresh(watch.sides().length, SignCount::new).toArray(SignCount[]::new);
        leftAndRight = fresh(watch.leftAndRight().length, SignCount::new).toArray(SignCount[]::new);
    }

    private static <T> Stream<T> fresh(int n, java.util.function.Supplier<T> one) {
        return Stream.generate(one).limit(n);
    }

    /** Counts of a field; those of one that holds nothing are not kept. */
    FieldTally field(int place) {
        FieldTally tally = fields[place];
        if (tally == null) {
            tally = new FieldTally();
            fields[place] = tally;
        }
        return tally;
    }

    /** Counts one visit; a score is null where it is missing or written in a declared way. */
    void add(Watch watch, @Nullable Integer[] scores) {
        for (int f = 0; f < scores.length; f++) {
            Integer score = scores[f];
            if (score != null) {
                field(f).add(watch.fields().get(f), score);
            }
        }
        Integer pain = watch.pain() < 0 ? null : scores[watch.pain()];
        for (int s = 0; s < scales.length && pain != null; s++) {
            Integer score = scores[watch.scales()[s]];
            if (score != null) {
                scales[s].add(
                        watch.fields().get(watch.pain()).fifth(pain),
                        watch.fields().get(watch.scales()[s]).fifth(score));
            }
        }
        for (int s = 0; s < sides.length; s++) {
            int[] at = watch.sides()[s];
            sides[s].add(sign(scores, at[0], at[1]) * sign(scores, at[2], at[3]));
        }
        for (int s = 0; s < leftAndRight.length; s++) {
            leftAndRight[s].add(sign(scores, watch.leftAndRight()[s][0], watch.leftAndRight()[s][1]));
        }
    }

    private static int sign(@Nullable Integer[] scores, int left, int right) {
        Integer l = scores[left];
        Integer r = scores[right];
        return l == null || r == null ? 0 : Integer.compare(l, r);
    }

    /** Adds what another counted, or with -1 times takes it away. */
    void addAll(ClinicTally other, int times) {
        both(scales, other.scales, (mine, theirs) -> mine.addAll(theirs, times));
        both(sides, other.sides, (mine, theirs) -> mine.addAll(theirs, times));
        both(leftAndRight, other.leftAndRight, (mine, theirs) -> mine.addAll(theirs, times));
        for (int f = 0; f < fields.length; f++) {
            FieldTally theirs = other.fields[f];
            if (theirs != null) {
                field(f).addAll(theirs, times);
            }
        }
    }

    private static <T> void both(T[] mine, T[] theirs, BiConsumer<T, T> add) {
        for (int i = 0; i < mine.length; i++) {
            add.accept(mine[i], theirs[i]);
        }
    }
}
