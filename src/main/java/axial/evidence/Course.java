package axial.evidence;

import axial.question.Job;
import axial.stats.CrossProducts;
import axial.stats.PatternSums;
import axial.walk.Design;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import axial.walk.WindowSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One outcome of a question over the windows that may be shown, earliest first: who was seen when, and the sums that
 * join the windows of the same patients.
 */
final class Course {
    /** Patients of one side and cluster who were seen in the same windows; a bit for each window of the course. */
    record Part(boolean inArm, String clinic, String cluster, int seen, long n, WindowSums.Cell cell) {
        boolean sawBoth(int earlier, int later) {
            return (seen >> earlier & 1) == 1 && (seen >> later & 1) == 1;
        }
    }

    private final Job job;
    private final List<Analysis> windows;
    private final List<Part> parts;
    private final Design design;
    private final int covariates;
    private final int[] places;
    private final int windowsOfJob;

    private Course(
            Job job,
            List<Analysis> windows,
            List<Part> parts,
            Design design,
            int covariates,
            int[] places,
            int windowsOfJob) {
        this.job = job;
        this.windows = windows;
        this.parts = parts;
        this.design = design;
        this.covariates = covariates;
        this.places = places;
        this.windowsOfJob = windowsOfJob;
    }

    /** The course of an outcome; it may have no windows. */
    static Course of(Job job, WalkPlan plan, Job.Question question, List<Analysis> shown, WindowSums sums) {
        List<Analysis> windows = shown.stream()
                .sorted(Comparator.comparingInt(a -> a.window().fromDay()))
                .toList();
        int[] places = windows.stream()
                .mapToInt(a -> plan.windows().indexOf(a.window()))
                .toArray();
        int outcome = windows.isEmpty()
                ? -1
                : plan.outcomes().indexOf(windows.get(0).outcome().id());
        List<Part> parts = new ArrayList<>();
        ExactSums all = new ExactSums();
        int[] same = IntStream.range(0, sums.columns()).toArray();
        sums.all().forEach((key, cell) -> {
            String arm = plan.arms().get(key.arm());
            boolean inArm = question.arm().contains(arm);
            int seen = 0;
            for (int w = 0; w < places.length; w++) {
                seen |= (key.seen() >> places[w] & 1) << w;
            }
            if (key.outcome() == outcome
                    && seen != 0
                    && (inArm || question.comparator().contains(arm))) {
                String cluster = key.cluster().isEmpty() ? "clinic " + key.clinic() : key.cluster();
                parts.add(new Part(
                        inArm, key.clinic(), cluster, seen, cell.products().count(), cell));
                all.addAll(cell.products(), same);
            }
        });
        long steps =
                windows.isEmpty() ? 1 : windows.get(0).outcome().instrument().stepsPerUnit();
        Design covariates = Models.design(job, plan, sums.levels(), all, steps);
        List<Design.Column> columns = new ArrayList<>(covariates.columns());
        for (int w = 0; w < places.length; w++) {
            columns.add(new Design.Column(
                    Design.Kind.NUMBER,
                    0,
                    "",
                    sums.column(places[w]),
                    middle(parts, w, sums.column(places[w])),
                    steps));
        }
        return new Course(
                job,
                windows,
                parts,
                new Design(columns, 0, steps),
                covariates.columns().size(),
                places,
                plan.windows().size());
    }

    /** A whole number of steps near the mean change in a window. */
    private static int middle(List<Part> parts, int window, int column) {
        double sum = 0;
        long n = 0;
        for (Part part : parts) {
            if ((part.seen() >> window & 1) == 1) {
                sum += part.cell().products().product(ExactSums.ONE, column).doubleValue();
                n += part.n();
            }
        }
        return n == 0 ? 0 : (int) Math.rint(sum / n);
    }

    Job job() {
        return job;
    }

    /** The analyses of the windows, earliest first. */
    List<Analysis> windows() {
        return windows;
    }

    List<Part> parts() {
        return parts;
    }

    /** How many covariates the model has, the intercept and the arm first. */
    int covariates() {
        return covariates;
    }

    /** Whether a covariate is the baseline. */
    boolean isBaseline(int covariate) {
        return design.columns().get(covariate).kind() == Design.Kind.BASELINE;
    }

    /** What is taken off the change in a window before summing, in the outcome's unit. */
    double shift(int window) {
        Design.Column column = design.columns().get(covariates + window);
        return column.shift() / column.unit();
    }

    /** How many patients of a side are in parts for which something holds. */
    long n(boolean inArm, Predicate<Part> which) {
        return parts.stream()
                .filter(part -> part.inArm() == inArm && which.test(part))
                .mapToLong(Part::n)
                .sum();
    }

    /** How many clinics have anybody in such parts. */
    long clinics(Predicate<Part> which) {
        TreeSet<String> clinics = new TreeSet<>();
        parts.stream().filter(which).forEach(part -> clinics.add(part.clinic()));
        return clinics.size();
    }

    /** How many had improved in the earlier window, and how many of them no longer in the later. */
    long[] relapses(boolean inArm, int earlier, int later) {
        int pair = places[earlier] * windowsOfJob + places[later];
        long[] found = new long[2];
        for (Part part : parts) {
            if (part.inArm() == inArm) {
                found[0] += part.cell().responders()[pair];
                found[1] += part.cell().relapsed()[pair];
            }
        }
        return found;
    }

    /** The sums of each pattern, of both sides together. */
    List<PatternSums> patterns() {
        Map<Integer, PatternSums> patterns = new TreeMap<>();
        for (Part part : parts) {
            boolean[] seen = new boolean[windows.size()];
            for (int w = 0; w < seen.length; w++) {
                seen[w] = (part.seen() >> w & 1) == 1;
            }
            patterns.merge(part.seen(), new PatternSums(seen, part.n(), products(part)), PatternSums::plus);
        }
        return List.copyOf(patterns.values());
    }

    /** The means of the covariates over all patients, the arm's among them. */
    double[] meanCovariates() {
        double[] means = new double[covariates];
        long n = 0;
        for (Part part : parts) {
            n += part.n();
            for (int c = 0; c < covariates; c++) {
                means[c] += design.product(part.cell().products(), part.inArm(), 0, c);
            }
        }
        for (int c = 0; c < covariates; c++) {
            means[c] /= n;
        }
        return means;
    }

    /**
     * For each pair of windows by {@link #pair}, per cluster the sums for least squares of later minus earlier change, among
     * those seen in both.
     */
    Map<Integer, Map<String, CrossProducts>> growth() {
        Map<Integer, Map<String, CrossProducts>> pairs = new TreeMap<>();
        for (Part part : parts) {
            if (Integer.bitCount(part.seen()) < 2) {
                continue;
            }
            double[][] products = products(part);
            double[][] xx = Arrays.stream(products)
                    .limit(covariates)
                    .map(row -> Arrays.copyOf(row, covariates))
                    .toArray(double[][]::new);
            for (int later = 1; later < windows.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    if (part.sawBoth(earlier, later)) {
                        pairs.computeIfAbsent(pair(earlier, later), pair -> new TreeMap<>())
                                .merge(
                                        part.cluster(),
                                        growth(part.n(), xx, products, covariates + earlier, covariates + later),
                                        CrossProducts::plus);
                    }
                }
            }
        }
        return pairs;
    }

    private static CrossProducts growth(long n, double[][] xx, double[][] products, int one, int other) {
        double[] xy = new double[xx.length];
        for (int c = 0; c < xy.length; c++) {
            xy[c] = products[c][other] - products[c][one];
        }
        return new CrossProducts(n, xx, xy, products[other][other] + products[one][one] - 2 * products[one][other]);
    }

    /** The number of a pair of windows. */
    int pair(int earlier, int later) {
        return earlier * windows.size() + later;
    }

    /** By how much the growth that the sums hold is too small: the two windows were shifted apart. */
    double growthShift(int earlier, int later) {
        return shift(later) - shift(earlier);
    }

    /** Per cluster n and the sums a, b, a², b², ab of the changes in two windows, in the unit, less the shifts. */
    Map<String, double[]> pairs(boolean inArm, int earlier, int later) {
        Map<String, double[]> clusters = new TreeMap<>();
        int one = covariates + earlier;
        int other = covariates + later;
        for (Part part : parts) {
            if (part.inArm() == inArm && part.sawBoth(earlier, later)) {
                ExactSums sums = part.cell().products();
                double[] found = {
                    part.n(),
                    design.product(sums, inArm, 0, one),
                    design.product(sums, inArm, 0, other),
                    design.product(sums, inArm, one, one),
                    design.product(sums, inArm, other, other),
                    design.product(sums, inArm, one, other)
                };
                clusters.merge(part.cluster(), found, (a, b) -> {
                    double[] sum = a.clone();
                    Arrays.setAll(sum, i -> a[i] + b[i]);
                    return sum;
                });
            }
        }
        return clusters;
    }

    /** All products of covariates and changes, those of windows not seen zero. */
    private double[][] products(Part part) {
        int p = covariates + windows.size();
        int[] known = IntStream.range(0, p)
                .filter(column -> column < covariates || (part.seen() >> column - covariates & 1) == 1)
                .toArray();
        double[][] found = design.products(part.cell().products(), part.inArm(), known);
        double[][] products = new double[p][p];
        for (int i = 0; i < known.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[known[i]][known[j]] = found[i][j];
                products[known[j]][known[i]] = found[i][j];
            }
        }
        return products;
    }
}
