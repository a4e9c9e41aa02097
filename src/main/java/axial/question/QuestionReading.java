package axial.question;

import axial.question.Job.Arm;
import axial.question.Job.Outcome;
import axial.question.Job.Pair;
import axial.question.Job.Question;
import axial.question.Job.Window;
import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is asked, against what the rest of the job declares. */
final class QuestionReading {
    private final List<String> arms;
    private final List<Outcome> outcomes;
    private final List<Window> allWindows;
    private final List<String> windows;
    private final List<String> categories;
    private final Problems problems;

    /**
     * A reading of questions.
     *
     * @param categories what subgroups may be made of
     */
    QuestionReading(
            List<Arm> arms, List<Outcome> outcomes, List<Window> windows, List<String> categories, Problems problems) {
        this.arms = arms.stream().map(Arm::id).toList();
        this.outcomes = outcomes;
        this.allWindows = windows;
        this.windows = windows.stream().map(Window::id).toList();
        this.categories = categories;
        this.problems = problems;
    }

    List<Question> read(Mapping root) {
        List<Question> questions = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        if (root.get("questions") instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Mapping mapping) {
                    questions.add(question(mapping));
                    checkId(mapping, lines);
                }
            }
        }
        return List.copyOf(questions);
    }

    private void checkId(Mapping mapping, Map<String, Integer> lines) {
        if (mapping.get("id") instanceof Scalar id) {
            Ids.check(id.text(), id.place(), "question", problems);
            Integer first = lines.putIfAbsent(id.text(), id.place().line());
            if (first != null) {
                problems.add(
                        id.place(),
                        "The question id \"" + id.text() + "\" is taken by the question on line " + first
                                + ". Give each its own.");
            }
        }
    }

    private Question question(Mapping mapping) {
        List<String> asked = subset(
                mapping,
                "outcomes",
                "outcome of the job",
                outcomes.stream().map(Outcome::id).toList());
        List<String> arm = side(mapping, "arm");
        List<String> comparator = side(mapping, "comparator");
        checkSides(mapping, arm);
        return new Question(
                Values.text(mapping, "id", ""),
                Values.text(mapping, "ask", ""),
                arm,
                comparator,
                asked,
                subset(mapping, "windows", "window of the job", windows),
                margins(Values.block(mapping, "margins"), asked),
                Ids.known(Values.words(mapping, "subgroups"), "category", categories, problems),
                Collections.unmodifiableMap(Values.texts(Values.block(mapping, "mirrors"))),
                Values.text(mapping, "not_answerable"),
                marginSources(Values.block(mapping, "margins")),
                against(mapping),
                DoseReading.read(mapping, allWindows, problems));
    }

    private @Nullable Pair against(Mapping mapping) {
        if (!(mapping.get("against") instanceof Mapping pair)) {
            return null;
        }
        List<String> arm = side(pair, "arm");
        List<String> comparator = side(pair, "comparator");
        checkSides(pair, arm);
        return new Pair(arm, comparator);
    }

    private List<String> subset(Mapping mapping, String key, String what, List<String> all) {
        return mapping.get(key) == null ? all : Ids.known(Values.words(mapping, key), what, all, problems);
    }

    private List<String> side(Mapping mapping, String key) {
        boolean missing = mapping.get(key) == null && mapping.get("not_answerable") == null;
        if (missing && !(key.equals("comparator") && mapping.get("dose") != null)) {
            problems.add(
                    mapping.place().at(mapping.place().key(key)),
                    "The key \"" + key + "\" is missing from " + mapping.place().whole()
                            + ". Name one arm or a list, or say under \"not_answerable\" why there is none.");
        }
        return Ids.known(Values.words(mapping, key), "arm", arms, problems);
    }

    private void checkSides(Mapping mapping, List<String> arm) {
        for (Scalar word : Values.words(mapping, "comparator")) {
            if (arm.contains(word.text())) {
                problems.add(
                        word.place(),
                        "The arm \"" + word.text() + "\" stands on both sides of the comparison. Remove it from one.");
            }
        }
    }

    private Map<String, BigDecimal> margins(Mapping mapping, List<String> asked) {
        Map<String, BigDecimal> margins = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            boolean known = asked.isEmpty()
                    || Ids.isKnown(entry.key(), entry.place(), "outcome of this question", asked, problems);
            Node value = entry.value() instanceof Mapping cited ? cited.get("value") : entry.value();
            if (known && value != null && PlainNumbers.isPlain(value)) {
                BigDecimal margin = PlainNumbers.of(value);
                outcomes.stream()
                        .filter(outcome -> outcome.id().equals(entry.key()))
                        .forEach(outcome -> InstrumentReading.checkWithinScale(
                                outcome.instrument(), margin, value.place(), "margin", problems));
                margins.put(entry.key(), margin);
            }
        }
        return Collections.unmodifiableMap(margins);
    }

    private static Map<String, String> marginSources(Mapping mapping) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            if (entry.value() instanceof Mapping cited && Values.text(cited, "source") != null) {
                sources.put(entry.key(), Values.text(cited, "source", ""));
            }
        }
        return Collections.unmodifiableMap(sources);
    }
}
