package axial.evidence;

import axial.question.Job;
import axial.question.Spc;
import axial.stats.ProcessChart;
import axial.stats.XmrChart;
import axial.tables.Numbers;
import axial.tables.Period;
import axial.tables.SpcRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Each clinic over time: mean change and the share of patients measured again, month by month, months in a row joined
 * until there are as many patients as may be shown. Points of the share are made of whole points of the change, so that
 * one beside the other tells of no smaller group. Months whose window has not closed are left out.
 */
final class OverTime {
    private static final int SHARED_DIGITS = 4;
    private static final double NONE = Double.NaN;
    private static final double ALL = 100;

    private final Job job;
    private final List<ClinicMonth> months;
    private final int open;

    /** {@code lastDay} is that of the last visit of all. */
    OverTime(Job job, List<ClinicMonth> months, int lastDay) {
        this.job = job;
        this.months = months;
        this.open = months.isEmpty()
                ? 0
                : Period.of(lastDay - job.window(job.spc().window()).toDay() + 1);
    }

    List<SpcRow> rows() {
        Map<String, List<ClinicMonth>> series = months.stream()
                .filter(month -> month.period() < open)
                .collect(Collectors.groupingBy(
                        month -> month.outcome() + "\n" + month.clinic(), LinkedHashMap::new, Collectors.toList()));
        List<SpcRow> rows = new ArrayList<>();
        series.values().forEach(ofClinic -> rows.addAll(rows(ofClinic)));
        return rows;
    }

    private List<SpcRow> rows(List<ClinicMonth> ofClinic) {
        ClinicMonth first = ofClinic.get(0);
        int sign = job.outcome(first.outcome()).instrument().better().benefitSign();
        double steps = job.outcome(first.outcome()).instrument().stepsPerUnit();
        BigDecimal target = job.spc().targets().get(first.outcome());
        List<Stretch> ofChange = joined(stretches(ofClinic), this::isEnoughForMean);
        List<Stretch> ofShare = joined(ofChange, this::isEnoughForShare);
        List<SpcRow> rows = new ArrayList<>();
        rows.addAll(new Series(
                        SpcRow.MEAN_CHANGE,
                        ofChange,
                        s -> s.sum().change() / steps / s.sum().followed(),
                        s -> s.sum().followed(),
                        sign,
                        target == null ? NONE : sign * target.doubleValue())
                .rows());
        BigDecimal share = job.spc().followUpTarget();
        rows.addAll(new Series(
                        SpcRow.FOLLOWED,
                        ofShare,
                        s -> ALL * s.sum().followed() / s.sum().eligible(),
                        s -> s.sum().eligible(),
                        1,
                        share == null ? NONE : share.doubleValue())
                .rows());
        return rows;
    }

    /** Months in a row, of one phase. */
    private record Stretch(ClinicMonth sum, int until, int phase) {
        Stretch and(Stretch later) {
            return new Stretch(sum.and(later.sum), later.until, phase);
        }
    }

    private List<Stretch> stretches(List<ClinicMonth> ofClinic) {
        List<Stretch> stretches = new ArrayList<>();
        for (ClinicMonth month : ofClinic) {
            int phase = 1
                    + (int) rebases(month.clinic()).stream()
                            .filter(rebase -> Period.month(rebase.from()) <= month.period())
                            .count();
            stretches.add(new Stretch(month, month.period(), phase));
        }
        return stretches;
    }

    private List<Spc.Rebase> rebases(String clinic) {
        return job.spc().rebases().stream()
                .filter(rebase -> rebase.concerns(clinic))
                .sorted(java.util.Comparator.comparing(Spc.Rebase::from))
                .toList();
    }

    /** Neighbours of a phase together until they are enough; what is left over at its end joins the last, or is left out. */
    private static List<Stretch> joined(List<Stretch> stretches, Predicate<ClinicMonth> isEnough) {
        List<Stretch> joined = new ArrayList<>();
        @Nullable Stretch open = null;
        for (Stretch next : stretches) {
            if (open != null && open.phase != next.phase) {
                close(open, joined);
                open = null;
            }
            open = open == null ? next : open.and(next);
            if (isEnough.test(open.sum)) {
                joined.add(open);
                open = null;
            }
        }
        if (open != null) {
            close(open, joined);
        }
        return joined;
    }

    private static void close(Stretch few, List<Stretch> joined) {
        int last = joined.size() - 1;
        if (last >= 0 && joined.get(last).phase == few.phase) {
            joined.set(last, joined.get(last).and(few));
        }
    }

    private boolean isEnoughForMean(ClinicMonth sum) {
        return sum.followed() >= job.disclosure().minCell();
    }

    /** In public, a share tells how many were not measured again. */
    private boolean isEnoughForShare(ClinicMonth sum) {
        return isEnoughForMean(sum)
                && (job.disclosure().trusted()
                        || sum.eligible() - sum.followed() >= job.disclosure().minCell());
    }

    /** One chart on its way to rows; {@code sign} is 1 where more is better, else −1. */
    private final class Series {
        private final String measure;
        private final List<Stretch> stretches;
        private final ToDoubleFunction<Stretch> value;
        private final ToDoubleFunction<Stretch> people;
        private final int sign;
        private final double target;

        Series(
                String measure,
                List<Stretch> stretches,
                ToDoubleFunction<Stretch> value,
                ToDoubleFunction<Stretch> people,
                int sign,
                double target) {
            this.measure = measure;
            this.stretches = stretches;
            this.value = value;
            this.people = people;
            this.sign = sign;
            this.target = target;
        }

        List<SpcRow> rows() {
            List<SpcRow> rows = new ArrayList<>();
            if (stretches.isEmpty()) {
                return rows;
            }
            double[] values = stretches.stream()
                    .mapToDouble(s -> sign * shown(value.applyAsDouble(s)))
                    .toArray();
            ProcessChart chart = ProcessChart.of(values, starts(), job.spc().baselinePoints());
            for (int i = 0; i < stretches.size(); i++) {
                rows.add(row(stretches.get(i), chart.points().get(i), chart));
            }
            return rows;
        }

        private int[] starts() {
            return java.util.stream.IntStream.range(0, stretches.size())
                    .filter(i -> i == 0 || stretches.get(i).phase != stretches.get(i - 1).phase)
                    .toArray();
        }

        private SpcRow row(Stretch stretch, ProcessChart.Point point, ProcessChart chart) {
            ClinicMonth sum = stretch.sum();
            XmrChart limits = chart.phases().get(point.phase()).limits();
            double low = limits == null ? NONE : sign * limits.low();
            double high = limits == null ? NONE : sign * limits.high();
            return new SpcRow(
                    sum.outcome(),
                    job.spc().window(),
                    sum.clinic(),
                    measure,
                    Period.label(sum.period()),
                    Period.label(stretch.until()),
                    (long) people.applyAsDouble(stretch),
                    sign * point.value(),
                    stretch.phase(),
                    limits == null ? NONE : shown(sign * limits.centre()),
                    shown(Math.min(low, high)),
                    shown(Math.max(low, high)),
                    target,
                    point.signals().stream()
                            .map(s -> s.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(";")),
                    inWords(chart.variation()),
                    inWords(chart.assurance(sign * target)),
                    reason(stretch),
                    "estimated");
        }

        /** Why the phase began; empty for the first. */
        private String reason(Stretch stretch) {
            return stretch.phase() == 1
                    ? ""
                    : rebases(stretch.sum().clinic()).get(stretch.phase() - 2).reason();
        }
    }

    private double shown(double number) {
        return job.disclosure().trusted() ? number : Numbers.rounded(number, SHARED_DIGITS);
    }

    private static String inWords(ProcessChart.Variation variation) {
        return switch (variation) {
            case USUAL -> "usual variation";
            case BETTER -> "better than before";
            case WORSE -> "worse than before";
            case TOO_FEW -> "too few points for limits";
        };
    }

    private static String inWords(ProcessChart.Assurance assurance) {
        return switch (assurance) {
            case MEETS -> "meets the target";
            case MISSES -> "misses the target";
            case HIT_AND_MISS -> "hit and miss";
            case NONE -> "";
        };
    }
}
