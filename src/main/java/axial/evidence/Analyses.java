package axial.evidence;

import axial.question.Job;
import axial.walk.Bands;
import axial.walk.Cells;
import axial.walk.ChosenCells;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every analysis of a job: each question's outcomes, windows and levels. Sides that several of them share, as two
 * questions that ask of one arm do, are added up once.
 */
final class Analyses {
    /** Patients of some arms, everybody or those of a level. */
    private record Patients(List<String> arms, String level) {}

    /** Where an analysis stands in the job. */
    private record Place(Job.Question question, Job.Outcome outcome, Job.Window window, String level, int at) {
        Patients arm() {
            return new Patients(question.arm(), level);
        }

        Patients comparator() {
            return new Patients(question.comparator(), level);
        }
    }

    private final Job job;
    private final WalkPlan plan;
    private final Cells cells;

    private Analyses(Job job, WalkPlan plan, Cells cells) {
        this.job = job;
        this.plan = plan;
        this.cells = cells;
    }

    /** By question: outcomes, windows and levels in the order of the job. */
    static Map<String, List<Analysis>> of(Job job, WalkPlan plan, Cells cells) {
        return new Analyses(job, plan, cells).byQuestion();
    }

    private Map<String, List<Analysis>> byQuestion() {
        List<Place> places = job.questions().stream()
                .filter(question -> question.notAnswerable() == null && question.dose() == null)
                .flatMap(this::places)
                .toList();
        Map<Patients, Map<Integer, Side>> sides = sides(places);
        Map<String, Integer> columnOfLevel = cells.levels();
        Map<String, List<Analysis>> found = new TreeMap<>();
        for (Place place : places) {
            Map<Integer, Side> arm = Objects.requireNonNull(sides.get(place.arm()));
            Map<Integer, Side> comparator = Objects.requireNonNull(sides.get(place.comparator()));
            found.computeIfAbsent(place.question().id(), id -> new ArrayList<>())
                    .add(analysis(
                            place,
                            Objects.requireNonNull(arm.get(place.at())),
                            Objects.requireNonNull(comparator.get(place.at())),
                            columnOfLevel));
        }
        return found;
    }

    private Stream<Place> places(Job.Question question) {
        return question.outcomes().stream()
                .flatMap(outcome -> question.windows().stream()
                        .flatMap(window -> Stream.concat(Stream.of(""), levels(question, outcome).stream())
                                .map(level -> place(question, job.outcome(outcome), job.window(window), level))));
    }

    private Place place(Job.Question question, Job.Outcome outcome, Job.Window window, String level) {
        int at = plan.outcomes().indexOf(outcome.id()) * plan.windows().size()
                + plan.windows().indexOf(window);
        return new Place(question, outcome, window, level, at);
    }

    /** The levels of the question's subgroups that turned up; bands from low to high. */
    private List<String> levels(Job.Question question, String outcome) {
        TreeSet<String> found = cells.subgroups();
        List<String> levels = new ArrayList<>();
        for (String category : question.subgroups()) {
            List<String> words = switch (category) {
                case Bands.AGE -> plan.ageBands().words();
                case Bands.SEVERITY ->
                    plan.severityBands().get(plan.outcomes().indexOf(outcome)).words();
                default ->
                    found.stream()
                            .filter(level -> level.startsWith(category + "="))
                            .map(level -> level.substring(category.length() + 1))
                            .toList();
            };
            words.stream()
                    .map(word -> category + "=" + word)
                    .filter(found::contains)
                    .forEach(levels::add);
        }
        return levels;
    }

    /** The sides that are asked for, by outcome and window. */
    private Map<Patients, Map<Integer, Side>> sides(List<Place> places) {
        Map<Patients, Map<Integer, Long>> asked = new LinkedHashMap<>();
        for (Place place : places) {
            long steps = place.outcome().instrument().stepsPerUnit();
            for (Patients side : List.of(place.arm(), place.comparator())) {
                asked.computeIfAbsent(side, s -> new TreeMap<>()).put(place.at(), steps);
            }
        }
        return asked.entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, side -> sides(side.getKey(), side.getValue())));
    }

    private Map<Integer, Side> sides(Patients patients, Map<Integer, Long> stepsPerUnit) {
        ChosenCells chosen = cells.of(plan.numbersOf(patients.arms()), patients.level());
        Map<Integer, Side> sides = new TreeMap<>();
        stepsPerUnit.forEach((at, steps) -> sides.put(at, Side.of(chosen, at, steps)));
        return sides;
    }

    private Analysis analysis(Place place, Side arm, Side comparator, Map<String, Integer> columnOfLevel) {
        ExactSums both = arm.all().plus(comparator.all());
        return new Analysis(
                job,
                place.question(),
                place.outcome(),
                place.window(),
                place.level(),
                arm,
                comparator,
                Models.design(job, plan, columnOfLevel, both, arm.stepsPerUnit()));
    }
}
